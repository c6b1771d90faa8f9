package org.stepwright.assets.samples;

import java.util.Random;

/** Made-up people and firms, and numbers as people write them. */
final class Words {
    static final String[] PEOPLE = {
        "Nadia", "Tomas", "Ingrid", "Kofi", "Mei", "Rafael", "Zeynep", "Oskar", "Priya", "Luca",
        "Amara", "Jonas", "Sofia", "Bashir", "Elena", "Hugo", "Yuki", "Marta", "Dario", "Leila",
        "Petra", "Samuel", "Aisha", "Viktor", "Noor", "Emil", "Carla", "Idris", "Greta", "Mateo"
    };
    static final String[] FIRMS = {
        "Harbour Supply", "Linden Office", "Quayside Tools", "Brightwell", "Marlow Paper",
        "Copperfield Trade", "Nordlight", "Fernbank Goods", "Ashgrove", "Tidewater Stores",
        "Silverbirch", "Pinecrest Wares", "Oldgate Traders", "Meadow and Finch", "Kestrel Home"
    };
    static final String[] MONTHS = {
        "January",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November"
    };

    private Words() {}

    static String one(Random random, String... of) {
        return of[random.nextInt(of.length)];
    }

    static int between(Random random, int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** {@code $12} or {@code $12.05}. */
    static String money(long cents) {
        return cents < 0 ? "-$" + plain(-cents) : "$" + plain(cents);
    }

    /** {@code 12} or {@code 12.05}. */
    static String plain(long cents) {
        long rest = cents % 100;
        String whole = Long.toString(cents / 100);
        return rest == 0 ? whole : whole + "." + (rest < 10 ? "0" : "") + rest;
    }
}
