package org.stepwright.near;

import java.util.Arrays;

/** Numbers 64-bit keys from 0 in the order of their first coming. Not safe for several threads. */
public final class LongIndex {
    private long[] keys = new long[16];
    private int[] slots = new int[32];
    private int size;

    /**
     * @param key any key
     * @return its number; {@link #size()} before this call when the key is new
     */
    public int add(long key) {
        int at = slot(key);
        if (slots[at] != 0) {
            return slots[at] - 1;
        }
        if (size == keys.length) {
            grow();
            at = slot(key);
        }
        keys[size] = key;
        slots[at] = ++size;
        return size - 1;
    }

    /**
     * @param key any key
     * @return its number, or -1
     */
    public int find(long key) {
        return slots[slot(key)] - 1;
    }

    /**
     * @return how many keys there are
     */
    public int size() {
        return size;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int at = (int) Hashes.mix(key) & mask;
        while (slots[at] != 0 && keys[slots[at] - 1] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, keys.length * 2);
        slots = new int[keys.length * 2];
        for (int i = 0; i < size; i++) {
            slots[slot(keys[i])] = i + 1;
        }
    }
}
