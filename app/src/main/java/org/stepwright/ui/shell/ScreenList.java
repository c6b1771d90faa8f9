package org.stepwright.ui.shell;

import java.util.List;
import org.stepwright.ui.home.HomeScreen;
import org.stepwright.ui.kit.ScreenFactory;

/** The screens of the window in the order of the navigation: one line each. */
public final class ScreenList {
    private ScreenList() {}

    /**
     * @return every screen that there is
     */
    public static List<ScreenFactory> all() {
        return List.of(
                HomeScreen.FACTORY //
                );
    }
}
