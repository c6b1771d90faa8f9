"""Makes agreement.json: random ratings and what scikit-learn, statsmodels and krippendorff say.

Run: python3 -m venv /tmp/ref && /tmp/ref/bin/pip install scikit-learn statsmodels krippendorff
     /tmp/ref/bin/python make_agreement.py > agreement.json
"""

import json

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import fleiss_kappa

rng = np.random.default_rng(20261101)


def biased(n, levels, truth):
    noise = rng.integers(0, levels, n)
    return np.where(rng.random(n) < 0.6, truth, noise)


def cases():
    for levels in (2, 3, 5):
        for n in (4, 30, 200):
            truth = rng.integers(0, levels, n)
            raters = np.array([biased(n, levels, truth) for _ in range(4)])
            counts = np.array([[int((raters[:, i] == c).sum()) for c in range(levels)] for i in range(n)])
            holes = raters.astype(float)
            holes[rng.random(holes.shape) < 0.3] = np.nan
            yield {
                "first": raters[0].tolist(),
                "second": raters[1].tolist(),
                "cohen": float(cohen_kappa_score(raters[0], raters[1])),
                "counts": counts.tolist(),
                "fleiss": float(fleiss_kappa(counts)),
                "ratings": [[None if np.isnan(v) else v for v in row] for row in holes],
                "nominal": float(krippendorff.alpha(holes, level_of_measurement="nominal")),
                "ordinal": float(krippendorff.alpha(holes, level_of_measurement="ordinal")),
            }


print(json.dumps({"cases": list(cases())}))
