"""Reads exported files with the libraries of the tools that they are meant for.

    python3 -m venv venv && venv/bin/pip install opentelemetry-proto==1.45.2 argilla==2.8.0 \\
        label-studio-sdk==2.1.2 langchain-core==1.8.3
    venv/bin/python storage/src/test/resources/python/check_tools.py \\
        otel=FILE.jsonl argilla=FILE.json label-studio=FILE.json chat=FILE.jsonl

OpenTelemetry: each line is an export request of the protocol's own messages, with no unknown field; ids have their
lengths, parents are there, and the messages follow the conventions.
Argilla: each row becomes a Record and comes back as it was.
Label Studio: the SDK's converter turns the tasks into its compact JSON, one row an annotation.
Chat: LangChain turns the messages into its own.

Reads nothing from the network. Ends with 1 and a sentence at the first row that a library does not take.
"""

import base64
import json
import sys
import tempfile
from pathlib import Path


def fail(sentence):
    print("FAILED:", sentence)
    sys.exit(1)


def lines(file):
    return [json.loads(x) for x in Path(file).read_text(encoding="utf-8").split("\n") if x]


def base64_ids(node, spans):
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("traceId", "spanId", "parentSpanId"):
                if len(value) != (32 if key == "traceId" else 16):
                    fail(f"{key} is {value}")
                node[key] = base64.b64encode(bytes.fromhex(value)).decode()
            else:
                base64_ids(value, spans)
        if "spanId" in node:
            spans.append(node)
    elif isinstance(node, list):
        for item in node:
            base64_ids(item, spans)


def otel(file):
    from google.protobuf.json_format import ParseDict
    from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

    requests = lines(file)
    count = 0
    for request in requests:
        spans = []
        base64_ids(request, spans)
        ParseDict(request, ExportTraceServiceRequest(), ignore_unknown_fields=False)
        known = {span["spanId"] for span in spans}
        for span in spans:
            if span.get("parentSpanId", span["spanId"]) not in known:
                fail("a parent is missing")
            for attribute in span["attributes"]:
                if attribute["key"].endswith(".messages"):
                    for message in json.loads(attribute["value"]["stringValue"]):
                        if not message["role"] or not all("type" in p for p in message["parts"]):
                            fail(f"a message is {message}")
        count += len(spans)
    return f"{len(requests)} requests, {count} spans"


def argilla(file):
    import argilla as rg

    rows = json.loads(Path(file).read_text(encoding="utf-8"))
    for row in rows:
        back = rg.Record.from_dict(row).to_dict()
        for part in ("id", "fields", "metadata", "suggestions", "responses"):
            if json.loads(json.dumps(back[part])) != row[part]:
                fail(f"{part} of record {row['id']} came back as {back[part]}")
    return f"{len(rows)} records"


def label_studio(file):
    from label_studio_sdk.converter import Converter

    config = (
        '<View><Text name="run" value="$run"/><Choices name="verdict" toName="run">'
        '<Choice value="correct"/><Choice value="wrong"/><Choice value="unfinished"/>'
        "</Choices></View>"
    )
    tasks = json.loads(Path(file).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "tasks"
        source.mkdir()
        (source / "tasks.json").write_text(json.dumps(tasks), encoding="utf-8")
        target = Path(folder) / "out"
        Converter(config, project_dir=folder).convert_to_json_min(str(source), str(target))
        rows = json.loads(next(target.glob("*.json")).read_text(encoding="utf-8"))
    done = [a for t in tasks for a in t["annotations"] if a["result"] and not a["was_cancelled"]]
    if sum("verdict" in row for row in rows) != len(done):
        fail(f"{len(rows)} rows came of {len(done)} annotations")
    return f"{len(tasks)} tasks, {len(done)} annotations"


def chat(file):
    from langchain_core.messages import convert_to_messages

    rows = lines(file)
    count = 0
    for row in rows:
        for message in row["messages"]:
            message["content"] = message["content"] or ""
        count += len(convert_to_messages(row["messages"]))
    return f"{len(rows)} conversations, {count} messages"


CHECKS = {"otel": otel, "argilla": argilla, "label-studio": label_studio, "chat": chat}

if __name__ == "__main__":
    for argument in sys.argv[1:]:
        name, path = argument.split("=", 1)
        print(name + ":", CHECKS[name](path), "read")
