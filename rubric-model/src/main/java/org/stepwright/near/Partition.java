package org.stepwright.near;

/** Things joined step by step into groups (union-find with path halving). */
public final class Partition {
    private final int[] parents;

    /**
     * @param size how many things; each is a group of its own
     */
    public Partition(int size) {
        parents = new int[size];
        for (int i = 0; i < size; i++) {
            parents[i] = i;
        }
    }

    /**
     * @param i a thing
     * @return the smallest thing of its group
     */
    public int root(int i) {
        int at = i;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }

    /**
     * Makes one group of two.
     *
     * @param i a thing
     * @param j another
     */
    public void join(int i, int j) {
        int a = root(i);
        int b = root(j);
        parents[Math.max(a, b)] = Math.min(a, b);
    }
}
