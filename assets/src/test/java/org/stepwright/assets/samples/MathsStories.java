package org.stepwright.assets.samples;

import static org.stepwright.assets.samples.Words.between;
import static org.stepwright.assets.samples.Words.one;

import java.util.List;
import java.util.Random;
import org.stepwright.assets.samples.MathsCase.Sum;

/** Six kinds of story; names, things and numbers vary. */
final class MathsStories {
    private MathsStories() {}

    static MathsCase draw(Random r) {
        return switch (r.nextInt(6)) {
            case 0 -> sharing(r);
            case 1 -> trip(r);
            case 2 -> savings(r);
            case 3 -> bakery(r);
            case 4 -> fence(r);
            default -> library(r);
        };
    }

    private static MathsCase sharing(Random r) {
        String who = one(r, Words.PEOPLE);
        String what = one(r, "marbles", "stickers", "seeds", "beads", "postcards", "coins");
        int friends = between(r, 3, 9);
        int packs = friends * between(r, 2, 6);
        int each = between(r, 6, 24);
        int given = friends * between(r, 1, 5);
        int kept = between(r, 2, 9);
        return new MathsCase(
                who
                        + " buys "
                        + packs
                        + " packs of "
                        + each
                        + " "
                        + what
                        + ", gives "
                        + given
                        + " of them to a neighbour and shares the rest equally with "
                        + friends
                        + " children of the club. Each child already had "
                        + kept
                        + ". How many "
                        + what
                        + " does each child have now?",
                "There are %d packs with "
                        + each
                        + " "
                        + what
                        + " each, and "
                        + friends
                        + " children share.",
                packs,
                List.of(
                        Sum.given("the number of " + what + " bought", packs, '×', each),
                        Sum.then("the number left after the gift", 0, '-', given).forgettable(),
                        Sum.then("the share of each child", 1, '÷', friends),
                        Sum.then("what each child has with those from before", 2, '+', kept)
                                .forgettable()),
                what);
    }

    private static MathsCase trip(Random r) {
        String who = one(r, Words.PEOPLE);
        int first = between(r, 2, 6);
        int speed1 = 5 * between(r, 9, 22);
        int second = between(r, 2, 5);
        int speed2 = 5 * between(r, 6, 20);
        int detour = between(r, 7, 38);
        String how = one(r, "van", "bus", "truck", "car");
        return new MathsCase(
                who
                        + " drives a "
                        + how
                        + " for "
                        + first
                        + " hours at "
                        + speed1
                        + " km an hour, then "
                        + second
                        + " hours at "
                        + speed2
                        + " km an hour, and adds a detour of "
                        + detour
                        + " km to a warehouse. How many kilometres are driven in all?",
                "The first part takes "
                        + first
                        + " hours at %d km an hour, the second "
                        + second
                        + " hours.",
                speed1,
                List.of(
                        Sum.given("the distance of the first part", first, '×', speed1),
                        Sum.given("the distance of the second part", second, '×', speed2),
                        Sum.both("the distance of both parts", 0, '+', 1),
                        Sum.then("the distance with the detour", 2, '+', detour).forgettable()),
                "km");
    }

    private static MathsCase savings(Random r) {
        String who = one(r, Words.PEOPLE);
        int weeks = between(r, 5, 20);
        int week = between(r, 8, 45);
        int bonus = between(r, 15, 90);
        String thing = one(r, "bicycle", "camera", "tent", "guitar", "tablet");
        int price = Math.max(20, weeks * week + bonus - between(r, 10, 70));
        int extra = between(r, 3, 9);
        return new MathsCase(
                who
                        + " puts "
                        + week
                        + " dollars aside each week for "
                        + weeks
                        + " weeks and gets "
                        + bonus
                        + " dollars as a present. A "
                        + thing
                        + " at "
                        + price
                        + " dollars is bought from that, and a bag at "
                        + extra
                        + " dollars. How many dollars are left?",
                "The plan: %d dollars a week over "
                        + weeks
                        + " weeks, plus a present of "
                        + bonus
                        + " dollars.",
                week,
                List.of(
                        Sum.given("what is saved in the weeks", weeks, '×', week),
                        Sum.then("the sum with the present", 0, '+', bonus).forgettable(),
                        Sum.then("what remains after the " + thing, 1, '-', price),
                        Sum.then("what remains after the bag", 2, '-', extra).forgettable()),
                "dollars");
    }

    private static MathsCase bakery(Random r) {
        String who = one(r, Words.FIRMS);
        String what = one(r, "rolls", "buns", "muffins", "pretzels", "tarts");
        int trays = between(r, 4, 15);
        int each = between(r, 12, 36);
        int days = between(r, 2, 6);
        int spoiled = between(r, 5, 40);
        int price = between(r, 2, 5);
        return new MathsCase(
                "The canteen of "
                        + who
                        + " bakes "
                        + trays
                        + " trays of "
                        + each
                        + " "
                        + what
                        + " a day for "
                        + days
                        + " days. Over that time "
                        + spoiled
                        + " are spoiled; all others are sold at "
                        + price
                        + " dollars each. How many dollars come in?",
                "Each day %d trays of " + each + " " + what + " are baked, for " + days + " days.",
                trays,
                List.of(
                        Sum.given("the number baked a day", trays, '×', each),
                        Sum.then("the number baked in all days", 0, '×', days),
                        Sum.then("the number that can be sold", 1, '-', spoiled).forgettable(),
                        Sum.then("the money that comes in", 2, '×', price)),
                "dollars");
    }

    private static MathsCase fence(Random r) {
        String who = one(r, Words.PEOPLE);
        int workers = between(r, 3, 9);
        int metres = between(r, 6, 18);
        int days = between(r, 2, 8);
        int extra = between(r, 8, 30);
        int length = workers * metres * days + extra + between(r, 15, 160);
        String thing = one(r, "fence", "wall", "hedge", "path", "ditch");
        return new MathsCase(
                workers
                        + " workers under "
                        + who
                        + " each finish "
                        + metres
                        + " metres of a "
                        + thing
                        + " a day. The "
                        + thing
                        + " is "
                        + length
                        + " metres long. After "
                        + days
                        + " days a volunteer has added another "
                        + extra
                        + " metres. How many metres are still to do?",
                "The "
                        + thing
                        + " has %d metres; "
                        + workers
                        + " workers do "
                        + metres
                        + " metres each a day.",
                length,
                List.of(
                        Sum.given("the work of all workers in a day", workers, '×', metres),
                        Sum.then("their work in all days", 0, '×', days),
                        Sum.then("the work with the volunteer's", 1, '+', extra).forgettable(),
                        new Sum("what is still to do", length, -1, '-', 0, 2, false)),
                "metres");
    }

    private static MathsCase library(Random r) {
        String who = one(r, Words.PEOPLE);
        int shelves = between(r, 6, 16);
        int each = between(r, 15, 40);
        int lent = between(r, 20, 80);
        int boxes = between(r, 3, 9);
        int inBox = between(r, 8, 20);
        String what = one(r, "books", "magazines", "records", "maps");
        return new MathsCase(
                "A library that "
                        + who
                        + " runs has "
                        + shelves
                        + " shelves with "
                        + each
                        + " "
                        + what
                        + " each. "
                        + lent
                        + " of these are lent out, and "
                        + boxes
                        + " boxes with "
                        + inBox
                        + " "
                        + what
                        + " each arrive as a gift. How many "
                        + what
                        + " are in the house now?",
                "The library holds "
                        + shelves
                        + " shelves of %d "
                        + what
                        + ", with "
                        + lent
                        + " lent out.",
                each,
                List.of(
                        Sum.given("the number on all shelves", shelves, '×', each),
                        Sum.then("the number without those lent out", 0, '-', lent).forgettable(),
                        Sum.given("the number in the boxes", boxes, '×', inBox),
                        Sum.both("the number in the house", 1, '+', 2)),
                what);
    }
}
