package org.stepwright.near;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NearTextsTest {
    private static String text(Random random, int words, int vocabulary) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append('w').append(random.nextInt(vocabulary));
        }
        return text.toString();
    }

    /** Each text, and some with one word more or less. */
    private static List<String> variants(Random random, int count, int words) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = text(random, words, 2000);
            texts.add(text);
            if (random.nextBoolean()) {
                texts.add(text + " more");
            }
            if (random.nextBoolean()) {
                texts.add(text.substring(text.indexOf(' ') + 1));
            }
        }
        return texts;
    }

    private static Set<Set<String>> pairs(NearTexts near, List<String> texts) {
        texts.forEach(near::add);
        NearIndex index = near.index();
        Set<Set<String>> pairs = new HashSet<>();
        for (String text : texts) {
            index.forEarlier(
                    near.find(text),
                    other -> true,
                    (other, similarity) ->
                            texts.stream()
                                    .filter(t -> near.find(t) == other)
                                    .forEach(t -> pairs.add(Set.of(t, text))));
        }
        return pairs;
    }

    @Property(tries = 40)
    void allPairsAreFoundAsByComparingEachWithEach(@ForAll long seed) {
        Random random = new Random(seed);
        List<String> texts = variants(random, 15, 10 + random.nextInt(60));
        Set<Set<String>> expected = new HashSet<>();
        for (String a : texts) {
            for (String b : texts) {
                int[] one = Shingles.set(Shingles.sequence(a));
                int[] two = Shingles.set(Shingles.sequence(b));
                if (!a.equals(b) && Shingles.jaccard(one, two) >= NearIndex.THRESHOLD) {
                    expected.add(Set.of(a, b));
                }
            }
        }
        Set<Set<String>> found = pairs(new NearTexts(), texts);
        assertThat(found).containsAll(expected);
        assertThat(found.size() - expected.size())
                .as("only short texts with the same numbers are near besides")
                .isLessThanOrEqualTo(texts.size());
        Collections.shuffle(texts, random);
        assertThat(pairs(new NearTexts(), texts)).isEqualTo(found);
    }

    @Test
    void withoutMemoryASampleIsComparedWhateverTheOrder() {
        Random random = new Random(4);
        List<String> texts = variants(random, 100, 400);
        NearTexts whole = new NearTexts();
        NearTexts small = new NearTexts(10_000);
        Set<Set<String>> all = pairs(whole, texts);
        Set<Set<String>> sampled = pairs(small, texts);
        assertThat(whole.oneIn()).isEqualTo(1);
        assertThat(small.oneIn()).isGreaterThan(1);
        assertThat(sampled).isEqualTo(all);
        Collections.shuffle(texts, random);
        NearTexts again = new NearTexts(10_000);
        assertThat(pairs(again, texts)).isEqualTo(sampled);
        assertThat(again.oneIn()).isEqualTo(small.oneIn());
    }

    @Test
    void aTextThatIsSharedIsKeptOnce() {
        ShingleStore store = new ShingleStore(1 << 20);
        String policy = text(new Random(1), 2000, 1 << 20);
        for (int i = 0; i < 1000; i++) {
            store.add(Shingles.sequence(policy + " please cancel order number n" + i));
        }
        int kept = 0;
        for (int block = 0; block < store.blocks(); block++) {
            kept += store.shinglesOf(block).length;
        }
        assertThat(kept).isLessThan(2000 + 1000 * 100);
        assertThat(store.texts()).isEqualTo(1000);
    }

    @Test
    void oneShingleOverAndOverIsKeptOnce() {
        ShingleStore store = new ShingleStore(4);
        for (int i = 3; i < 200; i++) {
            store.add(Shingles.sequence("la ".repeat(i).strip()));
        }
        assertThat(store.texts()).isEqualTo(197);
    }

    @Test
    void bandsMeetAtTheThreshold() {
        for (double threshold : new double[] {0.5, 0.7, 0.8, 0.9}) {
            Bands bands = Bands.forThreshold(threshold, 256);
            assertThat(bands.meeting(threshold)).isGreaterThanOrEqualTo(0.99);
            int longer = bands.rows() + 1;
            assertThat(new Bands(256 / longer, longer).meeting(threshold)).isLessThan(0.99);
            assertThat(bands.bands() * bands.rows()).isLessThanOrEqualTo(256);
        }
        assertThat(Bands.forThreshold(1, 16).rows()).isEqualTo(16);
    }
}
