package org.gongzhi.kernel;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Keys of one name while they may change: which one seals can become another between two seals, and a key may arrive that was not here before. */
public final class LiveKeys {

    private final Supplier<List<KeyFile>> files;
    private volatile Keys.Ring ring;

    LiveKeys(Keys.Ring ring, Supplier<List<KeyFile>> files) {
        this.ring = ring;
        this.files = files;
    }

    /** The key that seals now; ask once for one seal. */
    public KeyFile current() {
        return ring.current();
    }

    /** The key of that fingerprint; looks into the folder when it was not here before. */
    public Optional<KeyFile> find(String fingerprint) {
        return in(ring.keys(), fingerprint).or(() -> in(files.get(), fingerprint));
    }

    /** Seals from now on with a key that has just been taken into use. */
    public void sealWith(String fingerprint) {
        KeyFile key = find(fingerprint)
                .orElseThrow(() -> new IllegalStateException("the key " + fingerprint + " is not here"));
        Keys.Ring before = ring;
        ring = new Keys.Ring(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(key),
                        before.keys().stream()
                                .filter(known -> !known.fingerprint().equals(fingerprint)))
                .toList());
    }

    void become(Keys.Ring next) {
        ring = next;
    }

    private static Optional<KeyFile> in(List<KeyFile> keys, String fingerprint) {
        return keys.stream()
                .filter(key -> key.fingerprint().equals(fingerprint))
                .findFirst();
    }
}
