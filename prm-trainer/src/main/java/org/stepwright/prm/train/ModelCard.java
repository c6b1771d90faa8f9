package org.stepwright.prm.train;

import java.util.Locale;
import org.stepwright.prm.RunManifest;

/** What people should know about a model, as Markdown. */
final class ModelCard {
    private ModelCard() {}

    static String of(RunManifest manifest) {
        StringBuilder card = new StringBuilder();
        card.append("# ").append(prose(manifest.name())).append("\n\n");
        card.append(
                "A process reward model: it gives each step of an answer a reward in [0, 1], from"
                        + " the problem and the steps so far. Made with Stepwright.\n\n");
        facts(card, manifest);
        results(card, manifest);
        limits(card, manifest);
        card.append(CardRecipe.of(manifest));
        return card.toString();
    }

    private static void facts(StringBuilder card, RunManifest manifest) {
        card.append("## Origin\n\n");
        fact(card, "Recipe", manifest.recipe() + " (" + manifest.learner() + ")");
        fact(card, "Training data, SHA-256", manifest.datasetSha256());
        manifest.counts().forEach((name, count) -> fact(card, name, count.toString()));
        fact(card, "Split", manifest.split());
        fact(card, "Neutral steps", manifest.neutral());
        fact(card, "Seed", Long.toString(manifest.seed()));
        if (!manifest.rubricVersion().isEmpty()) {
            fact(card, "Rubric", prose(manifest.rubricVersion()));
        }
        if (!manifest.backbone().isEmpty()) {
            fact(card, "Encoder", manifest.backbone());
            fact(card, "Encoder's ONNX file, SHA-256", manifest.backboneSha256());
        }
        fact(card, "Threshold", number(manifest.threshold()) + ", " + manifest.thresholdRule());
        fact(card, "Temperature", number(manifest.temperature()) + ", fitted on validation");
    }

    private static void results(StringBuilder card, RunManifest manifest) {
        card.append("\n## Results\n\nAccuracies and F1 in percent, the rest in [0, 1];")
                .append(" `base_rate` is the share of wrong steps.\n\n| | |\n|---|---|\n");
        manifest.metrics()
                .forEach(
                        (name, value) ->
                                card.append("| ")
                                        .append(name)
                                        .append(" | ")
                                        .append(number(value))
                                        .append(" |\n"));
    }

    private static void limits(StringBuilder card, RunManifest manifest) {
        card.append("\n## Limits\n\n");
        manifest.warnings().forEach(warning -> card.append("- ").append(warning).append('\n'));
        card.append(
                "- It reads the surface of a step and a few checked facts; it does not solve the"
                        + " problem.\n"
                        + "- On other sources than those it was trained on, rewards shift: choose"
                        + " the threshold on a few of your own labels.\n"
                        + "- The results above come from the same sources as the training data,"
                        + " split by problem.\n");
        if (!manifest.backbone().isEmpty()) {
            card.append(
                    "- The encoder's 8-bit arithmetic differs a little between kinds of processors"
                            + " and versions of ONNX Runtime, and rewards with it.\n");
        }
    }

    /** Foreign text between the card's own: one line, no tags, no links, no images. */
    private static String prose(String text) {
        return text.replaceAll("\\s+", " ")
                .strip()
                .replace("\\", "\\\\")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("[", "\\[");
    }

    private static void fact(StringBuilder card, String name, String value) {
        card.append("- ").append(name).append(": ").append(value).append('\n');
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
