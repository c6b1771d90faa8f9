package org.stepwright.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.quality.Robust;
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
        List<AnnotatorRow> rows = rows();
        Usual usual = Usual.of(rows);
        for (AnnotatorRow row : rows) {
            claims.addAll(claims(row, usual));
        }
        List<AuditFinding> findings = new ArrayList<>();
        for (Claim claim : holm(claims)) {
            if (claim.matters()) {
                findings.add(
                        new AuditFinding(
                                FindingKind.ANNOTATOR_OUTLIER,
                                "",
                                AuditFinding.WHOLE_TRACE,
                                claim.row().annotator(),
                                Math.max(0, Math.min(1, claim.size())),
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
            AnnotatorRow row, double p, double size, boolean matters, String message) {}

    /**
     * The middle of all people, which one odd person among three does not move as it would move a
     * mean. People who labelled little do not count.
     */
    private record Usual(double wrong, double neutral, double agreement, double pace) {
        static Usual of(List<AnnotatorRow> rows) {
            List<AnnotatorRow> known =
                    rows.stream().filter(r -> r.traces() >= Voice.LEAST_TRACES).toList();
            return new Usual(
                    middle(known, r -> r.wrong().value()),
                    middle(known, r -> r.neutral().value()),
                    middle(known, r -> r.withOthers().value()),
                    middle(known, AnnotatorRow::secondsPer100));
        }

        private static double middle(
                List<AnnotatorRow> rows, ToDoubleFunction<AnnotatorRow> figure) {
            return Robust.median(
                    rows.stream().mapToDouble(figure).filter(f -> !Double.isNaN(f)).toArray());
        }
    }

    private static List<Claim> claims(AnnotatorRow row, Usual usual) {
        List<Claim> claims = new ArrayList<>();
        addShare(claims, row, row.wrongP(), "wrong", row.wrong().value(), usual.wrong());
        addShare(claims, row, row.neutralP(), "neutral", row.neutral().value(), usual.neutral());
        if (!Double.isNaN(row.agreementP())) {
            double own = row.withOthers().value();
            String message =
                    format(
                            "%s says what most others say of a step %.0f %% of the time; usual is"
                                    + " %.0f %%.",
                            row.annotator(), 100 * own, 100 * usual.agreement());
            double less = usual.agreement() - own;
            claims.add(new Claim(row, row.agreementP(), less, less >= LEAST_DIFFERENCE, message));
        }
        if (!Double.isNaN(row.paceP())) {
            double ratio = row.secondsPer100() / usual.pace();
            double size = Math.max(ratio, 1 / ratio);
            String message =
                    format(
                            "%s takes %.1f seconds for 100 characters; usual are %.1f.",
                            row.annotator(), row.secondsPer100(), usual.pace());
            claims.add(new Claim(row, row.paceP(), size / 10, size >= LEAST_RATIO, message));
        }
        return claims;
    }

    private static void addShare(
            List<Claim> claims,
            AnnotatorRow row,
            double p,
            String verdict,
            double own,
            double usual) {
        if (!Double.isNaN(p)) {
            double size = Math.abs(own - usual);
            String message =
                    format(
                            "%s calls %.0f %% of steps %s; usual are %.0f %%.",
                            row.annotator(), 100 * own, verdict, 100 * usual);
            claims.add(new Claim(row, p, size, size >= LEAST_DIFFERENCE, message));
        }
    }

    private static String format(String sentence, Object... facts) {
        return String.format(Locale.ROOT, sentence, facts);
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
