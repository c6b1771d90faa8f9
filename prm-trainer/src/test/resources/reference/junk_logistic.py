"""scikit-learn's optimum with two penalties, for LinearFitTest: hashed numbers are held tighter.

pip install numpy scikit-learn
python junk_logistic.py > junk_logistic.json
"""

import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(5)
n, plain, rest = 160, 4, 6
penalty, rest_penalty = 1e-3, 3e-2
x = np.round(rng.normal(size=(n, plain + rest)) * 2 + 1, 4).astype(np.float32)
logit = x @ np.r_[0.9, -0.4, 0.2, 0.0, rng.normal(size=rest) * 0.2] - 0.5
y = (logit + rng.logistic(size=n) > 0).astype(int)
wide = x.astype(np.float64)
z = (wide - wide.mean(0)) / wide.std(0)
# A column divided by sqrt(rest / plain) carries the weight that the common penalty then holds.
ratio = np.sqrt(rest_penalty / penalty)
z[:, plain:] /= ratio
model = LogisticRegression(C=1 / (penalty * n), tol=1e-12, max_iter=100000, solver="lbfgs")
model.fit(z, y)
json.dump(
    {
        "rows": x.tolist(),
        "positives": y.tolist(),
        "plain": plain,
        "penalty": penalty,
        "rest_penalty": rest_penalty,
        "logits": model.decision_function(z).tolist(),
    },
    sys.stdout,
    separators=(",", ":"),
)
