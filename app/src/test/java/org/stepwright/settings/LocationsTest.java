package org.stepwright.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocationsTest {
    private static final Path HOME = Path.of("/home/ada");

    @Test
    void linuxFollowsTheFreedesktopRules() {
        assertThat(Locations.of("Linux", HOME, name -> null))
                .isEqualTo(
                        new Locations(
                                HOME.resolve(".config/stepwright"),
                                HOME.resolve(".local/state/stepwright")));
        Map<String, String> env = Map.of("XDG_CONFIG_HOME", "/etc/ada", "XDG_STATE_HOME", "rel");
        assertThat(Locations.of("Linux", HOME, env::get))
                .isEqualTo(
                        new Locations(
                                Path.of("/etc/ada/stepwright"),
                                HOME.resolve(".local/state/stepwright")));
    }

    @Test
    void macAndWindowsFollowTheirHabits() {
        assertThat(Locations.of("Mac OS X", HOME, name -> null).config())
                .isEqualTo(HOME.resolve("Library/Application Support/Stepwright"));
        assertThat(Locations.of("Windows 11", HOME, name -> null).config())
                .isEqualTo(HOME.resolve("AppData/Roaming/Stepwright"));
    }

    @Test
    void thePropertyWins() {
        assertThat(Locations.ofSystem().settingsFile().toString()).contains("test-config");
    }
}
