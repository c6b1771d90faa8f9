package org.stepwright.prm.train;

import ai.onnx.proto.OnnxMl.AttributeProto;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.prm.OnnxHead;
import org.stepwright.prm.train.TreeDump.Tree;

/** Boosted trees as the standard operator {@code TreeEnsembleRegressor}. */
final class TreeHead implements Learner.Head {
    private final TreeDump dump;

    TreeHead(TreeDump dump) {
        this.dump = dump;
    }

    @Override
    public String addTo(OnnxGraph graph, String prefix) {
        Columns columns = new Columns();
        for (int t = 0; t < dump.trees().size(); t++) {
            columns.add(t, dump.trees().get(t));
        }
        return graph.mlNode(
                "TreeEnsembleRegressor",
                prefix + "trees",
                OnnxHead.INPUT,
                columns.attributes(dump.margin()));
    }

    /** The operator wants one long column for each property of a node. */
    private static final class Columns {
        private final List<Long> tree = new ArrayList<>();
        private final List<Long> node = new ArrayList<>();
        private final List<Long> feature = new ArrayList<>();
        private final List<Float> value = new ArrayList<>();
        private final List<String> mode = new ArrayList<>();
        private final List<Long> whenTrue = new ArrayList<>();
        private final List<Long> whenFalse = new ArrayList<>();
        private final List<Long> leafTree = new ArrayList<>();
        private final List<Long> leafNode = new ArrayList<>();
        private final List<Float> leafValue = new ArrayList<>();

        void add(long treeId, Tree nodes) {
            for (int i = 0; i < nodes.left().length; i++) {
                boolean leaf = nodes.left()[i] < 0;
                tree.add(treeId);
                node.add((long) i);
                mode.add(leaf ? "LEAF" : "BRANCH_LT");
                feature.add(leaf ? 0L : nodes.feature()[i]);
                value.add(leaf ? 0f : nodes.value()[i]);
                whenTrue.add(leaf ? 0L : nodes.left()[i]);
                whenFalse.add(leaf ? 0L : nodes.right()[i]);
                if (leaf) {
                    leafTree.add(treeId);
                    leafNode.add((long) i);
                    leafValue.add(nodes.value()[i]);
                }
            }
        }

        List<AttributeProto> attributes(float margin) {
            return List.of(
                    longs("nodes_treeids", tree),
                    longs("nodes_nodeids", node),
                    longs("nodes_featureids", feature),
                    floats("nodes_values", value),
                    strings("nodes_modes", mode),
                    longs("nodes_truenodeids", whenTrue),
                    longs("nodes_falsenodeids", whenFalse),
                    longs("target_treeids", leafTree),
                    longs("target_nodeids", leafNode),
                    longs("target_ids", leafTree.stream().map(t -> 0L).toList()),
                    floats("target_weights", leafValue),
                    floats("base_values", List.of(margin)),
                    AttributeProto.newBuilder()
                            .setName("n_targets")
                            .setType(AttributeProto.AttributeType.INT)
                            .setI(1)
                            .build());
        }

        private static AttributeProto longs(String name, List<Long> values) {
            return AttributeProto.newBuilder()
                    .setName(name)
                    .setType(AttributeProto.AttributeType.INTS)
                    .addAllInts(values)
                    .build();
        }

        private static AttributeProto floats(String name, List<Float> values) {
            return AttributeProto.newBuilder()
                    .setName(name)
                    .setType(AttributeProto.AttributeType.FLOATS)
                    .addAllFloats(values)
                    .build();
        }

        private static AttributeProto strings(String name, List<String> values) {
            AttributeProto.Builder attribute =
                    AttributeProto.newBuilder()
                            .setName(name)
                            .setType(AttributeProto.AttributeType.STRINGS);
            for (String text : values) {
                attribute.addStrings(
                        com.google.protobuf.ByteString.copyFrom(text, StandardCharsets.UTF_8));
            }
            return attribute.build();
        }
    }
}
