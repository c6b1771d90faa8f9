package org.stepwright.prm.train;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.stepwright.prm.OnnxHead;

/**
 * Builds the {@code model.onnx} of a bundle out of standard operators: input {@code features}
 * (float, [n, width]), outputs {@code logit} and {@code reward} (float, [n, 1]).
 */
final class OnnxGraph {
    /** IR version and opsets that every ONNX Runtime since 2021 reads. */
    private static final int IR_VERSION = 8;

    private static final int OPSET = 13;
    private static final int ML_OPSET = 3;
    private static final String ML_DOMAIN = "ai.onnx.ml";

    private final GraphProto.Builder graph = GraphProto.newBuilder().setName("reward");
    private final int width;

    OnnxGraph(int width) {
        this.width = width;
        graph.addInput(value(OnnxHead.INPUT, width));
    }

    /** Adds an operator with one output. */
    String node(String operator, String output, List<String> inputs) {
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType(operator)
                        .setName(output)
                        .addAllInput(inputs)
                        .addOutput(output));
        return output;
    }

    /** Adds an operator of the classical machine learning domain. */
    String mlNode(String operator, String output, String input, List<AttributeProto> attributes) {
        graph.addNode(
                NodeProto.newBuilder()
                        .setOpType(operator)
                        .setDomain(ML_DOMAIN)
                        .setName(output)
                        .addInput(input)
                        .addOutput(output)
                        .addAllAttribute(attributes));
        return output;
    }

    /** Adds constant floats. */
    String floats(String name, float[] values, long... shape) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(TensorProto.DataType.FLOAT.getNumber());
        for (long size : shape) {
            tensor.addDims(size);
        }
        for (float value : values) {
            tensor.addFloatData(value);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /** Adds constant whole numbers. */
    String longs(String name, long... values) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder()
                        .setName(name)
                        .setDataType(TensorProto.DataType.INT64.getNumber())
                        .addDims(values.length);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return name;
    }

    /**
     * Ends the graph.
     *
     * @param logit name of the value that holds the logit before temperature, [n, 1]
     * @param temperature the logit is divided by it
     * @param metadata facts that tools for ONNX files show
     * @return the file's bytes; the same graph gives the same bytes
     */
    byte[] finish(String logit, double temperature, Map<String, String> metadata) {
        String scale = floats("inverse_temperature", new float[] {(float) (1 / temperature)}, 1);
        node("Mul", OnnxHead.LOGIT, List.of(logit, scale));
        node("Sigmoid", "reward", List.of(OnnxHead.LOGIT));
        graph.addOutput(value(OnnxHead.LOGIT, 1));
        graph.addOutput(value("reward", 1));
        ModelProto.Builder model =
                ModelProto.newBuilder()
                        .setIrVersion(IR_VERSION)
                        .setProducerName("Stepwright")
                        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
                        .addOpsetImport(
                                OperatorSetIdProto.newBuilder()
                                        .setDomain(ML_DOMAIN)
                                        .setVersion(ML_OPSET))
                        .setGraph(graph);
        new TreeMap<>(metadata)
                .forEach(
                        (key, text) ->
                                model.addMetadataProps(
                                        StringStringEntryProto.newBuilder()
                                                .setKey(key)
                                                .setValue(text)));
        return model.build().toByteArray();
    }

    int width() {
        return width;
    }

    private static ValueInfoProto value(String name, int width) {
        TensorShapeProto shape =
                TensorShapeProto.newBuilder()
                        .addDim(TensorShapeProto.Dimension.newBuilder().setDimParam("n"))
                        .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(width))
                        .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(
                        TypeProto.newBuilder()
                                .setTensorType(
                                        TypeProto.Tensor.newBuilder()
                                                .setElemType(TensorProto.DataType.FLOAT.getNumber())
                                                .setShape(shape)))
                .build();
    }
}
