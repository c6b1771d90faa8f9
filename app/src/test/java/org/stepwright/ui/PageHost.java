package org.stepwright.ui;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.SubPage;
import org.stepwright.ui.kit.SubPages;

/** A bare screen in place of Rubrics that shows one page, for tests of pages in the real window. */
public final class PageHost implements Screen {
    private final ScreenContext context;
    private final StackPane root = new StackPane(new Button("under the page"));
    private final SubPages pages = new SubPages(root);

    private PageHost(ScreenContext context) {
        this.context = context;
        root.setId("page-host");
    }

    /** A factory that keeps the host it makes. */
    public static ScreenFactory factory(AtomicReference<PageHost> made) {
        return ScreenFactory.of(
                "rubrics",
                Feather.LIST,
                context -> {
                    PageHost host = new PageHost(context);
                    made.set(host);
                    return host;
                });
    }

    /** Makes a page and shows it; call on the UI thread. */
    public <P extends SubPage> P open(Function<ScreenContext, P> make) {
        P page = make.apply(context);
        pages.open(page);
        return page;
    }

    public SubPages pages() {
        return pages;
    }

    @Override
    public String id() {
        return "rubrics";
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        // the page loads when it is opened
    }

    @Override
    public void hidden() {
        // nothing runs here
    }

    @Override
    public List<KeyHint> keyHints() {
        return pages.current().get() == null ? List.of() : pages.current().get().keyHints();
    }

    @Override
    public boolean key(KeyEvent event) {
        return pages.key(event);
    }
}
