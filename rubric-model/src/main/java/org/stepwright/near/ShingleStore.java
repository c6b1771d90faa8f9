package org.stepwright.near;

import java.util.Arrays;

/**
 * The shingles of many texts. Texts are cut into blocks where their content says so
 * (content-defined chunking, as in Muthitacharoen et al., "A low-bandwidth network file system",
 * 2001), and each block is kept once: a policy in front of a hundred thousand conversations takes
 * the memory of one. What would still be too much is thinned: of all shingles only those with the
 * smallest hashes stay, the same in every text, which keeps similarities right on average
 * (FracMinHash). What stays does not depend on the order of the texts. Not safe for several
 * threads.
 */
final class ShingleStore {
    /** Blocks have about this many shingles. */
    private static final int BLOCK = 32;

    private static final int MOST_THINNING = 16;

    private final int budget;
    private final LongIndex blocks = new LongIndex();
    private final IntList blockEnds = new IntList();
    private final IntList shingles = new IntList();
    private final IntList textEnds = new IntList();
    private final IntList textBlocks = new IntList();
    private int thinning;

    /**
     * @param budget shingles kept at most, four bytes each
     */
    ShingleStore(int budget) {
        this.budget = budget;
    }

    /** Adds a text by its shingles in order; the numbers of texts count from 0. */
    void add(int[] sequence) {
        int from = 0;
        for (int i = 0; i < sequence.length; i++) {
            boolean cut = Integer.remainderUnsigned(sequence[i], BLOCK) == 0;
            if (cut || i == sequence.length - 1) {
                textBlocks.add(block(sequence, from, i + 1));
                from = i + 1;
            }
        }
        textEnds.add(textBlocks.size());
        while (shingles.size() > budget && thinning < MOST_THINNING) {
            thin();
        }
    }

    private int block(int[] sequence, int from, int to) {
        long hash = to - from;
        for (int i = from; i < to; i++) {
            hash = Hashes.mix(hash ^ sequence[i]) + hash * 0x9e3779b97f4a7c15L;
        }
        int known = blocks.size();
        int block = blocks.add(hash);
        if (block == known) {
            for (int shingle : thinned(Arrays.copyOfRange(sequence, from, to))) {
                shingles.add(shingle);
            }
            blockEnds.add(shingles.size());
        }
        return block;
    }

    private boolean stays(int shingle) {
        // Mixed anew: the cut of blocks already depends on the low bits.
        return thinning == 0 || Hashes.mix(shingle) >>> (64 - thinning) == 0;
    }

    private void thin() {
        thinning++;
        int kept = 0;
        int from = 0;
        for (int b = 0; b < blocks.size(); b++) {
            int end = blockEnds.get(b);
            for (int i = from; i < end; i++) {
                if (stays(shingles.get(i))) {
                    shingles.set(kept++, shingles.get(i));
                }
            }
            blockEnds.set(b, kept);
            from = end;
        }
        shingles.shrink(kept);
    }

    /** How many texts there are. */
    int texts() {
        return textEnds.size();
    }

    /** How many blocks there are. */
    int blocks() {
        return blocks.size();
    }

    /** One in so many shingles is kept; 1 when all are. */
    int oneIn() {
        return 1 << thinning;
    }

    /** The blocks of a text, each once. */
    int[] blocksOf(int text) {
        return Shingles.set(
                textBlocks.range(text == 0 ? 0 : textEnds.get(text - 1), textEnds.get(text)));
    }

    /** The shingles of a block, sorted, each once. */
    int[] shinglesOf(int block) {
        return shingles.range(block == 0 ? 0 : blockEnds.get(block - 1), blockEnds.get(block));
    }

    /** What stays of the shingles of a text that is not in here, sorted, each once. */
    int[] thinned(int[] sequence) {
        return Shingles.set(Arrays.stream(sequence).filter(this::stays).toArray());
    }
}
