package org.stepwright.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.storage.Run;
import org.stepwright.work.WorkFailed;

/**
 * What came of a training run, as a workspace keeps it.
 *
 * @param traces traces trained and evaluated on
 * @param steps steps with a target
 * @param positives steps whose target is 1
 * @param seconds how long it took
 * @param threshold reward under which a step counts as wrong, in [0, 1]
 * @param datasetSha256 digest of the training set, hexadecimal
 * @param validation results on the validation part, which chose threshold and temperature
 * @param heldOut results on the part that nothing was chosen on; null when that part is empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrainingOutcome(
        int traces,
        int steps,
        int positives,
        double seconds,
        double threshold,
        String datasetSha256,
        FileEval validation,
        FileEval heldOut) {
    /** The field of a failed run that says why. */
    static final String FAILURE = "failure";

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .addModule(
                            new SimpleModule()
                                    .addDeserializer(double.class, new NumberOrNan())
                                    .addDeserializer(Double.class, new NumberOrNan()))
                    .build();

    /**
     * @param run a training run that succeeded, from the window or the command line
     * @return what came of it
     * @throws WorkFailed when it was saved by a version that this one does not understand
     */
    public static TrainingOutcome read(Run run) {
        try {
            TrainingOutcome outcome = JSON.readValue(run.resultJson(), TrainingOutcome.class);
            if (outcome != null && outcome.validation() != null) {
                return outcome;
            }
        } catch (JsonProcessingException e) {
            throw unreadable(e);
        }
        throw unreadable(null);
    }

    private static WorkFailed unreadable(Exception cause) {
        return new WorkFailed(
                "The results of this run cannot be read; train again to see them.", cause);
    }

    /**
     * @param run a run that failed
     * @return why, one plain sentence; empty when that is not known
     */
    public static String failure(Run run) {
        try {
            return JSON.readTree(run.resultJson()).path(FAILURE).asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    /**
     * @return the results to show first: held-out ones, or those of the validation part where none
     *     were held out
     */
    public FileEval shown() {
        return heldOut == null ? validation : heldOut;
    }

    /** JSON has no NaN: what the data could not say was written as null. */
    private static final class NumberOrNan extends StdScalarDeserializer<Double> {
        private static final long serialVersionUID = 1;

        NumberOrNan() {
            super(Double.class);
        }

        @Override
        public Double deserialize(JsonParser parser, DeserializationContext context)
                throws IOException {
            return parser.getDoubleValue();
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }
}
