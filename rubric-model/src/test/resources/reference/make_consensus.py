"""Makes consensus.json: votes with gaps and what crowd-kit's Dawid-Skene makes of them.

crowd-kit starts from the shares of the votes, as Stepwright does, and smooths nothing (a
probability of 0 becomes 2e-16); so the test turns Stepwright's smoothing off and compares after
the same number of rounds. "fixed" are tasks whose truth is given (true_labels), as a reviewer's
decision is. MajorityVote of crowd-kit breaks ties at random, so only steps without a tie are listed.

Run: python3 -m venv /tmp/ref && /tmp/ref/bin/pip install crowd-kit
     /tmp/ref/bin/python make_consensus.py > consensus.json
"""

import json

import numpy as np
import pandas as pd
from crowdkit.aggregation import DawidSkene, MajorityVote

rng = np.random.default_rng(20261125)


def case(tasks, people, missing, fixed_share, rounds):
    truth = rng.choice(3, tasks, p=[0.25, 0.15, 0.6])
    rows = []
    for p in range(people):
        skill = rng.uniform(0.4, 0.95)
        for t in range(tasks):
            if rng.random() >= missing:
                said = truth[t] if rng.random() < skill else rng.integers(0, 3)
                rows.append((t, p, int(said)))
    data = pd.DataFrame(rows, columns=["task", "worker", "label"])
    seen = sorted(data["task"].unique())
    fixed = {int(t): int(truth[t]) for t in seen if rng.random() < fixed_share}
    # A tolerance below every change: all rounds are run.
    model = DawidSkene(n_iter=rounds, tol=-1e9)
    model.fit(data, true_labels=pd.Series(fixed) if fixed else None)
    votes = MajorityVote().fit_predict_proba(data).reindex(columns=[0, 1, 2])
    top = np.sort(votes.to_numpy(), axis=1)
    clear = votes.index[(top[:, 2] - top[:, 1]) > 1e-9]
    majority = MajorityVote().fit_predict(data)
    errors = model.errors_.reindex(columns=[0, 1, 2])
    return {
        "rounds": rounds,
        "votes": [[t, p, s] for t, p, s in rows],
        "fixed": [[t, v] for t, v in fixed.items()],
        "posterior": {int(t): [float(x) for x in model.probas_.loc[t, [0, 1, 2]]] for t in seen},
        # errors[worker][truth][said]
        "errors": [
            [[float(errors.loc[(p, s), k]) if (p, s) in errors.index else 0.0 for s in range(3)] for k in range(3)]
            for p in range(people)
        ],
        "majority": {int(t): int(majority.loc[t]) for t in clear},
    }


print(json.dumps({
    "cases": [
        case(40, 3, 0.0, 0.0, 10),
        case(120, 5, 0.4, 0.0, 25),
        case(120, 5, 0.4, 0.2, 25),
        case(200, 8, 0.6, 0.1, 60),
    ]
}))
