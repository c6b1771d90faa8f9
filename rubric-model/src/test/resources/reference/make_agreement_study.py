"""Makes agreement_study.json: labels of several people with gaps, and what established libraries
say about them: scikit-learn (Cohen), statsmodels (Fleiss), krippendorff, numpy (quantiles).

Run: python3 -m venv /tmp/ref && /tmp/ref/bin/pip install scikit-learn statsmodels krippendorff
     /tmp/ref/bin/python make_agreement_study.py > agreement_study.json
"""

import itertools
import json
import warnings

import krippendorff
import numpy as np
from sklearn.metrics import cohen_kappa_score
from statsmodels.stats.inter_rater import fleiss_kappa

warnings.filterwarnings("ignore")
rng = np.random.default_rng(20261125)
PEOPLE = ["ann", "ben", "cem", "dua"]
SKILL = [0.9, 0.75, 0.6, 0.8]
MISSING = [0.1, 0.2, 0.3, 0.6]
TRACES = 60


def number(x):
    return None if x is None or not np.isfinite(x) else float(x)


def data():
    """One row a step: trace, step, what each person said (NaN for nothing), and their ratings."""
    rows = []
    for t in range(TRACES):
        hard = rng.random() < 0.3
        here = rng.random(len(PEOPLE)) >= np.array(MISSING) / 2
        for s in range(int(rng.integers(2, 14))):
            truth = rng.choice(3, p=[0.3, 0.1, 0.6])
            said = np.full(len(PEOPLE), np.nan)
            rated = np.full(len(PEOPLE), np.nan)
            for p, skill in enumerate(SKILL):
                if here[p] and rng.random() >= MISSING[p] / 2:
                    right = rng.random() < (skill - 0.25 if hard else skill)
                    said[p] = truth if right else rng.integers(0, 3)
                    if rng.random() < 0.7:
                        rated[p] = np.clip(round(2.5 * truth / 2 + rng.normal() * 0.8) / 2, 0, 2.5)
            rows.append((t, s, said, rated))
    return rows


def alpha(matrix, level):
    try:
        return krippendorff.alpha(matrix, level_of_measurement=level)
    except ValueError:
        return float("nan")


def mean_kappa(said):
    kappas = []
    for a, b in itertools.combinations(range(said.shape[1]), 2):
        both = ~np.isnan(said[:, a]) & ~np.isnan(said[:, b])
        if both.any():
            kappas.append(cohen_kappa_score(said[both, a], said[both, b]))
    kappas = [k for k in kappas if np.isfinite(k)]
    return float(np.mean(kappas)) if kappas else float("nan")


def usual(said):
    n = (~np.isnan(said)).sum(axis=1)
    sizes = [k for k in range(2, said.shape[1] + 1)]
    return max(sizes, key=lambda k: ((n == k).sum(), -k)) if (n >= 2).any() else None


def fleiss(said, k):
    n = (~np.isnan(said)).sum(axis=1)
    counts = np.array([[(row == c).sum() for c in range(3)] for row in said[n == k]])
    return fleiss_kappa(counts) if len(counts) else float("nan")


def figures(said):
    n = (~np.isnan(said)).sum(axis=1)
    kept = said[n >= 2]
    return {
        "items": int(len(kept)),
        "kappa": number(mean_kappa(kept)),
        "fleiss": number(fleiss(kept, usual(kept))),
        "nominal": number(alpha(kept.T, "nominal")),
        "ordinal": number(alpha(kept.T, "ordinal")),
    }


def position(step):
    return "1" if step == 0 else "2" if step == 1 else "3-5" if step < 5 else "6-10" if step < 10 else "more"


def first_error(rows, p):
    """The first wrong step that p named; -1 when p labelled all and none is wrong; else None."""
    mine = [r[2][p] for r in rows]
    wrong = [i for i, v in enumerate(mine) if v == 0]
    if wrong:
        return wrong[0]
    return None if any(np.isnan(v) for v in mine) else -1


def interval(rows, draws):
    """The percentile bootstrap of alpha and mean kappa over traces that two people judged."""
    by_trace = {}
    for r in rows:
        if (~np.isnan(r[2])).sum() >= 2:
            by_trace.setdefault(r[0], []).append(r[2])
    blocks = [np.array(b) for b in by_trace.values()]
    own = np.random.default_rng(7)
    nominal, kappa = [], []
    for _ in range(draws):
        said = np.concatenate([blocks[i] for i in own.integers(0, len(blocks), len(blocks))])
        nominal.append(alpha(said.T, "nominal"))
        kappa.append(mean_kappa(said))
    ends = lambda v: [float(x) for x in np.quantile(v, [0.025, 0.975])]
    return {"draws": draws, "nominal": ends(nominal), "kappa": ends(kappa)}


rows = data()
said = np.array([r[2] for r in rows])
rated = np.array([r[3] for r in rows])
traces = [[r for r in rows if r[0] == t] for t in range(TRACES)]
errors = [[first_error(trace, p) for p in range(len(PEOPLE))] for trace in traces]
told = [[e for e in row if e is not None] for row in errors]
told = [row for row in told if len(row) >= 2]
pairs = {}
for a, b in itertools.combinations(range(len(PEOPLE)), 2):
    both = [(row[a], row[b]) for row in errors if row[a] is not None and row[b] is not None]
    pairs[f"{PEOPLE[a]} / {PEOPLE[b]}"] = {
        **figures(said[:, [a, b]]),
        "first_error_traces": len(both),
        "first_error": number(np.mean([x == y for x, y in both]) if both else np.nan),
    }
print(json.dumps({
    "people": PEOPLE,
    "rows": [
        {
            "trace": t,
            "step": s,
            "said": [None if np.isnan(v) else int(v) for v in v1],
            "rated": [None if np.isnan(v) else float(v) for v in v2],
        }
        for t, s, v1, v2 in rows
    ],
    "overall": {
        **figures(said),
        "first_error_traces": len(told),
        "first_error": float(np.mean([len(set(row)) == 1 for row in told])),
    },
    "pairs": pairs,
    "positions": {
        name: figures(said[[position(r[1]) == name for r in rows]])
        for name in ["1", "2", "3-5", "6-10", "more"]
    },
    "ratings": {
        "items": int(((~np.isnan(rated)).sum(axis=1) >= 2).sum()),
        "nominal": number(alpha(rated.T, "nominal")),
        "ordinal": number(alpha(rated.T, "ordinal")),
    },
    "interval": interval(rows, 4000),
}))
