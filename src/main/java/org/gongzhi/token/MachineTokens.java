package org.gongzhi.token;

import io.github.bucket4j.Bucket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** The gate for machines: who a token stands for, if it opens this door from this address now. */
@Component
public class MachineTokens {

    /** Read lists, cases and figures; register demands; speak Open311; watch the machine itself. */
    public static final Set<String> VERBS = Set.of("read", "register", "open311", "metrics");

    static final String PREFIX = "gz_";
    private static final int A_MINUTE = 600;
    private static final int MOST_KEPT = 2_000;

    private final Tokens tokens;
    private final RegionLookup regions;
    private final Clock clock;
    private final Map<UUID, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Bucket> eldest) {
            return size() > MOST_KEPT;
        }
    };

    MachineTokens(Tokens tokens, RegionLookup regions, Clock clock) {
        this.tokens = tokens;
        this.regions = regions;
        this.clock = clock;
    }

    /**
     * The machine as an actor, whose scope is the token's territory.
     *
     * @param verb one of {@link #VERBS}
     */
    public Outcome<Actor> actorFor(String token, String verb, String address) {
        var known = token.startsWith(PREFIX) ? tokens.find(digest(token)) : java.util.Optional.<Tokens.Known>empty();
        if (known.isEmpty()
                || known.get().isRevoked()
                || !clock.instant().isBefore(known.get().expiresAt())) {
            return Outcome.refused(TokenRefusal.INVALID);
        }
        return allowed(known.get(), verb, address).map(machine -> {
            tokens.used(machine.id(), address);
            return actor(machine, verb, address);
        });
    }

    private Outcome<Tokens.Known> allowed(Tokens.Known token, String verb, String address) {
        boolean isFromThere = token.addresses().isEmpty()
                || token.addresses().stream()
                        .anyMatch(range -> AddressRange.parse(range)
                                .map(known -> known.holds(address))
                                .orElse(false));
        if (!isFromThere) {
            return Outcome.refused(TokenRefusal.ADDRESS_NOT_ALLOWED, address);
        }
        if (!token.verbs().contains(verb)) {
            return Outcome.refused(TokenRefusal.VERB_NOT_ALLOWED);
        }
        var probe = bucket(token.id()).tryConsumeAndReturnRemaining(1);
        long wait = Math.max(
                1,
                Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .plusMillis(999)
                        .toSeconds());
        return probe.isConsumed()
                ? Outcome.done(token)
                : Outcome.<Tokens.Known>refused(TokenRefusal.TOO_OFTEN, wait).with("retryAfterSeconds", wait);
    }

    private Bucket bucket(UUID token) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    token,
                    _ -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(A_MINUTE).refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
                            .build());
        }
    }

    private Actor actor(Tokens.Known token, String verb, String address) {
        Region region = regions.get(token.region());
        return new Actor(
                token.account(),
                token.name(),
                verb.equals("read") || verb.equals("metrics") ? DutyKind.OBSERVER : office(region),
                null,
                region.code(),
                region.level(),
                region.name(),
                null,
                region.subtree(),
                address);
    }

    private static DutyKind office(Region region) {
        return switch (region.level()) {
            case Region.DISTRICT -> DutyKind.DISTRICT_OFFICER;
            case Region.STREET -> DutyKind.STREET_OFFICER;
            default -> DutyKind.COMMUNITY_CLERK;
        };
    }

    /** 32 random bytes need no salt and no slowness. */
    static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
