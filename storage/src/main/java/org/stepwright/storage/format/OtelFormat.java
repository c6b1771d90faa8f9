package org.stepwright.storage.format;

import java.util.Optional;
import java.util.Set;
import org.stepwright.label.LabelledTrace;
import org.stepwright.storage.format.span.OtlpRecords;
import org.stepwright.storage.format.span.SpanTrace;

/**
 * OpenTelemetry GenAI in OTLP's JSON form, as the collector's file exporter writes it (an object a
 * line) or as one object. Each {@code traceId} is a trace. An event {@code
 * gen_ai.evaluation.result} is a suggestion, unless the workbench itself wrote it for a label.
 */
final class OtelFormat extends SpanFormat {
    OtelFormat() {
        super(new OtlpRecords(Json.MAPPER));
    }

    @Override
    public String name() {
        return "otel";
    }

    @Override
    public String title() {
        return "OpenTelemetry GenAI (OTLP JSON)";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.contains("resourceSpans") || keys.contains("resource_spans");
    }

    @Override
    LabelledTrace labelled(SpanTrace trace) {
        if (trace.own() == null) {
            return super.labelled(trace);
        }
        return GenericRow.read(new JsonRow(null, trace.own()));
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new OtelWriter());
    }
}
