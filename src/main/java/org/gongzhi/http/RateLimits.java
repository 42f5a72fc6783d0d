package org.gongzhi.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.gongzhi.kernel.Outcome;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * How often something may be asked from outside: by browser strictly, by address generously, because a whole community may stand behind one address. Kept in
 * memory only, for minutes, per node of the application; addresses and browsers are written nowhere.
 */
@Component
@EnableConfigurationProperties(RateLimitProperties.class)
public class RateLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration FIRST_PENALTY = Duration.ofMinutes(1);
    private static final Duration LONGEST_PENALTY = Duration.ofHours(1);
    private static final int MOST_KEPT = 50_000;

    private static final Map<String, Limit> LIMITS = Map.of(
            "public-submit", new Limit(60, 6, MINUTE, RateRefusal.SUBMITTING_TOO_OFTEN),
            "public-join", new Limit(60, 6, MINUTE, RateRefusal.SUBMITTING_TOO_OFTEN),
            "public-words", new Limit(60, 6, MINUTE, RateRefusal.SUBMITTING_TOO_OFTEN),
            "public-file", new Limit(180, 18, MINUTE, RateRefusal.SUBMITTING_TOO_OFTEN),
            "public-read", new Limit(1200, 240, MINUTE, RateRefusal.ASKING_TOO_OFTEN),
            "public-code", new Limit(200, 20, Duration.ofMinutes(10), RateRefusal.GUESSING_TOO_OFTEN),
            "sign-in", new Limit(120, 120, MINUTE, RateRefusal.ASKING_TOO_OFTEN));

    private final double factor;
    private final Clock clock;
    private final Map<String, Counter> counters = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Counter> eldest) {
            return size() > MOST_KEPT;
        }
    };

    RateLimits(RateLimitProperties properties, Clock clock) {
        this.factor = properties.factor();
        this.clock = clock;
    }

    private record Limit(int perAddress, int perVisitor, Duration period, RateRefusal refusal) {}

    private static final class Counter {
        private final Bucket bucket;
        private int penalties;
        private Instant closedUntil = Instant.MIN;

        private Counter(Bucket bucket) {
            this.bucket = bucket;
        }
    }

    /**
     * Counts one request, or refuses it with the seconds to wait.
     *
     * @param use {@code public-submit}, {@code public-join}, {@code public-words}, {@code public-file}, {@code public-read}, {@code sign-in}
     */
    public Outcome<Boolean> allow(HttpServletRequest request, String use) {
        Limit limit = limit(use);
        ConsumptionProbe byVisitor = visitor(request, use, limit).bucket.tryConsumeAndReturnRemaining(1);
        if (!byVisitor.isConsumed()) {
            return refuse(limit, Duration.ofNanos(byVisitor.getNanosToWaitForRefill()));
        }
        ConsumptionProbe byAddress = address(request, use, limit).bucket.tryConsumeAndReturnRemaining(1);
        return byAddress.isConsumed()
                ? Outcome.done(true)
                : refuse(limit, Duration.ofNanos(byAddress.getNanosToWaitForRefill()));
    }

    /** Whether guesses are listened to at present ({@code public-code}); counts nothing, because whoever holds a right code may look as often as they like. */
    public Outcome<Boolean> mayGuess(HttpServletRequest request, String use) {
        Limit limit = limit(use);
        Instant now = clock.instant();
        Instant closedUntil =
                latest(closedUntil(visitor(request, use, limit)), closedUntil(address(request, use, limit)));
        return now.isBefore(closedUntil) ? refuse(limit, Duration.between(now, closedUntil)) : Outcome.done(true);
    }

    /** A guess was wrong. When the allowance is used up the door closes, each time for twice as long. */
    public void missed(HttpServletRequest request, String use) {
        Limit limit = limit(use);
        miss(visitor(request, use, limit));
        miss(address(request, use, limit));
    }

    private void miss(Counter counter) {
        if (counter.bucket.tryConsume(1)) {
            return;
        }
        synchronized (counter) {
            Duration penalty = FIRST_PENALTY.multipliedBy(1L << Math.min(counter.penalties, 6));
            counter.penalties++;
            counter.closedUntil =
                    clock.instant().plus(penalty.compareTo(LONGEST_PENALTY) > 0 ? LONGEST_PENALTY : penalty);
        }
    }

    private static Instant closedUntil(Counter counter) {
        synchronized (counter) {
            return counter.closedUntil;
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static <T> Outcome<T> refuse(Limit limit, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return Outcome.<T>refused(limit.refusal(), seconds).with("retryAfterSeconds", seconds);
    }

    private static Limit limit(String use) {
        return Optional.ofNullable(LIMITS.get(use))
                .orElseThrow(() -> new IllegalArgumentException("no rate limit for " + use));
    }

    /** Browsers that bring no mark share one allowance per address, a third of the whole: throwing the mark away gains nothing. */
    private Counter visitor(HttpServletRequest request, String use, Limit limit) {
        String address = block(request.getRemoteAddr());
        return VisitorFilter.visitor(request)
                .map(visitor -> counter(use + " " + address + " " + visitor, limit.perVisitor(), limit.period()))
                .orElseGet(() -> counter(
                        use + " " + address + " unmarked",
                        Math.max(limit.perVisitor(), limit.perAddress() / 3),
                        limit.period()));
    }

    private Counter address(HttpServletRequest request, String use, Limit limit) {
        return counter(use + " " + block(request.getRemoteAddr()), limit.perAddress(), limit.period());
    }

    private Counter counter(String key, int capacity, Duration period) {
        Supplier<Counter> fresh = () -> new Counter(Bucket.builder()
                .addLimit(limit -> limit.capacity(tokens(capacity)).refillGreedy(tokens(capacity), period))
                .withCustomTimePrecision(meter())
                .build());
        synchronized (counters) {
            return counters.computeIfAbsent(key, _ -> fresh.get());
        }
    }

    private long tokens(int capacity) {
        return Math.max(1, Math.round(capacity * factor));
    }

    /** One household or office has a whole /64 of IPv6. */
    private static String block(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.split(":", -1);
        return groups.length < 8
                ? address
                : String.join(":", java.util.List.of(groups).subList(0, 4));
    }

    private TimeMeter meter() {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return clock.millis() * 1_000_000;
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }
}
