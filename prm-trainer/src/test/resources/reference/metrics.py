"""Makes metrics.json, the reference values of MetricsReferenceTest.

Run with scikit-learn 1.5 or newer and numpy 1.26 or newer:
    python metrics.py > metrics.json
"""
import json

import numpy as np
from sklearn.metrics import brier_score_loss, f1_score, roc_auc_score

BINS = 15


def ece(rewards, labels):
    """Equal mass; items of one reward share their labels, so their order does not matter."""
    order = np.argsort(rewards, kind="stable")
    rewards, labels = rewards[order], labels[order].astype(float)
    for value in np.unique(rewards):
        labels[rewards == value] = labels[rewards == value].mean()
    total = 0.0
    for r, y in zip(np.array_split(rewards, BINS), np.array_split(labels, BINS)):
        if len(r):
            total += len(r) * abs(r.mean() - y.mean())
    return total / len(rewards)


def temperature(rewards, labels):
    """Brute force over a fine grid, then golden section."""
    z = np.log(rewards / (1 - rewards))

    def loss(t):
        return np.mean(np.logaddexp(0, z / t) - labels * z / t)

    grid = np.exp(np.linspace(np.log(0.05), np.log(20), 4001))
    at = int(np.argmin([loss(t) for t in grid]))
    low, high = grid[max(0, at - 1)], grid[min(len(grid) - 1, at + 1)]
    golden = (5 ** 0.5 - 1) / 2
    for _ in range(200):
        a, b = high - golden * (high - low), low + golden * (high - low)
        low, high = (low, b) if loss(a) < loss(b) else (a, high)
    return (low + high) / 2


def case(name, rewards, labels, threshold):
    called = rewards >= threshold
    return {
        "name": name,
        "rewards": rewards.tolist(),
        "labels": labels.astype(bool).tolist(),
        "threshold": threshold,
        "auroc": roc_auc_score(labels, rewards),
        "brier": brier_score_loss(labels, rewards),
        "ece": ece(rewards, labels),
        "f1_positive": f1_score(labels, called),
        "f1_negative": f1_score(labels, called, pos_label=0),
        "temperature": temperature(rewards, labels),
    }


def main():
    random = np.random.default_rng(20261101)
    cases = []
    for n in (7, 15, 16, 100, 733):
        labels = (random.random(n) < 0.7).astype(int)
        labels[:2] = [0, 1]
        rewards = np.clip(0.5 + 0.25 * (labels - 0.5) + 0.3 * random.standard_normal(n), 0.01, 0.99)
        cases.append(case(f"plain {n}", rewards, labels, 0.5))
        cases.append(case(f"tied {n}", np.clip(np.round(rewards, 1), 0.1, 0.9), labels, 0.6))
    print(json.dumps({"cases": cases}, indent=0))


if __name__ == "__main__":
    main()
