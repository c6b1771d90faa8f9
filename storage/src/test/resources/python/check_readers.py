"""Reads exported folders by the rules of the code that they are meant for.

    python -m venv venv && venv/bin/pip install tokenizers==0.23.3
    venv/bin/python storage/src/test/resources/python/check_readers.py \\
        math-shepherd=DIR processbench=DIR openrlhf=DIR rlhflow=DIR

Math-Shepherd: a tokenizer of SentencePiece's kind turns input and label into tokens. Both have as many; they
differ exactly where the input has the token of the tag, and there the label has the token of + or -. The model's
own tokenizer is not needed for that: one is learned from the exported text, in which the tag is one token, as
it is in Mistral's.
OpenRLHF: there are as many tag tokens as values; the values are all marks or all numbers.
RLHFlow: user and assistant take turns, and each answer is one token, + or -.
ProcessBench: a list of rows with problem, steps and label; accuracy on rows with an error, accuracy on rows
without, and F1 as their evaluation counts them. An oracle gets 100, and always answering -1 gets 0.

Reads nothing from the network. Ends with 1 and a sentence at the first row that breaks a rule.
"""

import json
import sys
from pathlib import Path

TAG = "\u043a\u0438"


def fail(sentence):
    print("FAILED:", sentence)
    sys.exit(1)


def rows(folder, ending):
    files = sorted(p for p in Path(folder).glob("*" + ending))
    if not files:
        fail(f"there is no {ending} in {folder}")
    for file in files:
        text = file.read_text(encoding="utf-8")
        found = json.loads(text) if ending == ".json" else [json.loads(x) for x in text.split("\n") if x]
        for number, row in enumerate(found, 1):
            yield f"{file.name}:{number}", row


def learn(texts):
    """A BPE over whole texts with a mark for spaces and tokens of their own for line ends."""
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.BPE(unk_token="<unk>", byte_fallback=True))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Split("\n", "isolated"), pre_tokenizers.Metaspace(prepend_scheme="never")]
    )
    bytes_of_text = [f"<0x{i:02X}>" for i in range(256)]
    trainer = trainers.BpeTrainer(vocab_size=4000, special_tokens=["<unk>"] + bytes_of_text)
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def token(tokenizer, text):
    """The one token of a word behind a space."""
    ids = tokenizer.encode("a " + text).ids
    if len(ids) != 2:
        fail(f"{text} is not one token of the learned tokenizer")
    return ids[1]


def math_shepherd(folder):
    found = list(rows(folder, ".jsonl"))
    tokenizer = learn([r["input"] for _, r in found] + [r["label"] for _, r in found])
    tag, good, bad = (token(tokenizer, t) for t in (TAG, "+", "-"))
    steps = wrong = 0
    for where, row in found:
        read = tokenizer.encode(row["input"]).ids
        labels = tokenizer.encode(row["label"]).ids
        if len(read) != len(labels):
            fail(f"{where}: input has {len(read)} tokens and label {len(labels)}")
        marks = [after for before, after in zip(read, labels) if before == tag]
        if any(m not in (good, bad) for m in marks):
            fail(f"{where}: a tag stands where the label has neither + nor -")
        if any(a != b for a, b in zip(read, labels) if a != tag):
            fail(f"{where}: input and label differ outside of the tags")
        if not marks or len(marks) != row["input"].count(f" {TAG}\n") + row["input"].endswith(f" {TAG}"):
            fail(f"{where}: {len(marks)} tags are found as tokens, others as text")
        if "task" not in row:
            fail(f"{where}: there is no task")
        steps += len(marks)
        wrong += marks.count(bad)
    print(f"math-shepherd: {len(found)} rows, {steps} tagged steps, {wrong} of them -")


def openrlhf(folder):
    found = list(rows(folder, ".jsonl"))
    tokenizer = learn([r["input"] for _, r in found])
    tag = token(tokenizer, TAG)
    steps = 0
    for where, row in found:
        places = [i for i, t in enumerate(tokenizer.encode(row["input"]).ids) if t == tag]
        if len(places) != len(row["value"]):
            fail(f"{where}: {len(places)} tags and {len(row['value'])} values")
        kinds = {type(v) for v in row["value"]}
        if len(kinds) != 1 or not kinds <= {str, float}:
            fail(f"{where}: the values are of the kinds {kinds}")
        if kinds == {str} and not set(row["value"]) <= {"+", "-"}:
            fail(f"{where}: a value is neither + nor -")
        steps += len(places)
    print(f"openrlhf: {len(found)} rows, {steps} steps")


def rlhflow(folder):
    steps = count = 0
    for where, row in rows(folder, ".jsonl"):
        turns = row["conversations"]
        roles = [t["role"] for t in turns]
        if roles != ["user", "assistant"] * (len(turns) // 2) or not turns:
            fail(f"{where}: the roles are {roles}")
        if any(t["content"] not in ("+", "-") for t in turns[1::2]):
            fail(f"{where}: an answer is neither + nor -")
        steps += len(turns) // 2
        count += 1
    print(f"rlhflow: {count} rows, {steps} steps")


def mean(matches):
    return 100 * sum(matches) / len(matches) if matches else float("nan")


def judged(found, predict):
    with_error = [predict(r) == r["label"] for r in found if r["label"] != -1]
    without = [predict(r) == r["label"] for r in found if r["label"] == -1]
    acc1, acc2 = mean(with_error), mean(without)
    return acc1, acc2, 2 * acc1 * acc2 / (acc1 + acc2) if acc1 + acc2 else 0.0


def processbench(folder):
    found = []
    for where, row in rows(folder, ".json"):
        for name, kind in (("id", str), ("problem", str), ("steps", list), ("label", int)):
            if type(row.get(name)) is not kind:
                fail(f"{where}: {name} is {row.get(name)!r}")
        if not row["steps"] or any(type(s) is not str for s in row["steps"]):
            fail(f"{where}: the steps are no texts")
        if not -1 <= row["label"] < len(row["steps"]):
            fail(f"{where}: label {row['label']} of {len(row['steps'])} steps")
        if row["final_answer_correct"] not in (True, False, None):
            fail(f"{where}: final_answer_correct is {row['final_answer_correct']!r}")
        tagged = "".join(f"<paragraph_{i}>\n{s}\n</paragraph_{i}>\n\n" for i, s in enumerate(row["steps"]))
        if tagged.count("</paragraph_") < len(row["steps"]):
            fail(f"{where}: the tagged steps are not as many")
        found.append(row)
    oracle = judged(found, lambda r: r["label"])
    nothing = judged(found, lambda r: -1)
    if oracle != (100, 100, 100) or nothing != (0, 100, 0):
        fail(f"an oracle gets {oracle} and always -1 gets {nothing}")
    errors = sum(r["label"] != -1 for r in found)
    print(f"processbench: {len(found)} rows, {errors} with an error; oracle F1 {oracle[2]:.1f}, always -1 {nothing[2]:.1f}")


CHECKS = {"math-shepherd": math_shepherd, "openrlhf": openrlhf, "rlhflow": rlhflow, "processbench": processbench}

if __name__ == "__main__":
    if len(sys.argv) < 2 or any(a.split("=", 1)[0] not in CHECKS for a in sys.argv[1:]):
        print(__doc__)
        sys.exit(2)
    for argument in sys.argv[1:]:
        kind, folder = argument.split("=", 1)
        CHECKS[kind](folder)
    print("all rules hold")
