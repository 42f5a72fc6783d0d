package org.gongzhi.deputy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/** For an absence: from one day to another somebody else has the duty as well. Its holder keeps it, too. */
@Component
class NameDeputy {

    /** Whoever is away longer hands over. */
    static final int LONGEST_DAYS = 183;

    private final DeputyPermissions permissions;
    private final DeputyQueries queries;
    private final DeputyRoom room;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    NameDeputy(
            DeputyPermissions permissions,
            DeputyQueries queries,
            DeputyRoom room,
            Accounts accounts,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.queries = queries;
        this.room = room;
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param until the last day */
    record Wish(UUID duty, UUID deputy, LocalDate from, LocalDate until) {}

    record Named(UUID id) {}

    Outcome<Named> name(Actor actor, Wish wish) {
        LocalDate today = Time.today(clock);
        return transactions
                .read(DeputyRoom.READER, () -> check(actor, wish, today))
                .then(duty -> transactions.write(room.at(actor, duty.region()), () -> give(actor, duty, wish)));
    }

    private Outcome<DeputyQueries.Held> check(Actor actor, Wish wish, LocalDate today) {
        return queries.duty(wish.duty(), today)
                .<Outcome<DeputyQueries.Held>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(DeputyRefusal.DUTY_UNKNOWN))
                .then(duty -> permissions.mayName(actor, duty))
                .unless(duty -> actor.standsFor(wish.deputy()) && !actor.standsFor(duty.account())
                        ? Outcome.refused(DeputyRefusal.NOT_ONESELF)
                        : Outcome.done(duty))
                .unless(duty -> duty.isOwn() ? Outcome.done(duty) : Outcome.refused(DeputyRefusal.NO_CHAINS))
                .unless(duty -> days(wish, duty, today))
                .unless(duty ->
                        queries.candidates(room.around(duty.region()), duty.account(), wish.deputy(), null, today)
                                        .isEmpty()
                                ? Outcome.invalid("accountId", DeputyRefusal.NOT_A_CANDIDATE)
                                : Outcome.done(duty));
    }

    private static Outcome<?> days(Wish wish, DeputyQueries.Held duty, LocalDate today) {
        if (wish.from().isBefore(today)) {
            return Outcome.invalid("from", DeputyRefusal.STARTS_IN_THE_PAST);
        }
        if (wish.until().isBefore(wish.from())) {
            return Outcome.invalid("until", DeputyRefusal.ENDS_BEFORE_IT_STARTS);
        }
        if (wish.until().isAfter(wish.from().plusDays(LONGEST_DAYS))) {
            return Outcome.invalid("until", DeputyRefusal.TOO_LONG, LONGEST_DAYS);
        }
        return duty.until() != null && wish.until().isAfter(duty.until())
                ? Outcome.invalid(
                        "until", DeputyRefusal.OUTLASTS_THE_DUTY, duty.until().toString())
                : Outcome.done(duty);
    }

    /** The rest only the database knows for certain: one deputy at a time, the same duty once, never two administrators in one. */
    private Outcome<Named> give(Actor actor, DeputyQueries.Held duty, Wish wish) {
        return accounts.deputize(duty.id(), wish.deputy(), wish.from(), wish.until(), actor.account())
                .<Outcome<Named>>map(id -> {
                    audit.record(
                            actor,
                            "deputy.name",
                            "account",
                            wish.deputy(),
                            duty.region(),
                            null,
                            Map.of(
                                    "for",
                                    duty.account(),
                                    "duty",
                                    duty.kind().code(),
                                    "from",
                                    wish.from().toString(),
                                    "until",
                                    wish.until().toString()),
                            null);
                    return Outcome.done(new Named(id));
                })
                .orElseGet(() -> Outcome.refused(DeputyRefusal.TAKEN));
    }
}
