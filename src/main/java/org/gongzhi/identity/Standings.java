package org.gongzhi.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Reads how an account stands now. Every request asks, so an answer is good for a moment ({@code gongzhi.identity.standing-for}, 2 s): long enough for the
 * many requests of one page, too short for anyone whose duty was taken away.
 */
@Component
class Standings {

    private static final int MOST_KEPT = 20_000;

    private final Transactions transactions;
    private final DutyQueries queries;
    private final RegionLookup regions;
    private final Clock clock;
    private final Duration standingFor;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    Standings(
            Transactions transactions,
            DutyQueries queries,
            RegionLookup regions,
            Clock clock,
            IdentityProperties properties) {
        this.transactions = transactions;
        this.queries = queries;
        this.regions = regions;
        this.clock = clock;
        this.standingFor = properties.standingFor();
    }

    private record Key(UUID account, @Nullable UUID duty) {}

    private record Known(Optional<Standing> standing, Instant until) {}

    /** Empty when there is no such account or it is disabled. */
    Optional<Standing> of(UUID account, @Nullable UUID duty) {
        var key = new Key(account, duty);
        Instant now = clock.instant();
        Known found = known.get(key);
        if (found != null && now.isBefore(found.until())) {
            return found.standing();
        }
        Optional<Standing> standing = inTransaction(account, () -> queries.standing(account, duty, Time.today(clock)))
                .map(row -> new Standing(
                        row.account(),
                        row.mustChangePassword(),
                        row.mustEnrol(),
                        row.duty() == null ? null : duty(row.duty())));
        if (known.size() >= MOST_KEPT) {
            known.clear();
        }
        known.put(key, new Known(standing, now.plus(standingFor)));
        return standing;
    }

    /** After a change made here; other nodes learn within the moment. */
    void forget(UUID account) {
        known.keySet().removeIf(key -> key.account().equals(account));
    }

    /** For whoever changes an account inside a transaction: now, and again when it has ended. */
    void forgetAfterwards(UUID account) {
        forget(account);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget(account);
                }
            });
        }
    }

    /** Duties in force, one's own first, highest node first. */
    List<Standing.Duty> dutiesOf(UUID account) {
        return inTransaction(account, () -> queries.dutiesOf(account, Time.today(clock))).stream()
                .map(this::duty)
                .sorted(Comparator.comparing((Standing.Duty duty) -> duty.principal() != null)
                        .thenComparingInt(Standing.Duty::level)
                        .thenComparing(Standing.Duty::region)
                        .thenComparing(Standing.Duty::kind)
                        .thenComparing(Standing.Duty::id))
                .toList();
    }

    /** A caller inside a transaction (a worker with a job in hand) reads with what it may see; everyone else reads as the account itself. */
    private <T> T inTransaction(UUID account, Supplier<T> work) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? work.get()
                : transactions.read(Standing.person(account, "", ""), work);
    }

    private Standing.Duty duty(DutyQueries.DutyRow row) {
        Region region = regions.get(row.region());
        return new Standing.Duty(
                row.id(),
                row.kind(),
                row.region(),
                region.to(),
                region.level(),
                region.name(),
                row.departmentId(),
                row.departmentName(),
                row.kinds(),
                row.principal());
    }
}
