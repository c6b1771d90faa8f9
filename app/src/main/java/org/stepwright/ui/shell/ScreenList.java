package org.stepwright.ui.shell;

import java.util.List;
import org.stepwright.ui.data.DataScreen;
import org.stepwright.ui.home.HomeScreen;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.label.LabelScreen;
import org.stepwright.ui.live.LiveScreen;
import org.stepwright.ui.review.ReviewScreen;
import org.stepwright.ui.rubrics.RubricsScreen;
import org.stepwright.ui.settings.SettingsScreen;
import org.stepwright.ui.train.TrainScreen;

/** The screens of the window in the order of the navigation: one line each. */
public final class ScreenList {
    private ScreenList() {}

    /**
     * @return every screen that there is
     */
    public static List<ScreenFactory> all() {
        return List.of(
                HomeScreen.FACTORY, //
                RubricsScreen.FACTORY, //
                LabelScreen.FACTORY, //
                ReviewScreen.FACTORY, //
                DataScreen.FACTORY, //
                TrainScreen.FACTORY, //
                LiveScreen.FACTORY, //
                SettingsScreen.FACTORY //
                );
    }
}
