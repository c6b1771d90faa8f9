"""Greedy k-centre orders, plain and weighted, for FarthestFirstTest.

python3 farthest_first.py > farthest_first.json   (numpy 2.4.6, scikit-learn 1.9.1)
"""

import json

import numpy as np
from sklearn.datasets import make_blobs
from sklearn.metrics import pairwise_distances


def order(points, weights, known):
    between = pairwise_distances(points, metric="euclidean")
    nearest = (
        pairwise_distances(points, known, metric="euclidean").min(axis=1)
        if len(known)
        else np.full(len(points), 1e9)
    )
    left = np.ones(len(points), bool)
    picks = []
    while left.any():
        pick = int(np.argmax(np.where(left, weights * nearest, -1)))
        picks.append(pick)
        left[pick] = False
        nearest = np.minimum(nearest, between[pick])
    return picks


cases = []
for seed, known_count, weighted in [(1, 0, False), (2, 3, False), (3, 0, True), (4, 5, True)]:
    random = np.random.default_rng(seed)
    points, _ = make_blobs(40, n_features=6, centers=4, random_state=seed)
    points = points.astype(np.float32)
    known = random.normal(size=(known_count, 6)).astype(np.float32)
    weights = random.random(40) if weighted else np.ones(40)
    weights = weights.astype(np.float32)
    cases.append(
        {
            "points": points.astype(float).tolist(),
            "weights": weights.astype(float).tolist(),
            "known": known.astype(float).tolist(),
            "order": order(
                points.astype(float), weights.astype(float), known.astype(float)
            ),
        }
    )
print(json.dumps({"cases": cases}))
