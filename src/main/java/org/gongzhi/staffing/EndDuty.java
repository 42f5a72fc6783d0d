package org.gongzhi.staffing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes a duty away, at once or after a last day. The system administrator ends what people work in; an administrator's own duty is ended by the security
 * administrator, and never the last of its kind.
 */
@Component
class EndDuty {

    private final StaffingPermissions permissions;
    private final StaffQueries staff;
    private final OpenWorkQueries work;
    private final Accounts accounts;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    EndDuty(
            StaffingPermissions permissions,
            StaffQueries staff,
            OpenWorkQueries work,
            Accounts accounts,
            RegionLookup regions,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.staff = staff;
        this.work = work;
        this.accounts = accounts;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    record Ended(UUID dutyId) {}

    /** @param lastDay null: at once */
    Outcome<Ended> end(Actor actor, UUID account, UUID dutyId, @Nullable LocalDate lastDay) {
        LocalDate today = Time.today(clock);
        return transactions.write(
                actor,
                () -> permissions
                        .mayLook(actor)
                        .then(_ -> staff.dutiesOf(List.of(account), today).stream()
                                .filter(duty -> duty.id().equals(dutyId))
                                .findFirst()
                                .<Outcome<StaffQueries.HeldDuty>>map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(StaffingRefusal.DUTY_UNKNOWN)))
                        .unless(duty -> mayEnd(actor, duty, today))
                        .unless(duty -> isHandedOver(duty, today))
                        .unless(_ -> lastDay != null && lastDay.isBefore(today)
                                ? Outcome.invalid("lastDay", StaffingRefusal.STARTS_IN_THE_PAST, today.toString())
                                : Outcome.done(today))
                        .map(duty -> {
                            LocalDate before = lastDay == null ? today : lastDay.plusDays(1);
                            accounts.endDuty(dutyId, account, before, actor.account(), Time.now(clock));
                            audit.record(
                                    actor,
                                    "duty.end",
                                    "account",
                                    account,
                                    duty.region(),
                                    duty,
                                    before.toString(),
                                    null);
                            return new Ended(dutyId);
                        }));
    }

    /** Also where it ends on a later day: what comes until then is handed over by the day's own worker. */
    private Outcome<?> isHandedOver(StaffQueries.HeldDuty duty, LocalDate today) {
        long orphans = duty.isCurrent() && !duty.kind().isAdministrator()
                ? work.of(duty.account()).stream()
                        .filter(matter -> !work.isStillTheirs(duty.account(), duty.id(), matter, today))
                        .count()
                : 0;
        return orphans == 0 ? Outcome.done(duty) : Outcome.refused(StaffingRefusal.OPEN_WORK, orphans);
    }

    private Outcome<?> mayEnd(Actor actor, StaffQueries.HeldDuty duty, LocalDate today) {
        if (actor.standsFor(duty.account())) {
            return Outcome.refused(StaffingRefusal.NOT_ONESELF);
        }
        if (duty.isOver()) {
            return Outcome.refused(StaffingRefusal.DUTY_ENDED_ALREADY);
        }
        if (!duty.kind().isAdministrator()) {
            return permissions.mayKeepPeople(actor);
        }
        return permissions
                .mayDecide(actor)
                .unless(_ -> staff.hasAnother(duty.kind(), regions.get(duty.region()), duty.account(), today)
                        ? Outcome.done(duty)
                        : Outcome.refused(StaffingRefusal.LAST_ADMINISTRATOR));
    }
}
