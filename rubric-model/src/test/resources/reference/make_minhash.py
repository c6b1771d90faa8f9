"""Writes minhash.json: texts, true Jaccard similarities, and what datasketch makes of them.

    python3 -m venv v && v/bin/pip install datasketch==2.0.0
    v/bin/python make_minhash.py > minhash.json

256 permutations; LSH with 32 bands of 8 rows, which is what Bands.forThreshold(0.8, 256) gives.
Shingles are three words in a row. A pair counts as found when LSH offers it and the estimate is at least 0.8.
"""
import itertools
import json
import math
import random

from datasketch import MinHash, MinHashLSH

K, BANDS, ROWS, THRESHOLD = 256, 32, 8, 0.8
rng = random.Random(20261125)
vocabulary = ["".join(rng.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(rng.randint(2, 5))) for _ in range(900)]


def changed(words, edits):
    words = list(words)
    for _ in range(edits):
        at = rng.randrange(len(words))
        what = rng.random()
        if what < 0.6:
            words[at] = rng.choice(vocabulary)
        elif what < 0.8:
            words.insert(at, rng.choice(vocabulary))
        else:
            del words[at]
    return words


texts = []
for _ in range(60):
    base = [rng.choice(vocabulary) for _ in range(rng.randint(60, 160))]
    texts.append(base)
    for edits in (1, 2, 3, 5, 8):
        texts.append(changed(base, edits))
texts = [" ".join(words) for words in texts]


def shingles(text):
    words = text.split(" ")
    return {" ".join(words[i : i + 3]) for i in range(len(words) - 2)}


sets = [shingles(t) for t in texts]
hashes = []
lsh = MinHashLSH(num_perm=K, params=(BANDS, ROWS))
for i, s in enumerate(sets):
    m = MinHash(num_perm=K, seed=1)
    for one in s:
        m.update(one.encode())
    hashes.append(m)
    lsh.insert(str(i), m)

pairs = []
squared, expected = 0.0, 0.0
for a, b in itertools.combinations(range(len(texts)), 2):
    true = len(sets[a] & sets[b]) / len(sets[a] | sets[b])
    if true < 0.2:
        continue
    estimate = hashes[a].jaccard(hashes[b])
    squared += (estimate - true) ** 2
    expected += true * (1 - true) / K
    pairs.append([a, b, round(true, 6), round(estimate, 6)])
found = sorted(
    [i, int(j)]
    for i, m in enumerate(hashes)
    for j in lsh.query(m)
    if i < int(j) and m.jaccard(hashes[int(j)]) >= THRESHOLD
)
print(
    json.dumps(
        {
            "places": K,
            "bands": BANDS,
            "rows": ROWS,
            "texts": texts,
            "pairs": pairs,
            "found": found,
            "rmse": math.sqrt(squared / len(pairs)),
            "theory": math.sqrt(expected / len(pairs)),
        }
    )
)
