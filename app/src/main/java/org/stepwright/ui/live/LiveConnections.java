package org.stepwright.ui.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.app.AppContext;
import org.stepwright.app.Samples;
import org.stepwright.prm.live.Connection;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.WorkFailed;

/**
 * The connections that Live offers: those of the settings, then the recorded samples that come with
 * Stepwright. Touches the disk; call off the UI thread.
 */
final class LiveConnections {
    private LiveConnections() {}

    /**
     * @param app the application
     * @param texts the screen's texts; they name the bundled recording
     */
    static List<Connection> of(AppContext app, Messages texts) {
        String samples = texts.text("samples");
        List<Connection> all = new ArrayList<>(app.settings().current().connections());
        if (all.stream().noneMatch(c -> c.name().equals(samples))) {
            all.add(
                    Connection.recorded(
                            samples, recording(app.settings().folder(), texts).toString()));
        }
        return all;
    }

    /** Written anew each time, so that an update of Stepwright brings its own recording. */
    private static Path recording(Path settingsFolder, Messages texts) {
        Path folder = settingsFolder.resolve("samples");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new WorkFailed(texts.text("samples.failed", folder), e);
        }
        return Samples.copy(Samples.RECORDING, folder);
    }
}
