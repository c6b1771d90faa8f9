"""Makes the fixtures of the trace and annotation formats with the tools' own Python libraries.

    python3 -m venv /tmp/fixtures && /tmp/fixtures/bin/pip install \
        opentelemetry-sdk==1.45.2 opentelemetry-exporter-otlp-proto-common==1.45.2 \
        langsmith==0.15.1 langfuse==3.15.0 langchain-core==1.8.3 argilla==2.8.0
    /tmp/fixtures/bin/python make_fixtures.py

What is said in them was made up for these tests; the shapes are the libraries' own.
"""

import base64
import datetime as dt
import json
import pathlib
import uuid

HERE = pathlib.Path(__file__).parent
QUESTION = "May order 17 be refunded?"
THOUGHT = "I need the date of the order first."
FACT = '{"ordered":"2026-01-02","delivered":"2026-01-09"}'
ANSWER = "Yes. It was delivered within the last 30 days."
CALL = {"order": 17}


def utc(second):
    return dt.datetime(2026, 1, 15, 12, 0, second, tzinfo=dt.timezone.utc)


def otel():
    """A collector's file: one export request a line, ids in hexadecimal."""
    from google.protobuf.json_format import MessageToDict
    from opentelemetry.exporter.otlp.proto.common.trace_encoder import encode_spans
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.sdk.trace.export import SimpleSpanProcessor
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
    from opentelemetry.sdk.trace.id_generator import IdGenerator

    class Counting(IdGenerator):
        def __init__(self):
            self.last = 0

        def generate_span_id(self):
            self.last += 1
            return self.last

        def generate_trace_id(self):
            return 0x4BF92F3577B34DA6A3CE929D0E0E4736

    spans = InMemorySpanExporter()
    provider = TracerProvider(
        resource=Resource.create({"service.name": "refunds"}), id_generator=Counting()
    )
    provider.add_span_processor(SimpleSpanProcessor(spans))
    tracer = provider.get_tracer("fixture")

    def text(role, said):
        return {"role": role, "parts": [{"type": "text", "content": said}]}

    call = {
        "role": "assistant",
        "parts": [
            {"type": "reasoning", "content": THOUGHT},
            {"type": "tool_call", "id": "call_1", "name": "find_order", "arguments": CALL},
        ],
        "finish_reason": "tool_call",
    }
    result = {
        "role": "tool",
        "parts": [{"type": "tool_call_response", "id": "call_1", "response": json.loads(FACT)}],
    }
    answer = {**text("assistant", ANSWER), "finish_reason": "stop"}

    def start(name, second, **attributes):
        at = int(utc(second).timestamp()) * 10**9
        span = tracer.start_as_current_span(
            name,
            start_time=at,
            end_on_exit=False,
            attributes={"gen_ai." + k.replace("__", "."): v for k, v in attributes.items()},
        )
        return span, at

    def chat(second, inputs, outputs):
        span, at = start(
            "chat gpt-4",
            second,
            operation__name="chat",
            provider__name="openai",
            request__model="gpt-4",
            input__messages=json.dumps(inputs),
            output__messages=json.dumps(outputs),
        )
        with span as open_span:
            if outputs[0] is answer:
                open_span.add_event(
                    "gen_ai.evaluation.result",
                    {
                        "gen_ai.evaluation.name": "policy",
                        "gen_ai.evaluation.score.value": 0.75,
                        "gen_ai.evaluation.explanation": "The day of delivery was not said.",
                    },
                    timestamp=at + 3 * 10**8,
                )
            open_span.end(at + 5 * 10**8)

    agent, at = start(
        "invoke_agent refunds",
        0,
        operation__name="invoke_agent",
        agent__name="refund agent",
        input__messages=json.dumps([text("user", QUESTION)]),
        output__messages=json.dumps([answer]),
    )
    with agent as outer:
        chat(1, [text("system", "Follow the policy."), text("user", QUESTION)], [call])
        tool, at_tool = start(
            "execute_tool find_order",
            2,
            operation__name="execute_tool",
            tool__name="find_order",
            tool__call__id="call_1",
            tool__call__arguments=json.dumps(CALL),
            tool__call__result=FACT,
        )
        with tool as inner:
            inner.end(at_tool + 10**8)
        chat(
            3,
            [text("system", "Follow the policy."), text("user", QUESTION), call, result],
            [answer],
        )
        outer.end(at + 4 * 10**9)

    def hexadecimal(node):
        if isinstance(node, dict):
            for key, value in node.items():
                if key in ("traceId", "spanId", "parentSpanId"):
                    node[key] = base64.b64decode(value).hex()
                else:
                    hexadecimal(value)
        elif isinstance(node, list):
            for item in node:
                hexadecimal(item)

    with open(HERE / "otel.sdk.jsonl", "w") as out:
        for span in spans.get_finished_spans():
            request = MessageToDict(encode_spans([span]))
            hexadecimal(request)
            out.write(json.dumps(request) + "\n")


def lang_chain_message(message):
    from langchain_core.load import dumpd

    return dumpd(message)


def langsmith():
    """Runs of a RunTree, flat with dotted_order, and nested, with LangChain's own messages."""
    from langchain_core.messages import AIMessage, HumanMessage, SystemMessage, ToolMessage
    from langsmith.run_trees import RunTree

    ids = (uuid.UUID(int=i) for i in range(1, 99))

    def run(parent, name, kind, first, last, inputs, outputs, **extra):
        fields = dict(
            id=next(ids), start_time=utc(first), end_time=utc(last), inputs=inputs,
            outputs=outputs, extra=extra,
        )
        if parent is None:
            return RunTree(name=name, run_type=kind, **fields)
        return parent.create_child(name=name, run_type=kind, run_id=fields.pop("id"), **fields)

    system, human = SystemMessage("Follow the policy."), HumanMessage(QUESTION)
    call = AIMessage(
        THOUGHT, tool_calls=[{"name": "find_order", "args": CALL, "id": "call_1"}]
    )
    result = ToolMessage(FACT, tool_call_id="call_1", name="find_order")
    final = AIMessage(ANSWER)
    dump = lang_chain_message

    def generation(message):
        return {
            "generations": [[{"text": message.content, "type": "ChatGeneration",
                              "message": dump(message)}]],
            "llm_output": {"model_name": "gpt-4"},
        }

    root = run(None, "refund agent", "chain", 0, 9, {"input": QUESTION}, {"output": ANSWER})
    known = {"metadata": {"ls_model_name": "gpt-4"}}
    run(root, "ChatOpenAI", "llm", 1, 2,
        {"messages": [[dump(system), dump(human)]]}, generation(call), **known)
    run(root, "find_order", "tool", 3, 4, {"input": str(CALL)}, {"output": dump(result)})
    judged = run(root, "ChatOpenAI", "llm", 5, 6,
                 {"messages": [[dump(m) for m in (system, human, call, result)]]},
                 generation(final), **known)

    def plain(tree, nested):
        data = json.loads(json.dumps(tree._get_dicts_safe(), default=str))
        data.pop("child_runs", None)
        data["feedback_stats"] = (
            {"policy": {"n": 2, "avg": 0.75, "values": {}}} if tree is judged else None
        )
        if nested:
            data["child_runs"] = [plain(child, True) for child in tree.child_runs]
        return data

    with open(HERE / "langsmith.flat.jsonl", "w") as out:
        for tree in [root, *root.child_runs]:
            out.write(json.dumps(plain(tree, False)) + "\n")
    with open(HERE / "langsmith.nested.json", "w") as out:
        json.dump([plain(root, True)], out, indent=1)


def langfuse():
    """A trace of the API, through the API client's own types."""
    from langfuse.api import ObservationsView, TraceWithFullDetails

    def observation(number, parent, kind, name, first, said, answered, **more):
        at = {"startTime": utc(first), "endTime": utc(first + 1)}
        return dict(
            id=f"obs-{number}", traceId="trace-refund", type=kind, name=name, input=said,
            output=answered, level="DEFAULT", parentObservationId=parent, metadata={},
            usage={"input": 1, "output": 1, "total": 2, "unit": "TOKENS"},
            usageDetails={}, costDetails={}, modelParameters={}, environment="default",
            **at, **more,
        )

    system = {"role": "system", "content": "Follow the policy."}
    user = {"role": "user", "content": QUESTION}
    call = {
        "role": "assistant", "content": THOUGHT,
        "tool_calls": [{"id": "call_1", "type": "function", "function": {
            "name": "find_order", "arguments": json.dumps(CALL)}}],
    }
    result = {"role": "tool", "tool_call_id": "call_1", "content": FACT}
    observations = [
        observation(1, None, "AGENT", "refund agent", 0, {"input": QUESTION}, ANSWER),
        observation(2, "obs-1", "GENERATION", "chat", 1, [system, user], call, model="gpt-4"),
        observation(3, "obs-1", "TOOL", "find_order", 3, CALL, json.loads(FACT)),
        observation(4, "obs-1", "GENERATION", "chat", 5, [system, user, call, result],
                    {"role": "assistant", "content": ANSWER}, model="gpt-4"),
        observation(5, "obs-1", "EVALUATOR", "judge", 7, ANSWER, "fine"),
    ]

    def score(number, observed, source, kind, name, value, **more):
        return dict(
            id=f"score-{number}", traceId="trace-refund", observationId=observed, name=name,
            source=source, dataType=kind, value=value, timestamp=utc(20), createdAt=utc(20),
            updatedAt=utc(20), environment="default", metadata={}, **more,
        )

    scores = [
        score(1, "obs-4", "EVAL", "NUMERIC", "policy", 0.75, comment="The day was not said."),
        score(2, "obs-4", "ANNOTATION", "BOOLEAN", "correct", 1, stringValue="True",
              authorUserId="ann"),
        score(3, "obs-4", "API", "NUMERIC", "stars", 4),
        score(4, None, "ANNOTATION", "CATEGORICAL", "tone", 2, stringValue="friendly",
              authorUserId="ben"),
    ]
    trace = dict(
        id="trace-refund", timestamp=utc(0), name="refund", input={"input": QUESTION},
        output=ANSWER, tags=["demo"], public=False, environment="default",
        htmlPath="/project/p/traces/trace-refund", latency=9.0, totalCost=0.0,
        observations=observations, scores=scores, metadata={}, sessionId="session-1",
    )
    checked = TraceWithFullDetails.model_validate(trace) if hasattr(
        TraceWithFullDetails, "model_validate") else TraceWithFullDetails.parse_obj(trace)
    whole = json.loads(checked.json(by_alias=True))
    with open(HERE / "langfuse.api.json", "w") as out:
        json.dump(whole, out, indent=1)
    with open(HERE / "langfuse.download.json", "w") as out:
        json.dump({"observations": whole["observations"], "scores": whole["scores"]}, out)
    assert ObservationsView


def argilla():
    """Records as Dataset.records.to_json writes them."""
    import argilla as rg

    ann, ben = uuid.UUID(int=1), uuid.UUID(int=2)
    steps = ["First step.", "Second step."]
    record = rg.Record(
        id="refund-1",
        fields={"problem": QUESTION, "step_1": steps[0], "step_2": steps[1]},
        metadata={"generator": "gpt-4"},
        suggestions=[
            rg.Suggestion("step_1", "correct", score=0.9, agent="prm"),
            rg.Suggestion("step_2", "wrong", score=0.6, agent="prm"),
        ],
        responses=[
            rg.Response("step_1", "correct", user_id=ann),
            rg.Response("step_2", "wrong", user_id=ann),
            rg.Response("step_1", "correct", user_id=ben),
            rg.Response("step_2", "neutral", user_id=ben),
        ],
    )
    with open(HERE / "argilla.records.json", "w") as out:
        json.dump([record.to_dict()], out)


if __name__ == "__main__":
    for make in (otel, langsmith, langfuse, argilla):
        try:
            make()
            print(make.__name__, "made")
        except Exception as failed:  # each library may be missing
            print(make.__name__, "FAILED", type(failed).__name__, failed)
