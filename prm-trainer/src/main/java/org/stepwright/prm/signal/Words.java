package org.stepwright.prm.signal;

import java.util.ArrayList;
import java.util.List;

/**
 * The words and numbers of a text and a few counts of its characters, found in one linear scan. A
 * word is a run of letters in lower case; a number is a run of digits with grouping commas dropped
 * and trailing zeros after the point dropped, so that {@code 1,000.50} and {@code 1000.5} are the
 * same number.
 */
final class Words {
    final List<String> words = new ArrayList<>();
    final List<String> numbers = new ArrayList<>();
    final int length;
    int equalSigns;
    int mathCharacters;
    int digits;

    Words(String text) {
        length = text.length();
        int at = 0;
        while (at < length) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                at = number(text, at);
            } else if (Character.isLetter(c)) {
                at = word(text, at);
            } else {
                count(c);
                at++;
            }
        }
    }

    private void count(char c) {
        if (c == '=') {
            equalSigns++;
        } else if (c == '\\' || c == '$' || c == '^' || c == '_' || c == '{' || c == '}') {
            mathCharacters++;
        }
    }

    private int word(String text, int from) {
        int at = from;
        StringBuilder word = new StringBuilder(12);
        while (at < text.length() && Character.isLetter(text.charAt(at))) {
            word.append(Character.toLowerCase(text.charAt(at)));
            at++;
        }
        words.add(word.toString());
        return at;
    }

    private int number(String text, int from) {
        StringBuilder number = new StringBuilder(8);
        boolean point = false;
        int at = from;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isDigit(c)) {
                number.append(c);
                digits++;
            } else if (c == '.' && !point && digitAt(text, at + 1)) {
                number.append(c);
                point = true;
            } else if (c != ',' || point || !threeDigitsAt(text, at + 1)) {
                break;
            }
            at++;
        }
        numbers.add(plain(number, point));
        return at;
    }

    private static String plain(StringBuilder number, boolean point) {
        int end = number.length();
        if (point) {
            while (number.charAt(end - 1) == '0') {
                end--;
            }
            if (number.charAt(end - 1) == '.') {
                end--;
            }
        }
        int start = 0;
        while (start < end - 1 && number.charAt(start) == '0' && number.charAt(start + 1) != '.') {
            start++;
        }
        return number.substring(start, end);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean digitAt(String text, int at) {
        return at < text.length() && isDigit(text.charAt(at));
    }

    private static boolean threeDigitsAt(String text, int at) {
        return digitAt(text, at)
                && digitAt(text, at + 1)
                && digitAt(text, at + 2)
                && !digitAt(text, at + 3);
    }
}
