"""Makes quality.json: what established libraries say of pace, haste, drift, gold questions,
steadiness, sparks and suggestions: statsmodels (Wilson), scikit-learn (Cohen), scipy (MAD,
chi-square and its permutations), pandas and numpy (sums, medians, a bootstrap).

Run: python3 -m venv /tmp/ref && /tmp/ref/bin/pip install scikit-learn statsmodels scipy pandas
     /tmp/ref/bin/python make_quality.py > quality.json
"""

import json

import numpy as np
import pandas as pd
from scipy.stats import chi2_contingency, median_abs_deviation
from sklearn.metrics import accuracy_score, cohen_kappa_score, recall_score
from statsmodels.stats.proportion import proportion_confint

rng = np.random.default_rng(20261125)


def share(part, whole):
    low, high = proportion_confint(part, whole, alpha=0.05, method="wilson")
    return {"part": int(part), "whole": int(whole), "low": float(low), "high": float(high)}


def holes(values, missing):
    return [None if rng.random() < missing else int(v) for v in values]


def first_error(values):
    if 0 in values:
        return values.index(0)
    return None if None in values else -1


def gold():
    traces = []
    for _ in range(40):
        n = int(rng.integers(2, 9))
        truth = rng.choice(3, n, p=[0.25, 0.1, 0.65])
        said = np.where(rng.random(n) < 0.75, truth, rng.integers(0, 3, n))
        hole = rng.random() < 0.4
        traces.append({"key": holes(truth, 0.1 if hole else 0), "said": holes(said, 0.15 if hole else 0)})
    pairs = [(k, s) for t in traces for k, s in zip(t["key"], t["said"]) if k is not None and s is not None]
    key, said = map(np.array, zip(*pairs))
    # sklearn gives shares; times their wholes they are counts.
    same = round(accuracy_score(key, said) * len(key))
    sides = round(accuracy_score(key == 0, said == 0) * len(key))
    found = round(recall_score(key == 0, said == 0) * (key == 0).sum())
    kept = round(recall_score(key != 0, said != 0) * (key != 0).sum())
    errors = [(first_error(t["key"]), first_error(t["said"])) for t in traces if any(s is not None for s in t["said"])]
    errors = [(a, b) for a, b in errors if a is not None and b is not None]
    return {
        "traces": traces,
        "steps": share(same, len(key)),
        "sides": share(sides, len(key)),
        "wrong_found": share(found, (key == 0).sum()),
        "sound_kept": share(kept, (key != 0).sum()),
        "first_errors": share(sum(a == b for a, b in errors), len(errors)),
    }


def steadiness():
    traces = []
    for _ in range(30):
        n = int(rng.integers(2, 7))
        first = rng.choice(3, n, p=[0.3, 0.1, 0.6])
        again = np.where(rng.random(n) < 0.8, first, rng.integers(0, 3, n))
        traces.append({"first": holes(first, 0.1), "again": holes(again, 0.4)})
    pairs = [(a, b) for t in traces for a, b in zip(t["first"], t["again"]) if a is not None and b is not None]
    first, again = zip(*pairs)
    return {
        "traces": traces,
        "items": len(pairs),
        "kappa": float(cohen_kappa_score(first, again)),
        "same": float(accuracy_score(first, again)),
    }


def speed():
    chars = rng.integers(250, 4000, 60)
    millis = (chars * np.exp(rng.normal(3.3, 0.35, 60))).astype(int)
    millis[[7, 21]] = (chars[[7, 21]] * 4).astype(int)
    millis[33] = int(chars[33] * 11)
    # One act a trace: longer than 90 s counts as 90 s.
    logs = np.log(100 * np.minimum(millis, 90_000) / 1000 / chars)
    deviations = (logs - np.median(logs)) / median_abs_deviation(logs, scale="normal")
    return {
        "characters": chars.tolist(),
        "millis": millis.tolist(),
        "deviations": deviations.tolist(),
        "found": [int(i) for i in np.argsort(logs) if deviations[i] < -3.5 or logs[i] < 0],
    }


def drift():
    cases = []
    for shift in (0.0, 0.06, 0.12):
        counts, slices = [], []
        for s in range(4):
            p = np.array([0.3 + shift * s, 0.1, 0.6 - shift * s])
            for _ in range(50):
                counts.append([int(c) for c in rng.multinomial(1, p)])
                slices.append(s)
        table = np.zeros((4, 3), int)
        np.add.at(table, slices, counts)
        test = chi2_contingency(table, correction=False)
        cases.append({
            "counts": counts,
            "slices": slices,
            "statistic": float(test.statistic),
            # Each trace has one label, so dealing out traces is dealing out labels.
            "p": float(test.pvalue),
        })
    return cases


def sparks():
    rows = []
    for mode, n, shares in (("SPARKS_FIRST", 25, [0.35, 0.1, 0.55]), ("FREE", 30, [0.25, 0.1, 0.65])):
        for t in range(n):
            for s in range(int(rng.integers(2, 9))):
                rows.append({
                    "mode": mode,
                    "trace": f"{mode}-{t}",
                    "step": s,
                    "verdict": int(rng.choice(3, p=shares)),
                    "spark": bool(rng.random() < (0.4 if mode == "SPARKS_FIRST" else 0.1)),
                    # Some are breaks.
                    "millis": int(rng.lognormal(9, 0.5)) if rng.random() < 0.97 else 600_000,
                })
    data = pd.DataFrame(rows)
    data["work"] = data["millis"].where(data["millis"] <= 90_000, 0) / 1000
    per = data.groupby(["mode", "trace"]).agg(
        wrong=("verdict", lambda v: (v == 0).sum()),
        neutral=("verdict", lambda v: (v == 1).sum()),
        correct=("verdict", lambda v: (v == 2).sum()),
        sparks=("spark", "sum"),
        seconds=("work", "sum"),
        steps=("step", "count"),
    )
    names = ["wrong", "neutral", "correct", "sparks", "seconds"]
    first = per.loc["SPARKS_FIRST"]
    free = per.loc["FREE"]

    def figures(side):
        return np.array([side[n].sum() / side["steps"].sum() for n in names])

    draws = np.array([
        figures(first.sample(len(first), replace=True, random_state=rng))
        - figures(free.sample(len(free), replace=True, random_state=rng))
        for _ in range(4000)
    ])
    low, high = np.quantile(draws, [0.025, 0.975], axis=0)
    value = figures(first) - figures(free)
    return {
        "rows": rows,
        "differences": {n: [float(value[i]), float(low[i]), float(high[i])] for i, n in enumerate(names)},
    }


def pace():
    rows = []
    for session in range(3):
        for t in range(6):
            for s in range(int(rng.integers(1, 6))):
                rows.append({
                    "session": f"s{session}",
                    "trace": f"t{session}-{t}",
                    "step": s,
                    "millis": int(rng.choice([-1, 100_000], p=[0.5, 0.5])) if rng.random() < 0.15 else int(rng.lognormal(8.5, 0.6)),
                })
    data = pd.DataFrame(rows)
    timed = data[(data["millis"] >= 0) & (data["millis"] <= 90_000)].assign(seconds=lambda d: d["millis"] / 1000)

    def row(name, all_rows, timed_rows):
        mean = timed_rows["seconds"].mean()
        return {
            "name": name,
            "labels": int(len(all_rows)),
            "timed": int(len(timed_rows)),
            "work": float(timed_rows["seconds"].sum()),
            "mean": float(mean),
            "median": float(timed_rows["seconds"].median()),
            "per_hour": float(3600 / mean),
        }

    return {
        "rows": rows,
        "all": row("", data, timed),
        "sessions": [row(s, data[data["session"] == s], timed[timed["session"] == s]) for s in ["s0", "s1", "s2"]],
    }


def suggestions():
    rows = []
    for t in range(25):
        for s in range(4):
            rows.append({
                "trace": f"t{t}",
                "step": s,
                "reward": float(np.round(rng.random(), 2)),
                "said": holes([rng.integers(0, 3)], 0.2)[0],
                "truth": holes([rng.integers(0, 3)], 0.5)[0],
                "seen": bool(t % 2 == 0),
            })
    d = pd.DataFrame(rows)
    wrong = d["reward"] < 0.5
    said = d["said"].notna()
    follows = said & (wrong == (d["said"] == 0))
    known = d["truth"].notna()
    return {
        "rows": rows,
        "shown": int((said & d["seen"]).sum()),
        "followed": int((follows & d["seen"]).sum()),
        "unseen": int((said & ~d["seen"]).sum()),
        "agreed_unseen": int((follows & ~d["seen"]).sum()),
        "decided": int(known.sum()),
        "right": int((known & (wrong == (d["truth"] == 0))).sum()),
    }


print(json.dumps({
    "wilson": [share(k, n) for k, n in [(0, 7), (3, 7), (7, 7), (45, 50), (1, 1000), (500, 1000)]],
    "gold": gold(),
    "steadiness": steadiness(),
    "speed": speed(),
    "drift": drift(),
    "sparks": sparks(),
    "pace": pace(),
    "suggestions": suggestions(),
}))
