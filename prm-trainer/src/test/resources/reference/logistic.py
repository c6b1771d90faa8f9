"""scikit-learn's optimum on fixed random rows, for LogisticRegressionTest.

pip install numpy scikit-learn
python logistic.py > logistic.json
"""

import json
import sys

import numpy as np
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(7)
n, d, penalty = 120, 5, 0.01
x = np.round(rng.normal(size=(n, d)) * [1, 3, 0.2, 10, 1] + [0, 5, 1, -20, 0], 4).astype(np.float32)
logit = x @ np.array([0.8, -0.3, 2.0, 0.05, 0.0]) + 0.6
y = (logit + rng.logistic(size=n) > 0).astype(int)
w = np.round(rng.uniform(0.2, 2, size=n), 3)
z = (x.astype(np.float64) - x.astype(np.float64).mean(0)) / x.astype(np.float64).std(0)
model = LogisticRegression(C=1 / (penalty * w.sum()), tol=1e-12, max_iter=100000, solver="lbfgs")
model.fit(z, y, sample_weight=w)

# The same with an intercept of its own for the second and the third source. The penalty of these is
# 1e-3: a column divided by sqrt(1e-3 / penalty) carries the weight that the common penalty then holds.
sources = rng.integers(0, 3, size=n)
shift = np.array([0.0, 2.0, -1.5])[sources]
y2 = (logit + shift + rng.logistic(size=n) > 0).astype(int)
ratio = np.sqrt(1e-3 / penalty)
dummies = np.stack([(sources == s) / ratio for s in (1, 2)], axis=1)
model2 = LogisticRegression(C=1 / (penalty * w.sum()), tol=1e-12, max_iter=100000, solver="lbfgs")
model2.fit(np.c_[z, dummies], y2, sample_weight=w)
offsets = np.r_[0.0, model2.coef_[0][-2:] / ratio]
mean = (w * offsets[sources]).sum() / w.sum()
logits2 = z @ model2.coef_[0][:d] + model2.intercept_[0] + mean

json.dump(
    {
        "rows": x.tolist(),
        "targets": y.tolist(),
        "weights": w.tolist(),
        "penalty": penalty,
        "logits": model.decision_function(z).tolist(),
        "rewards": model.predict_proba(z)[:, 1].tolist(),
        "sources": sources.tolist(),
        "targets_by_source": y2.tolist(),
        "logits_by_source": logits2.tolist(),
    },
    sys.stdout,
    separators=(",", ":"),
)
