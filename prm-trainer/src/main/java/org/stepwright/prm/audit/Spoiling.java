package org.stepwright.prm.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/** Ways to make a good text worthless, from which a classifier learns what worthless looks like. */
enum Spoiling {
    /** The words of one text in any order, mixed with those of another. */
    WORD_SALAD,
    /** The letters of each word in any order. */
    LETTER_SALAD,
    /** Keys hit at random. */
    KEYS,
    /** A piece of the text over and over. */
    LOOP,
    /** Bytes of UTF-8 read as Latin-1, lost characters, control characters. */
    WRONG_BYTES,
    /** Pieces of words, code and signs of many scripts, as a broken sampler emits them. */
    TOKEN_SOUP,
    /** Binary data as text. */
    BLOB,
    /** What web pages and assistants say around the matter. */
    FILLER;

    private static final List<String> FILLERS =
            List.of(
                    "As an AI language model, I cannot help with that request.",
                    "I hope this helps! Let me know if you have any other questions.",
                    "Thank you for your question, it is a really great question.",
                    "Click here to subscribe to our newsletter and never miss an update.",
                    "This website uses cookies to improve your experience. Accept all cookies.",
                    "Home About Contact Privacy Policy Terms of Service Sign in Sign up",
                    "Please wait while the page is loading. Enable JavaScript to continue.",
                    "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod.",
                    "Certainly! Here is the answer you asked for, as requested, thank you.",
                    "I'm sorry, but I don't have access to real-time information or browsing.",
                    "Follow us on social media and share this post with your friends today.",
                    "Copyright. All rights reserved. No part may be reproduced without consent.",
                    "Read more. Show less. Load more comments. Leave a reply. Report abuse.",
                    "Insert your text here. Replace this placeholder with your own content.");

    private static final String KEYS_LEFT = "asdfghjklqwertzuiopyxcvbnm";
    private static final String SIGNS = "{}[]();:<>/\\\"'=+*&%$#@!?_-|~";

    /**
     * @param text a good text, at least one character
     * @param other another good text
     * @param random what chance is taken from
     * @return a worthless text of about its length
     */
    String spoil(String text, String other, SplittableRandom random) {
        return switch (this) {
            case WORD_SALAD -> shuffled(text + " " + other, text.length(), random);
            case LETTER_SALAD -> letters(text, random);
            case KEYS -> keys(text.length(), random);
            case LOOP -> loop(text, random);
            case WRONG_BYTES -> bytes(text, random);
            case TOKEN_SOUP -> soup(text, other, random);
            case BLOB -> blob(text.length(), random);
            case FILLER -> filler(text.length(), random);
        };
    }

    private static String shuffled(String text, int length, SplittableRandom random) {
        List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+", 600)));
        Collections.shuffle(words, new Random(random.nextLong()));
        String all = String.join(" ", words);
        return all.substring(0, Math.min(all.length(), length));
    }

    private static String letters(String text, SplittableRandom random) {
        char[] all = text.toCharArray();
        int from = 0;
        for (int i = 0; i <= all.length; i++) {
            if (i == all.length || !Character.isLetter(all[i])) {
                for (int k = i - 1; k > from; k--) {
                    int j = from + random.nextInt(k - from + 1);
                    char c = all[k];
                    all[k] = all[j];
                    all[j] = c;
                }
                from = i + 1;
            }
        }
        return new String(all);
    }

    private static String keys(int length, SplittableRandom random) {
        StringBuilder keys = new StringBuilder();
        int near = random.nextInt(KEYS_LEFT.length());
        while (keys.length() < Math.max(12, length)) {
            near = Math.floorMod(near + random.nextInt(7) - 3, KEYS_LEFT.length());
            keys.append(random.nextInt(9) == 0 ? ' ' : KEYS_LEFT.charAt(near));
        }
        return keys.toString();
    }

    private static String loop(String text, SplittableRandom random) {
        int length = Math.min(text.length(), 4 + random.nextInt(60));
        int from = random.nextInt(text.length() - length + 1);
        String piece = text.substring(from, from + length).strip() + ' ';
        int times = 4 + random.nextInt(20);
        return text.substring(0, random.nextInt(from + 1)) + piece.repeat(times);
    }

    private static String bytes(String text, SplittableRandom random) {
        StringBuilder damaged = new StringBuilder();
        int gap = 3 + random.nextInt(12);
        for (int i = 0; i < text.length(); i++) {
            damaged.append(text.charAt(i));
            if (random.nextInt(gap) == 0) {
                String sign = new String(Character.toChars(0xA1 + random.nextInt(0x2000)));
                byte[] utf8 = sign.getBytes(StandardCharsets.UTF_8);
                damaged.append(
                        random.nextInt(4) == 0
                                ? "\uFFFD"
                                : new String(utf8, StandardCharsets.ISO_8859_1));
            }
        }
        return damaged.toString();
    }

    private static String soup(String text, String other, SplittableRandom random) {
        StringBuilder soup = new StringBuilder();
        while (soup.length() < Math.max(40, text.length())) {
            switch (random.nextInt(6)) {
                case 0 -> soup.append(piece(text, random));
                case 1 -> soup.append(piece(other, random));
                case 2 -> soup.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
                case 3 -> soup.append((char) (0x4E00 + random.nextInt(0x5000)));
                case 4 -> soup.append((char) (0x00C0 + random.nextInt(0x0480)));
                default -> soup.append(' ').append(keys(12, random), 0, 2 + random.nextInt(9));
            }
        }
        return soup.toString();
    }

    private static String piece(String text, SplittableRandom random) {
        int length = Math.min(text.length(), 2 + random.nextInt(8));
        int from = random.nextInt(text.length() - length + 1);
        return text.substring(from, from + length);
    }

    private static String blob(int length, SplittableRandom random) {
        String signs =
                random.nextBoolean()
                        ? "0123456789abcdef"
                        : "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        StringBuilder blob = new StringBuilder();
        while (blob.length() < Math.max(40, length)) {
            blob.append(signs.charAt(random.nextInt(signs.length())));
        }
        return blob.toString();
    }

    private static String filler(int length, SplittableRandom random) {
        StringBuilder filler = new StringBuilder();
        while (filler.length() < Math.max(40, length) && filler.length() < 1000) {
            filler.append(FILLERS.get(random.nextInt(FILLERS.size()))).append(' ');
        }
        return filler.toString().strip();
    }
}
