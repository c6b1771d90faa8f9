"""Checks an exported TRL folder with the real libraries: datasets, huggingface_hub, TRL's PRMTrainer.

    python -m venv venv && venv/bin/pip install -r EXPORT/kit/trl/requirements.txt
    venv/bin/python storage/src/test/resources/python/check_trl.py EXPORT

Reads nothing from the network. Ends with 1 and a sentence when the card's front matter is not what the
libraries read, when a row has other labels after TRL's own tokenisation than in the file, when training
does not run, or when anything warns about labels. Also runs the kit's own script with --smoke.
"""

import json
import logging
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

os.environ["TRL_EXPERIMENTAL_SILENCE"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_DATASETS_CACHE"] = tempfile.mkdtemp(prefix="check-trl-")

import datasets  # noqa: E402
import huggingface_hub  # noqa: E402
import torch  # noqa: E402
import transformers  # noqa: E402
import trl  # noqa: E402
from datasets.info import DatasetInfosDict  # noqa: E402
from datasets.utils.metadata import MetadataConfigs  # noqa: E402
from trl.experimental.prm import PRMConfig, PRMTrainer  # noqa: E402

SEEN = []


class Listener(logging.Handler):
    def emit(self, record):
        SEEN.append(f"{record.name}: {record.getMessage()}")


def fail(sentence):
    print("FAILED:", sentence)
    sys.exit(1)


def listen():
    """Hears every warning, of Python's warnings and of the libraries' logs."""
    listener = Listener(level=logging.WARNING)
    names = ["", "trl", "transformers", "datasets", "accelerate", "huggingface_hub"]
    for name in names:
        logging.getLogger(name).addHandler(listener)

    def show(message, category, filename, lineno, file=None, line=None):
        SEEN.append(f"{category.__name__}: {message}")

    warnings.showwarning = show
    warnings.simplefilter("always")


def front_matter(folder):
    card = huggingface_hub.DatasetCard.load(folder / "README.md")
    data = card.data
    for key in ["license", "pretty_name", "size_categories", "task_categories"]:
        if not data.get(key):
            fail(f"The card's front matter has no {key}.")
    configs = MetadataConfigs.from_dataset_card_data(data)
    infos = DatasetInfosDict.from_dataset_card_data(data)
    files = {split["split"]: split["path"] for split in configs["default"]["data_files"]}
    return infos["default"], files


def loaded(folder):
    info, files = front_matter(folder)
    dataset = datasets.load_dataset(str(folder))
    if set(dataset) != set(files):
        fail(f"The card names the parts {sorted(files)}, but {sorted(dataset)} were loaded.")
    for name, part in dataset.items():
        if info.splits[name].num_examples != part.num_rows:
            fail(f"The card says {info.splits[name].num_examples} rows of {name}, not {part.num_rows}.")
        if part.features != info.features:
            fail(f"The columns of {name} are not those of the card: {part.features}.")
        path = folder / files[name]
        if path.suffix == ".jsonl":
            lines = path.read_text(encoding="utf-8").splitlines()
            for line, row in zip(lines, part, strict=True):
                written = json.loads(line)
                for column in ["prompt", "completions", "labels"]:
                    if written[column] != row[column]:
                        fail(f"A row of {name} has another {column} in the file than loaded.")
    return dataset


def words(dataset):
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers

    own = Tokenizer(models.BPE(unk_token="<unk>"))
    own.pre_tokenizer = pre_tokenizers.ByteLevel()
    texts = (step for row in dataset["train"] for step in [row["prompt"], *row["completions"]])
    own.train_from_iterator(
        texts, trainers.BpeTrainer(vocab_size=1000, special_tokens=["<unk>", "<pad>"])
    )
    return transformers.PreTrainedTokenizerFast(
        tokenizer_object=own, unk_token="<unk>", pad_token="<pad>"
    )


def same_labels(dataset, tokenizer):
    """TRL's own tokenisation keeps each label of each row; gives their number."""
    count = 0
    for name, part in dataset.items():
        for row in part:
            given = dict(
                tokenizer=tokenizer,
                step_separator="\n",
                max_length=None,
                max_completion_length=None,
                train_on_last_step_only=False,
                is_eval=False,
            )
            made = PRMTrainer.tokenize_row(row, **given)
            labels = [label for label in made["labels"] if label != -100]
            if labels != [int(label) for label in row["labels"]]:
                fail(f"TRL reads other labels from the row {row.get('id')} of {name}.")
            count += len(labels)
    return count


def train(dataset, tokenizer, steps):
    torch.manual_seed(0)
    model = transformers.Qwen3ForTokenClassification(
        transformers.Qwen3Config(
            vocab_size=len(tokenizer),
            hidden_size=32,
            intermediate_size=64,
            num_hidden_layers=2,
            num_attention_heads=2,
            num_key_value_heads=2,
            head_dim=16,
            num_labels=2,
            pad_token_id=tokenizer.pad_token_id,
        )
    )
    with tempfile.TemporaryDirectory() as output:
        config = PRMConfig(
            output_dir=output,
            max_steps=steps,
            per_device_train_batch_size=4,
            learning_rate=1e-3,
            logging_steps=1,
            bf16=False,
            use_cpu=True,
            gradient_checkpointing=False,
            save_strategy="no",
            report_to="none",
        )
        held = dataset.get("validation")
        trainer = PRMTrainer(
            model=model,
            args=config,
            processing_class=tokenizer,
            train_dataset=dataset["train"].select(range(min(200, dataset["train"].num_rows))),
            eval_dataset=None if held is None else held.select(range(min(20, held.num_rows))),
        )
        trainer.train()
        losses = [entry["loss"] for entry in trainer.state.log_history if "loss" in entry]
        if len(losses) != steps or not all(loss == loss and loss > 0 for loss in losses):
            fail(f"Training gave the losses {losses}.")
        return losses, {} if held is None else trainer.evaluate()


def kit(folder):
    script = folder / "kit" / "trl" / "train_prm.py"
    if not script.exists():
        print("no kit in the export")
        return
    with tempfile.TemporaryDirectory() as output:
        command = [sys.executable, str(script), "--smoke", "--output", output]
        done = subprocess.run(command, capture_output=True, text=True)
        said = done.stdout + done.stderr
        if done.returncode:
            print(said)
            fail("The kit's script did not run.")
        for line in said.splitlines():
            if "label" in line.lower() and "warn" in line.lower():
                fail(f"The kit's script warned about labels: {line}")
        print("kit:", (Path(output) / "serve.txt").read_text(encoding="utf-8").strip())
        reload = transformers.AutoModelForTokenClassification.from_pretrained(output)
        if reload.config.num_labels != 2:
            fail("The kit's model has not two classes.")


def main():
    folder = Path(sys.argv[1]).resolve()
    listen()
    for library in [trl, transformers, datasets, huggingface_hub, torch]:
        print(library.__name__, library.__version__)
    dataset = loaded(folder)
    print({name: part.num_rows for name, part in dataset.items()}, dataset["train"].features)
    tokenizer = words(dataset)
    print("labels that TRL reads as written:", same_labels(dataset, tokenizer))
    losses, held = train(dataset, tokenizer, 5)
    print("losses:", [round(loss, 4) for loss in losses], "held-out:", held)
    kit(folder)
    about = [message for message in SEEN if "label" in message.lower()]
    card = [message for message in SEEN if "card" in message.lower()]
    if card:
        fail(f"There were warnings about the card: {card}")
    other = [message for message in SEEN if message not in about]
    for message in other:
        print("other warning:", message[:200])
    if about:
        fail(f"There were warnings about labels: {about}")
    print("passed")


if __name__ == "__main__":
    main()
