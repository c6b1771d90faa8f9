"""Runs the Python code of model cards and compares its rewards with Stepwright's.

Needs tokenizers, numpy and onnxruntime of the version that the cards name. ModelCardTest writes
the folder and calls this when it is told a Python: mvn -pl prm-trainer -am test -Dtest=ModelCardTest -Dstepwright.python=PATH
"""

import json
import os
import re
import sys
import zipfile

ALLOWED = 1e-4


def recipe(bundle):
    card = zipfile.ZipFile(bundle).read("MODEL_CARD.md").decode()
    code = re.search(r"```python\n(.*?)```", card, re.S).group(1)
    scope = {}
    exec(code.replace("NAME.prm", bundle), scope)
    return scope["rewards"]


def largest_difference(bundle, rows):
    rewards = recipe(bundle)
    return max(
        abs(mine - theirs)
        for row in rows
        for mine, theirs in zip(
            rewards(row["problem"], row["steps"], row["signals"]), row[bundle], strict=True
        )
    )


os.chdir(sys.argv[1])
with open("rows.json", encoding="utf-8") as file:
    found = json.load(file)
worst = 0
for name in sorted(key for key in found[0] if key.endswith(".prm")):
    difference = largest_difference(name, found)
    print(f"{name}: largest difference {difference:.2e} over {len(found)} traces")
    worst = max(worst, difference)
sys.exit(0 if worst <= ALLOWED else 1)
