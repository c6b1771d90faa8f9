package org.stepwright.ui.shell;

import java.util.ArrayList;
import java.util.List;
import org.stepwright.settings.Settings;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Screen;

/** What the search field can go to and do in the window as it stands now. */
final class Places {
    private final Shell shell;
    private final Messages texts;

    Places(Shell shell, Messages texts) {
        this.shell = shell;
        this.texts = texts;
    }

    /** Screens, then commands of the one in sight, of Home, and of the window. */
    List<SearchHit> all() {
        List<SearchHit> places = new ArrayList<>();
        List<String> reachable = shell.reachable();
        for (String id : reachable) {
            places.add(
                    new SearchHit(
                            "screen",
                            Messages.of(id).text("title"),
                            "Ctrl " + (reachable.indexOf(id) + 1),
                            () -> shell.show(id)));
        }
        Screen current = shell.current();
        if (current != null) {
            current.commands().forEach(c -> places.add(SearchViewModel.hit(c)));
        }
        Screen home = shell.home();
        if (home != null && home != current) {
            home.commands().forEach(c -> places.add(SearchViewModel.hit(c)));
        }
        for (String theme : Settings.THEMES) {
            places.add(
                    new SearchHit(
                            "command", texts.text("theme." + theme), "", () -> shell.theme(theme)));
        }
        places.add(new SearchHit("command", texts.text("keys"), "?", shell::toggleKeys));
        return places;
    }
}
