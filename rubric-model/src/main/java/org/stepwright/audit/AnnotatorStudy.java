package org.stepwright.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.trace.Step;

/**
 * People whose labels are unlike everybody else's: in their shares of verdicts, in how far they
 * agree with what most others say, in their pace. Each is tested against the others, trace by
 * trace, as the steps of a trace are not independent; the chances of all tests together are held
 * down (Holm 1979), and only differences that are large enough to matter are findings. Fed rows one
 * by one; keeps sums for each person. For one thread at a time.
 *
 * <p>With fewer than three people nobody can say who of them is the odd one, so there are no
 * findings.
 */
public final class AnnotatorStudy {
    /** Chance that a finding of a study is wrong, all its tests together. */
    public static final double ALPHA = 0.01;

    /** The smallest difference of two shares that is a finding. */
    public static final double LEAST_DIFFERENCE = 0.1;

    /** The smallest ratio of two paces that is a finding. */
    public static final double LEAST_RATIO = 2.5;

    private static final int LEAST_PEOPLE = 3;

    /** Further people are not looked at: sums are kept for each. */
    private static final int MOST_PEOPLE = 5_000;

    /** A longer gap between two labels is a break. */
    private static final double LONGEST_SECONDS = 90;

    private final Map<String, Voice> voices = new TreeMap<>();

    /**
     * @param row the next trace; repeats and alternatives of a step do not count
     */
    public void add(AuditRow row) {
        LabelledTrace labelled = row.labelled();
        Map<String, List<StepLabel>> own = new LinkedHashMap<>();
        for (StepLabel label : labelled.labels()) {
            if (label.candidate() == 0
                    && label.verdict() != null
                    && label.pass() == LabelPass.LABEL) {
                own.computeIfAbsent(label.annotator(), a -> new ArrayList<>()).add(label);
            }
        }
        StepVotes votes = new StepVotes(labelled);
        own.forEach(
                (annotator, labels) -> {
                    if (voices.containsKey(annotator) || voices.size() < MOST_PEOPLE) {
                        Voice voice = voices.computeIfAbsent(annotator, a -> new Voice());
                        voice.add(labels, votes);
                        voice.addPace(pace(labelled, labels));
                    }
                });
    }

    /** The usual seconds for 100 characters in this trace, as a logarithm; NaN when not known. */
    private static double pace(LabelledTrace labelled, List<StepLabel> labels) {
        List<StepLabel> timed = new ArrayList<>(labels);
        timed.sort(Comparator.comparing(StepLabel::at));
        double seconds = 0;
        double characters = 0;
        Instant before = null;
        for (StepLabel label : timed) {
            if (before != null) {
                double gap = (label.at().toEpochMilli() - before.toEpochMilli()) / 1000.0;
                Step step = labelled.trace().steps().get(label.step());
                if (gap > 0 && gap <= LONGEST_SECONDS) {
                    seconds += gap;
                    characters += step.text().length();
                }
            }
            before = label.at();
        }
        return characters < 100 ? Double.NaN : Math.log(100 * seconds / characters);
    }

    /**
     * @return a row for each person, by name; empty when nobody labelled
     */
    public List<AnnotatorRow> rows() {
        List<AnnotatorRow> rows = new ArrayList<>();
        voices.forEach((name, voice) -> rows.add(voice.row(name, others(name))));
        return rows;
    }

    private List<Voice> others(String name) {
        List<Voice> others = new ArrayList<>();
        voices.forEach(
                (other, voice) -> {
                    if (!other.equals(name)) {
                        others.add(voice);
                    }
                });
        return others;
    }

    /**
     * @return what is unlike the others, the clearest first; {@code other} of a finding is the
     *     person
     */
    public List<AuditFinding> findings() {
        if (voices.size() < LEAST_PEOPLE) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        for (AnnotatorRow row : rows()) {
            claims.addAll(claims(row, others(row.annotator())));
        }
        List<AuditFinding> findings = new ArrayList<>();
        for (Claim claim : holm(claims)) {
            if (claim.matters()) {
                findings.add(
                        new AuditFinding(
                                FindingKind.ANNOTATOR_OUTLIER,
                                "",
                                AuditFinding.WHOLE_TRACE,
                                claim.annotator(),
                                Math.min(1, claim.size()),
                                claim.message()));
            }
        }
        findings.sort(
                Comparator.comparingDouble((AuditFinding f) -> -f.strength())
                        .thenComparing(AuditFinding::other)
                        .thenComparing(AuditFinding::message));
        return findings;
    }

    private record Claim(
            String annotator, double p, double size, boolean matters, String message) {}

    private static List<Claim> claims(AnnotatorRow row, List<Voice> others) {
        List<Claim> claims = new ArrayList<>();
        double wrong = row.wrong().value();
        double othersWrong = Voice.share(others, Voice.WRONG);
        addShare(claims, row, row.wrongP(), "wrong", wrong, othersWrong);
        double neutral = row.neutral().value();
        double othersNeutral = Voice.share(others, Voice.NEUTRAL);
        addShare(claims, row, row.neutralP(), "neutral", neutral, othersNeutral);
        if (!Double.isNaN(row.agreementP())) {
            double own = row.withOthers().value();
            double usual = Voice.agreement(others);
            claims.add(
                    new Claim(
                            row.annotator(),
                            row.agreementP(),
                            Math.abs(usual - own),
                            usual - own >= LEAST_DIFFERENCE,
                            String.format(
                                    Locale.ROOT,
                                    "%s says what most others say of a step %.0f %% of the time;"
                                            + " the others do so %.0f %% of the time.",
                                    row.annotator(),
                                    100 * own,
                                    100 * usual)));
        }
        if (!Double.isNaN(row.paceP())) {
            double ratio = row.secondsPer100() / Voice.pace(others);
            double size = Math.max(ratio, 1 / ratio);
            claims.add(
                    new Claim(
                            row.annotator(),
                            row.paceP(),
                            Math.min(1, size / 10),
                            size >= LEAST_RATIO,
                            String.format(
                                    Locale.ROOT,
                                    "%s takes %.1f seconds for 100 characters, the others take"
                                            + " %.1f.",
                                    row.annotator(),
                                    row.secondsPer100(),
                                    Voice.pace(others))));
        }
        return claims;
    }

    private static void addShare(
            List<Claim> claims,
            AnnotatorRow row,
            double p,
            String verdict,
            double own,
            double all) {
        if (!Double.isNaN(p)) {
            claims.add(
                    new Claim(
                            row.annotator(),
                            p,
                            Math.abs(own - all),
                            Math.abs(own - all) >= LEAST_DIFFERENCE,
                            String.format(
                                    Locale.ROOT,
                                    "%s calls %.0f %% of steps %s, the others %.0f %%.",
                                    row.annotator(),
                                    100 * own,
                                    verdict,
                                    100 * all)));
        }
    }

    /** Those that stand when all are told together, by Holm's step-down rule. */
    private static List<Claim> holm(List<Claim> claims) {
        List<Claim> sorted = new ArrayList<>(claims);
        sorted.sort(Comparator.comparingDouble(Claim::p));
        int stand = 0;
        while (stand < sorted.size() && sorted.get(stand).p() <= ALPHA / (sorted.size() - stand)) {
            stand++;
        }
        return sorted.subList(0, stand);
    }
}
