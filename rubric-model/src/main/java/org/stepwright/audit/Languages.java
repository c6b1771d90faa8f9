package org.stepwright.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The language of prose. Its script and its commonest words tell nearly always; where they do not,
 * a detector by letter sequences is asked. Short texts and texts that are mostly formulas or code
 * have none. Deterministic.
 */
final class Languages {
    private static final int LEAST_WORDS = 8;
    private static final int LEAST_LETTERS = 40;

    private static final Map<String, Set<String>> COMMON = common();

    private final LetterGuess letters;

    /**
     * @param letters asked where common words do not tell
     */
    Languages(LetterGuess letters) {
        this.letters = letters;
    }

    /**
     * @param text any text
     * @return its language as ISO 639-1 says it; empty when it cannot be told
     */
    Optional<String> of(String text) {
        Optional<String> script = script(text);
        if (script.isPresent()) {
            return script;
        }
        List<String> words = Prose.words(text);
        int letters = words.stream().mapToInt(String::length).sum();
        if (words.size() < LEAST_WORDS || letters < LEAST_LETTERS) {
            return Optional.empty();
        }
        Optional<String> common = byCommonWords(words);
        // most steps are English; whatever looks otherwise is looked at twice where that can be
        // done
        boolean enough =
                this.letters == LetterGuess.NONE || common.filter("en"::equals).isPresent();
        return enough ? common : detect(words, letters);
    }

    /** The name of a language in English, for messages. */
    static String name(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH);
    }

    /** Scripts that one language, or a few close ones, write. */
    private static Optional<String> script(String text) {
        int han = 0;
        int kana = 0;
        int hangul = 0;
        int other = 0;
        int most = Math.min(text.length(), 4000);
        for (int i = 0; i < most; i++) {
            char c = text.charAt(i);
            if (c >= '\u4E00' && c <= '\u9FFF') {
                han++;
            } else if (c >= '\u3040' && c <= '\u30FF') {
                kana++;
            } else if (c >= '\uAC00' && c <= '\uD7A3') {
                hangul++;
            } else if (Character.isLetter(c)) {
                other++;
            }
        }
        int asian = han + kana + hangul;
        // one such sign says as much as two or three letters
        if (asian < 8 || asian * 3 < other) {
            return Optional.empty();
        }
        return Optional.of(2 * hangul > asian ? "ko" : 8 * kana > asian ? "ja" : "zh");
    }

    private static Optional<String> byCommonWords(List<String> words) {
        String best = null;
        int most = 0;
        int second = 0;
        for (Map.Entry<String, Set<String>> language : COMMON.entrySet()) {
            int count = count(words, language.getValue());
            if (count > most) {
                second = most;
                most = count;
                best = language.getKey();
            } else {
                second = Math.max(second, count);
            }
        }
        boolean clear = most >= 3 && 8 * most >= Math.min(60, words.size()) && most >= 2 * second;
        return clear ? Optional.of(best) : Optional.empty();
    }

    /**
     * The detector takes terms of a trade for French; so it is believed only where the language's
     * own common words are there too, or where its script is not Latin.
     */
    private Optional<String> detect(List<String> words, int length) {
        return letters.of(String.join(" ", words))
                .filter(language -> isLikely(language, words, length));
    }

    private static boolean isLikely(String language, List<String> words, int letters) {
        int latin = 0;
        for (String word : words) {
            latin += word.charAt(0) < '\u0250' ? word.length() : 0;
        }
        if (4 * latin < letters) {
            return true;
        }
        int own = count(words, COMMON.getOrDefault(language, Set.of()));
        int english = count(words, COMMON.get("en"));
        return own >= 2 && own > 2 * english;
    }

    /** How many different ones: "per hour" ten times makes no Italian. */
    private static int count(List<String> words, Set<String> of) {
        Set<String> found = new HashSet<>();
        for (String word : words) {
            if (of.contains(word)) {
                found.add(word);
            }
        }
        return found.size();
    }

    private static Map<String, Set<String>> common() {
        Map<String, Set<String>> common = new HashMap<>();
        common.put(
                "en",
                words(
                        "the of and to is in that we it for this are with be as so if by have from"
                                + " which can then there was has not at on therefore since"));
        common.put(
                "de",
                words(
                        "der die das und ist von den mit für auf nicht ein eine sich des dem zu wir"
                                + " im es als auch werden wird daher sind oder"));
        common.put(
                "fr",
                words(
                        "le la les de des et est un une du que dans pour sur nous il elle qui pas"
                                + " au donc avec sont par ce cette"));
        common.put(
                "es",
                words(
                        "el la los las de que y en un una es por con para del se no su lo como"
                                + " entonces más al hay son"));
        common.put(
                "it",
                words(
                        "il lo la gli di che e un una per con del della non sono si nel quindi"
                                + " come è più al i"));
        common.put(
                "pt",
                words(
                        "o a os as de que e um uma do da em para com não por se são mais no na"
                                + " portanto como é ao"));
        common.put(
                "nl",
                words(
                        "de het een van en is in dat op te zijn met voor niet aan er om dus we ook"
                                + " als bij"));
        common.put("pl", words("i w z na do się nie jest to że o jak od po dla są ma przez więc"));
        common.put("ru", words("и в не на что с по это как к из за то для мы у от так же или"));
        common.put(
                "tr",
                words(
                        "ve bir bu için ile olarak olan çok daha ne kadar gibi her ise o biz"
                                + " var"));
        return Map.copyOf(common);
    }

    private static Set<String> words(String list) {
        return Set.of(list.split(" "));
    }
}
