package org.stepwright.verify;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words behind numbers that change what the numbers mean. */
final class Measures {
    private static final List<Set<String>> FAMILIES =
            List.of(
                    Set.of(
                            "second", "sec", "minute", "min", "hour", "hr", "day", "week", "month",
                            "year", "decade", "century"),
                    Set.of(
                            "inch",
                            "inche",
                            "in",
                            "foot",
                            "feet",
                            "ft",
                            "yard",
                            "yd",
                            "mile",
                            "mi",
                            "centimeter",
                            "cm",
                            "millimeter",
                            "mm",
                            "meter",
                            "metre",
                            "kilometer",
                            "km"),
                    Set.of(
                            "ounce",
                            "oz",
                            "pound",
                            "lb",
                            "ton",
                            "gram",
                            "kilogram",
                            "kg",
                            "mg",
                            "milligram"),
                    Set.of(
                            "cup",
                            "pint",
                            "quart",
                            "gallon",
                            "liter",
                            "litre",
                            "ml",
                            "milliliter",
                            "tablespoon",
                            "teaspoon"),
                    Set.of(
                            "cent", "dollar", "penny", "pennie", "nickel", "dime", "quarter",
                            "buck"));

    private static final Set<String> NUMBERS =
            Set.of(
                    "dozen",
                    "hundred",
                    "thousand",
                    "million",
                    "billion",
                    "trillion",
                    "half",
                    "twice",
                    "double",
                    "triple",
                    "third",
                    "fourth",
                    "fifth",
                    "quarter",
                    "mod",
                    "modulo",
                    "remainder",
                    "squared",
                    "cubed",
                    "factorial",
                    "choose",
                    "pair",
                    "degree",
                    "less",
                    "more",
                    "one",
                    "two",
                    "three",
                    "four",
                    "five",
                    "six",
                    "seven",
                    "eight",
                    "nine",
                    "ten",
                    "leftover",
                    "remaining",
                    "score",
                    "each");

    private Measures() {}

    /** Whether the words may hide a factor or a conversion. */
    static boolean unclear(List<String> words) {
        Map<Set<String>, String> seen = new HashMap<>();
        for (String phrase : words) {
            for (String word : phrase.split("[/-]")) {
                String one =
                        word.endsWith("s") && word.length() > 3
                                ? word.substring(0, word.length() - 1)
                                : word;
                if (NUMBERS.contains(one) || NUMBERS.contains(word)) {
                    return true;
                }
                for (Set<String> family : FAMILIES) {
                    if (family.contains(one)) {
                        String before = seen.putIfAbsent(family, one);
                        if (before != null && !before.equals(one)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }
}
