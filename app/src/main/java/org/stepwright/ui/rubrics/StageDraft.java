package org.stepwright.ui.rubrics;

import java.util.List;
import org.stepwright.rubric.Stage;

/**
 * Changes of one stage, each of which gives a new one.
 *
 * @param stage the stage before
 */
record StageDraft(Stage stage) {
    Stage title(String title) {
        return new Stage(
                stage.id(),
                title,
                stage.description(),
                stage.required(),
                stage.repeatable(),
                stage.match(),
                stage.criteria());
    }

    Stage description(String description) {
        return new Stage(
                stage.id(),
                stage.title(),
                description,
                stage.required(),
                stage.repeatable(),
                stage.match(),
                stage.criteria());
    }

    Stage required(boolean required) {
        return new Stage(
                stage.id(),
                stage.title(),
                stage.description(),
                required,
                stage.repeatable(),
                stage.match(),
                stage.criteria());
    }

    Stage repeatable(boolean repeatable) {
        return new Stage(
                stage.id(),
                stage.title(),
                stage.description(),
                stage.required(),
                repeatable,
                stage.match(),
                stage.criteria());
    }

    Stage match(List<String> match) {
        return new Stage(
                stage.id(),
                stage.title(),
                stage.description(),
                stage.required(),
                stage.repeatable(),
                match,
                stage.criteria());
    }
}
