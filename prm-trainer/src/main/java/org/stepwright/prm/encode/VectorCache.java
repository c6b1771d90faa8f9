package org.stepwright.prm.encode;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.stepwright.prm.digest.Sha256;

/**
 * Vectors by content hash, the least recently used ones dropped first. Keeps no texts. Safe for
 * many threads.
 */
final class VectorCache {
    private final Map<Key, float[]> vectors;

    VectorCache(int most) {
        vectors =
                new LinkedHashMap<>(16, 0.75f, true) {
                    private static final long serialVersionUID = 1L;

                    @Override
                    protected boolean removeEldestEntry(Map.Entry<Key, float[]> eldest) {
                        return size() > most;
                    }
                };
    }

    /**
     * The first half of the text's SHA-256: no two texts that anyone has seen share one.
     *
     * @param high first 8 bytes
     * @param low next 8 bytes
     */
    record Key(long high, long low) {}

    static Key key(String text) {
        ByteBuffer digest = ByteBuffer.wrap(Sha256.bytesOf(text));
        return new Key(digest.getLong(), digest.getLong());
    }

    synchronized float[] get(Key key) {
        return vectors.get(key);
    }

    synchronized void put(Key key, float[] vector) {
        vectors.put(key, vector);
    }

    synchronized int size() {
        return vectors.size();
    }
}
