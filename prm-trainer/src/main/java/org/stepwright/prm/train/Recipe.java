package org.stepwright.prm.train;

import java.util.Locale;
import org.stepwright.work.WorkFailed;

/** How a reward model is made. */
public enum Recipe {
    /** Cheap signals and boosted trees; trains in seconds. */
    SIGNALS,
    /** States of the bundled encoder, signals and a small head. */
    FROZEN;

    /**
     * @return its name in manifests and on the command line
     */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @param id a name in any case
     * @return the recipe
     * @throws WorkFailed when there is none of that name
     */
    public static Recipe of(String id) {
        for (Recipe recipe : values()) {
            if (recipe.id().equals(id.toLowerCase(Locale.ROOT))) {
                return recipe;
            }
        }
        throw new WorkFailed("There is no recipe named " + id + "; use signals or frozen.");
    }
}
