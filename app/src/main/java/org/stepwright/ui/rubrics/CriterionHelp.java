package org.stepwright.ui.rubrics;

import java.util.List;
import javafx.scene.Node;

/** What can be asked for while a criterion is open: buttons for its levels and its verifier. */
interface CriterionHelp {
    /**
     * @param criterionId the open criterion
     * @return buttons under its levels
     */
    List<Node> levelTools(String criterionId);

    /**
     * @param criterionId the open criterion
     * @return buttons under its verifier's options
     */
    List<Node> verifierTools(String criterionId);
}
