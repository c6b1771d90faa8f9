"""A small XGBoost model in JSON form and its margins, for TreeHeadTest.

pip install numpy xgboost
python trees.py > trees.json
"""

import json
import sys

import numpy as np
import xgboost as xgb

rng = np.random.default_rng(11)
x = np.round(rng.normal(size=(300, 4)), 3).astype(np.float32)
y = (x[:, 0] - x[:, 1] * x[:, 2] + rng.normal(size=300) > 0.3).astype(int)
data = xgb.DMatrix(x, label=y)
settings = {"objective": "binary:logistic", "max_depth": 3, "eta": 0.3, "tree_method": "hist", "nthread": 1}
model = xgb.train(settings, data, 20)
rows = np.concatenate([x[:40], [[0, 0, 0, 0], [1e9, -1e9, 1e9, -1e9]]]).astype(np.float32)
json.dump(
    {
        "model": json.loads(model.save_raw("json").decode()),
        "rows": rows.tolist(),
        "margins": model.predict(xgb.DMatrix(rows), output_margin=True).tolist(),
    },
    sys.stdout,
    separators=(",", ":"),
)
