"""cleanlab's confident joint and label issues on fixed random probabilities, for ConfidentJointTest.

pip install cleanlab==2.9.0
python confident_learning.py > confident_learning.json
"""

import json
import sys

import numpy as np
from cleanlab.count import compute_confident_joint, get_confident_thresholds
from cleanlab.filter import find_label_issues
from cleanlab.rank import get_label_quality_scores

rng = np.random.default_rng(11)


def case(name, n, classes, noise, sharpness, counts=None):
    true = rng.choice(classes, size=n, p=counts)
    logits = rng.normal(size=(n, classes))
    logits[np.arange(n), true] += sharpness
    probabilities = np.exp(logits) / np.exp(logits).sum(1, keepdims=True)
    # Round so that the file holds exactly what cleanlab sees.
    probabilities = np.round(probabilities, 6)
    probabilities[:, 0] = np.round(1 - probabilities[:, 1:].sum(1), 6)
    given = true.copy()
    swap = rng.random(n) < noise
    given[swap] = (true[swap] + rng.integers(1, max(2, classes), size=swap.sum())) % classes
    return {
        "name": name,
        "labels": given.tolist(),
        "probabilities": probabilities.tolist(),
        "thresholds": get_confident_thresholds(given, probabilities).tolist(),
        "counts": compute_confident_joint(given, probabilities, calibrate=False).tolist(),
        "calibrated": compute_confident_joint(given, probabilities, calibrate=True).tolist(),
        "issues": find_label_issues(
            given, probabilities, return_indices_ranked_by="self_confidence", n_jobs=1
        ).tolist(),
        "confident_issues": find_label_issues(
            given,
            probabilities,
            filter_by="confident_learning",
            return_indices_ranked_by="self_confidence",
            n_jobs=1,
        ).tolist(),
        "margins": get_label_quality_scores(
            given, probabilities, method="normalized_margin"
        ).tolist(),
    }


json.dump(
    {
        "cases": [
            case("two classes", 300, 2, 0.08, 2.0),
            case("two classes, few wrong", 400, 2, 0.05, 1.0, [0.12, 0.88]),
            case("two classes, weak model", 300, 2, 0.1, 0.3, [0.3, 0.7]),
            case("three classes", 300, 3, 0.1, 1.5),
            case("four classes, uneven", 300, 4, 0.15, 1.2, [0.55, 0.3, 0.1, 0.05]),
        ]
    },
    sys.stdout,
    separators=(",", ":"),
)
