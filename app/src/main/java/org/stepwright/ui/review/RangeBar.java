package org.stepwright.ui.review;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.stepwright.agreement.Estimate;

/** A figure between 0 and 1 with its interval, as a tick on a band on a track. */
final class RangeBar extends Pane {
    private static final double WIDTH = 120;
    private static final double HEIGHT = 16;
    private static final double BAND = 8;
    private static final double TICK = 3;

    private final Estimate estimate;
    private final Region track = part("bar-track");
    private final Region band = part("range-band");
    private final Region tick = part("range-tick");

    RangeBar(Estimate estimate) {
        this.estimate = estimate;
        setMinSize(WIDTH / 2, HEIGHT);
        setPrefSize(WIDTH, HEIGHT);
        setMaxHeight(HEIGHT);
        getChildren().addAll(track, band, tick);
        band.setVisible(estimate.hasInterval());
        tick.setVisible(estimate.known());
    }

    private static Region part(String styleClass) {
        Region region = new Region();
        region.getStyleClass().add(styleClass);
        region.setManaged(false);
        return region;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double top = (getHeight() - BAND) / 2;
        track.resizeRelocate(0, top, width, BAND);
        if (estimate.hasInterval()) {
            double from = inside(estimate.low()) * width;
            double to = inside(estimate.high()) * width;
            band.resizeRelocate(from, top, Math.max(TICK, to - from), BAND);
        }
        if (estimate.known()) {
            double at = inside(estimate.value()) * (width - TICK);
            tick.resizeRelocate(at, (getHeight() - HEIGHT) / 2, TICK, HEIGHT);
        }
    }

    private static double inside(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
