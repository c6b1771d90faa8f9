"""Trains a process reward model on this export with TRL's PRMTrainer.

    pip install -r requirements.txt
    python train_prm.py                 # on a GPU
    python train_prm.py --smoke         # a few steps of a tiny random model, to try the machinery

Settings are in config.yaml beside this file. The script reads nothing from the network but the
model that the settings name; --smoke reads nothing at all.
"""

import argparse
import json
import os
from pathlib import Path

os.environ.setdefault("TRL_EXPERIMENTAL_SILENCE", "1")

import torch  # noqa: E402
import yaml  # noqa: E402
from datasets import load_dataset  # noqa: E402
from transformers import AutoModelForTokenClassification, AutoTokenizer  # noqa: E402
from trl.experimental.prm import PRMConfig, PRMTrainer  # noqa: E402

HERE = Path(__file__).resolve().parent
COLUMNS = ["prompt", "completions", "labels"]


def checked(dataset):
    """Only TRL's columns; labels are booleans, one a step."""
    for name, part in dataset.items():
        for row in part:
            if len(row["labels"]) != len(row["completions"]):
                raise SystemExit(f"A row of {name} has labels for other steps than it has.")
            if not all(isinstance(label, bool) for label in row["labels"]):
                raise SystemExit(f"A label of {name} is not true or false; TRL would cast it.")
    return dataset.select_columns(COLUMNS)


def fitting(part, name, tokenizer, config):
    """Leaves out rows of which no label is left within max_length, and counts labels cut off."""
    cut = 0
    rows = 0

    def keep(row):
        nonlocal cut, rows
        given = dict(
            tokenizer=tokenizer,
            step_separator=config.step_separator,
            max_length=config.max_length,
            max_completion_length=None,
            train_on_last_step_only=False,
            is_eval=True,
        )
        labels = PRMTrainer.tokenize_row(row, **given)["labels"]
        left = sum(label != -100 for label in labels)
        cut += len(row["labels"]) - left
        rows += left == 0
        return left > 0

    kept = part.filter(keep, desc=f"Measuring {name}")
    if cut:
        print(
            f"{name}: {cut} step labels lie behind max_length {config.max_length} and are not used;"
            f" {rows} rows have no label left and are left out. Raise max_length to keep them."
        )
    return kept


def tiny(dataset):
    """A random model and a tokenizer of words that were seen in the data, made on the spot."""
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers
    from transformers import PreTrainedTokenizerFast, Qwen3Config, Qwen3ForTokenClassification

    words = Tokenizer(models.BPE(unk_token="<unk>"))
    words.pre_tokenizer = pre_tokenizers.ByteLevel()
    trainer = trainers.BpeTrainer(vocab_size=2000, special_tokens=["<unk>", "<pad>"])
    texts = (step for row in dataset["train"] for step in [row["prompt"], *row["completions"]])
    words.train_from_iterator(texts, trainer)
    tokenizer = PreTrainedTokenizerFast(
        tokenizer_object=words, unk_token="<unk>", pad_token="<pad>"
    )
    torch.manual_seed(0)
    model = Qwen3ForTokenClassification(
        Qwen3Config(
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
    return tokenizer, model


def load(name):
    tokenizer = AutoTokenizer.from_pretrained(name)
    model = AutoModelForTokenClassification.from_pretrained(name, num_labels=2)
    if tokenizer.pad_token is None:
        tokenizer.pad_token = tokenizer.eos_token
    model.config.pad_token_id = tokenizer.pad_token_id
    return tokenizer, model


def mark_steps(tokenizer, model, separator):
    """Makes the separator one token, and returns its id; a line break or the like stays as it is."""
    ids = tokenizer.encode(separator, add_special_tokens=False)
    if len(ids) != 1:
        tokenizer.add_special_tokens({"additional_special_tokens": [separator]})
        if len(tokenizer) > model.get_input_embeddings().num_embeddings:
            model.resize_token_embeddings(len(tokenizer))
        ids = tokenizer.encode(separator, add_special_tokens=False)
    return ids[-1]


def without_separator(dataset, separator):
    """A step that contains the separator would get a verdict in its middle."""
    if not separator.strip():
        return dataset
    broken = separator[:1] + "\u200b" + separator[1:]

    def safe(row):
        return {
            "prompt": row["prompt"].replace(separator, broken),
            "completions": [step.replace(separator, broken) for step in row["completions"]],
        }

    return dataset.map(safe, desc="Looking for separators")


def main():
    parser = argparse.ArgumentParser(description="Trains a process reward model with TRL.")
    parser.add_argument("--config", type=Path, default=HERE / "config.yaml")
    parser.add_argument("--smoke", action="store_true", help="a few steps of a tiny random model")
    parser.add_argument("--output", type=Path, help="where the model goes, in place of the setting")
    options = parser.parse_args()
    settings = yaml.safe_load(options.config.read_text(encoding="utf-8"))
    here = options.config.resolve().parent
    separator = settings["step_separator"]

    dataset = checked(load_dataset(str((here / settings["data"]).resolve())))
    if "train" not in dataset:
        raise SystemExit("The export has no training part.")
    dataset = without_separator(dataset, separator)
    tokenizer, model = tiny(dataset) if options.smoke else load(settings["model"])
    tag = mark_steps(tokenizer, model, separator)

    gpu = torch.cuda.is_available()
    # A try must never take the place of a trained model.
    name = settings["output"] + ("-smoke" if options.smoke else "")
    output = (options.output or here / name).resolve()
    config = PRMConfig(
        output_dir=str(output),
        step_separator=separator,
        max_length=settings["max_length"],
        num_train_epochs=settings["epochs"],
        max_steps=5 if options.smoke else -1,
        learning_rate=float(settings["learning_rate"]),
        per_device_train_batch_size=settings["batch_size"],
        gradient_accumulation_steps=1 if options.smoke else settings["gradient_accumulation"],
        gradient_checkpointing=not options.smoke,
        bf16=gpu and torch.cuda.is_bf16_supported(),
        use_cpu=not gpu,
        seed=settings["seed"],
        logging_steps=1 if options.smoke else 10,
        save_strategy="no",
        eval_strategy="no",
        report_to="none",
    )
    train = fitting(dataset["train"], "train", tokenizer, config)
    held = dataset.get("validation")
    held = None if held is None else fitting(held, "validation", tokenizer, config)
    if options.smoke and held is not None:
        held = held.select(range(min(20, len(held))))
    trainer = PRMTrainer(
        model=model,
        args=config,
        processing_class=tokenizer,
        train_dataset=train,
        eval_dataset=held,
    )
    trainer.train()
    if held is not None and len(held):
        print("validation:", json.dumps(trainer.evaluate()))
    trainer.save_model(str(output))
    tokenizer.save_pretrained(str(output))

    pooler = json.dumps({"pooling_type": "STEP", "step_tag_id": tag, "returned_token_ids": [0, 1]})
    (output / "serve.txt").write_text(
        f"vllm serve '{output}' --runner pooling --pooler-config '{pooler}'\n", encoding="utf-8"
    )
    print(f"The model is in {output}; serve.txt there says how to serve it.")


if __name__ == "__main__":
    main()
