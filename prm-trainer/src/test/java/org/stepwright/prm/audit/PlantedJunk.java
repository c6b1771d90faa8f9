package org.stepwright.prm.audit;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/**
 * Plants junk in good rows: of each kind in a given share of the traces, one step each, never two
 * kinds in one trace. Seeded. Its texts are its own, not those of the rules or the classifier.
 *
 * @param rows the rows with junk in them
 * @param kinds by trace id what was planted
 * @param steps by trace id where; -1 for the whole trace
 */
record PlantedJunk(List<LabelledTrace> rows, Map<String, Kind> kinds, Map<String, Integer> steps) {
    /** What is planted. */
    enum Kind {
        /** The step ends in the middle of a word. */
        CUT_IN_WORD,
        /** The step ends behind a word in its middle. */
        CUT_BEHIND_WORD,
        /** A clause of the step again and again. */
        LOOP,
        /** A sentence in another language. */
        FOREIGN,
        /** UTF-8 read as Windows-1252. */
        MOJIBAKE,
        /** Line ends, quotes and marks as escapes. */
        ESCAPES,
        /** Nothing, or what stands for nothing. */
        EMPTY,
        /** Words that are none. */
        GIBBERISH,
        /** The steps that state the result are gone. */
        NO_ANSWER
    }

    private static final List<String> FOREIGN =
            List.of(
                    "Zuerst rechnen wir aus, wie viele Stunden sie in der Woche arbeitet, und"
                            + " ziehen dann die Pausen davon ab.",
                    "Daher muss die Summe durch drei teilbar sein, was hier nicht der Fall ist.",
                    "On commence par calculer le prix total des articles avant la remise, puis on"
                            + " retire le montant du bon.",
                    "Il reste donc à vérifier que cette condition est bien remplie dans les deux"
                            + " cas.",
                    "Primero calculamos cuántas manzanas quedan en la caja después de la venta de"
                            + " la mañana.",
                    "Por lo tanto, el resultado es mayor que el que se pide en el enunciado del"
                            + " problema.",
                    "Per trovare il valore richiesto bisogna sommare i due termini e dividere il"
                            + " risultato per il numero delle prove.",
                    "Сначала найдём, сколько времени поезд был в пути, а потом умножим это на"
                            + " скорость.",
                    "Önce toplam tutarı bulmak için iki sayıyı toplamamız ve sonra indirimi"
                            + " çıkarmamız gerekir.",
                    "首先我们需要计算每个人分到的苹果数量，然后把它们加起来得到总数。",
                    "まず、それぞれの箱に入っている本の数を計算して、合計を求めます。",
                    "Najpierw obliczamy, ile godzin trwała podróż, a potem mnożymy to przez"
                            + " średnią prędkość.",
                    "Vi börjar med att räkna ut hur många böcker som finns kvar på hyllan efter"
                            + " lånen.",
                    "Portanto, a quantidade que falta é a diferença entre o total e o que já foi"
                            + " pago.");

    private static final List<String> NOTHING =
            List.of(
                    "",
                    " ",
                    "\n\n",
                    "...",
                    "…",
                    "TODO",
                    "[placeholder]",
                    "N/A",
                    "null",
                    "- ",
                    "(continued)",
                    "<step>",
                    "Step 4:",
                    "undefined",
                    "\u200B",
                    "[omitted]",
                    "xxx",
                    ".",
                    "TBD",
                    "etc.");

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /**
     * @param good rows to plant in; not changed
     * @param share of the traces, for each kind
     * @param seed the same seed plants the same
     */
    static PlantedJunk in(List<LabelledTrace> good, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            order.add(random.nextInt(i + 1), i);
        }
        List<LabelledTrace> rows = new ArrayList<>(good);
        Map<String, Kind> kinds = new HashMap<>();
        Map<String, Integer> steps = new HashMap<>();
        int each = (int) Math.round(share * good.size());
        Map<Kind, Integer> left = new EnumMap<>(Kind.class);
        for (Kind kind : Kind.values()) {
            left.put(kind, each);
        }
        for (int row : order) {
            for (Kind kind : Kind.values()) {
                int step = left.get(kind) > 0 ? place(good.get(row), kind, random) : -2;
                if (step > -2) {
                    rows.set(row, planted(good.get(row), kind, step, random));
                    kinds.put(good.get(row).trace().id(), kind);
                    steps.put(good.get(row).trace().id(), step);
                    left.merge(kind, -1, Integer::sum);
                    break;
                }
            }
        }
        return new PlantedJunk(rows, kinds, steps);
    }

    /** A step that the kind can spoil; -1 for the whole trace, -2 when there is none. */
    private static int place(LabelledTrace row, Kind kind, SplittableRandom random) {
        List<Step> steps = row.trace().steps();
        if (kind == Kind.NO_ANSWER) {
            return steps.size() >= 4 ? -1 : -2;
        }
        int step = random.nextInt(Math.max(1, steps.size()));
        // models are cut off where they stop, files anywhere
        step = kind.name().startsWith("CUT") && random.nextBoolean() ? steps.size() - 1 : step;
        if (step < 0
                || steps.size() <= step
                || steps.get(step).kind() == StepKind.TOOL_CALL
                || steps.get(step).text().split("\\s+").length < 8) {
            return -2;
        }
        return step;
    }

    private static LabelledTrace planted(
            LabelledTrace row, Kind kind, int step, SplittableRandom random) {
        Trace trace = row.trace();
        if (kind == Kind.NO_ANSWER) {
            int kept = trace.steps().size() - 2;
            List<StepLabel> labels = row.labels().stream().filter(l -> l.step() < kept).toList();
            return new LabelledTrace(trace.withSteps(trace.steps().subList(0, kept)), labels);
        }
        List<Step> steps = new ArrayList<>(trace.steps());
        Step old = steps.get(step);
        steps.set(
                step,
                new Step(
                        spoiled(old.text(), kind, random),
                        old.kind(),
                        old.context(),
                        old.alternatives()));
        return new LabelledTrace(trace.withSteps(steps), row.labels());
    }

    private static String spoiled(String text, Kind kind, SplittableRandom random) {
        return switch (kind) {
            case CUT_IN_WORD -> inWord(text, random);
            case CUT_BEHIND_WORD -> behindWord(text, random);
            case LOOP -> loop(text, random);
            case FOREIGN -> FOREIGN.get(random.nextInt(FOREIGN.size()));
            case MOJIBAKE -> mojibake(text, random);
            case ESCAPES -> escapes(text, random);
            case EMPTY -> NOTHING.get(random.nextInt(NOTHING.size()));
            case GIBBERISH -> gibberish(text, random);
            case NO_ANSWER -> throw new IllegalStateException("Not of one step.");
        };
    }

    private static String inWord(String text, SplittableRandom random) {
        int at = text.length() / 3 + random.nextInt(Math.max(1, text.length() / 2));
        for (int i = at; i < text.length() - 1; i++) {
            if (Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i))) {
                return text.substring(0, i);
            }
        }
        return text.substring(0, at);
    }

    private static String behindWord(String text, SplittableRandom random) {
        String[] words = text.split(" ");
        int kept = Math.max(3, words.length / 3 + random.nextInt(Math.max(1, words.length / 3)));
        return String.join(" ", List.of(words).subList(0, Math.min(kept, words.length)));
    }

    private static String loop(String text, SplittableRandom random) {
        String[] words = text.split("\\s+");
        int from = random.nextInt(words.length / 2);
        int length = 2 + random.nextInt(6);
        String clause =
                String.join(
                        " ", List.of(words).subList(from, Math.min(words.length, from + length)));
        return (text.substring(0, text.length() / 2)
                        + (" " + clause).repeat(6 + random.nextInt(25)))
                .strip();
    }

    private static String mojibake(String text, SplittableRandom random) {
        String fine = text.replace("'", "’").replace(" - ", " – ").replace("\"", "“");
        if (fine.equals(text)) {
            int space = text.indexOf(' ', random.nextInt(text.length() / 2));
            fine = text.substring(0, space) + " é–" + text.substring(space);
        }
        return random.nextInt(5) == 0
                ? fine.replace("’", "\uFFFD").replace("–", "\uFFFD").replace("“", "\uFFFD")
                : new String(fine.getBytes(StandardCharsets.UTF_8), WINDOWS);
    }

    private static String escapes(String text, SplittableRandom random) {
        String[] words = text.split(" ");
        StringBuilder escaped = new StringBuilder();
        String between = List.of("\\n", "&nbsp;", "\\u00a0").get(random.nextInt(3));
        for (int i = 0; i < words.length; i++) {
            escaped.append(i == 0 ? "" : i % 4 == 0 ? between : " ").append(words[i]);
        }
        return escaped.toString();
    }

    private static String gibberish(String text, SplittableRandom random) {
        StringBuilder words = new StringBuilder();
        String letters = "eeeaaiioouutnsrhldcmfpgwybvkxjqz";
        while (words.length() < text.length()) {
            int length = 2 + random.nextInt(8);
            for (int i = 0; i < length; i++) {
                words.append(letters.charAt(random.nextInt(letters.length())));
            }
            words.append(random.nextInt(8) == 0 ? ". " : " ");
        }
        return words.toString().strip();
    }
}
