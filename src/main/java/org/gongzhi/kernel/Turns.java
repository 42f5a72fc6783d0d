package org.gongzhi.kernel;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One after another within this process: what is done under the same key waits, other keys go on. Keeps nothing of keys nobody waits for. */
public final class Turns<K> {

    private static final class Seat {
        private final Semaphore free = new Semaphore(1, true);
        private int wanted;
    }

    private final ConcurrentHashMap<K, Seat> seats = new ConcurrentHashMap<>();
    private final Duration patience;

    /** @param patience how long anybody waits for a turn */
    public Turns(Duration patience) {
        this.patience = patience;
    }

    /** What the work answers; empty when those before it took too long. */
    public <T> Optional<T> take(K key, Supplier<T> work) {
        Seat seat = seats.compute(key, (_, known) -> {
            Seat wanted = known == null ? new Seat() : known;
            wanted.wanted++;
            return wanted;
        });
        try {
            if (!seat.free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
            try {
                return Optional.of(work.get());
            } finally {
                seat.free.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            seats.computeIfPresent(key, (_, left) -> --left.wanted == 0 ? null : left);
        }
    }

    /** Keys something is done or waited for under at this moment. */
    int underWay() {
        return seats.size();
    }
}
