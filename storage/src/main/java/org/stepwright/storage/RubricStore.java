package org.stepwright.storage;

import java.util.List;
import java.util.Optional;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.RubricVersion;

/** Drafts and published versions of rubrics. Safe for many threads; every write is one commit. */
public final class RubricStore {
    RubricStore() {}

    /**
     * @return every rubric that has a draft or a version, by title
     */
    public List<RubricHead> list() {
        throw new UnsupportedOperationException();
    }

    /**
     * @param rubricId a rubric
     * @return its draft, if it has one; publishing keeps the draft
     */
    public Optional<Rubric> draft(String rubricId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Saves a draft in place of the one before.
     *
     * @param rubric the draft
     */
    public void saveDraft(Rubric rubric) {
        throw new UnsupportedOperationException();
    }

    /**
     * Deletes a draft; published versions stay.
     *
     * @param rubricId a rubric; nothing happens if it has no draft
     */
    public void deleteDraft(String rubricId) {
        throw new UnsupportedOperationException();
    }

    /**
     * Publishes the draft as the next version.
     *
     * @param rubricId a rubric
     * @param note what changed, maybe empty
     * @return the new version
     * @throws org.stepwright.work.WorkFailed when there is no draft or nothing changed since the
     *     last version
     */
    public RubricVersion publish(String rubricId, String note) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param rubricId a rubric
     * @return its versions, the first one first
     */
    public List<RubricVersion> versions(String rubricId) {
        throw new UnsupportedOperationException();
    }

    /**
     * @param key {@code id@number}
     * @return that version, if there is one; empty for anything that is no key
     */
    public Optional<RubricVersion> version(String key) {
        throw new UnsupportedOperationException();
    }
}
