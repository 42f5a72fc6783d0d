package org.gongzhi.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.unit.Units.Differences;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 注销或迁出: from a day on it is no more, once nothing waits about it. Its code is free again, and what is known of it stays. */
@Component
class CloseUnit {

    private final UnitPermissions permissions;
    private final Units units;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CloseUnit(UnitPermissions permissions, Units units, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.permissions = permissions;
        this.units = units;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** @param on first day it is no more */
    record Wish(LocalDate on, @Nullable String why) {}

    record Closed(UUID id, int version) {}

    Outcome<Closed> close(Actor actor, UUID id, int seen, Wish wish) {
        return permissions
                .keep(actor)
                .then(_ -> UnitWords.why(wish.why()))
                .then(why -> units.holdOrRefuse(id, seen)
                        .then(Unit::open)
                        .unless(unit -> unit.since(wish.on(), Time.today(clock), "on"))
                        .unless(unit -> nothingWaits(unit.id()))
                        .map(unit -> write(actor, unit, wish.on(), why)));
    }

    private Outcome<Long> nothingWaits(UUID id) {
        long waiting = units.waiting(id);
        return waiting == 0 ? Outcome.done(waiting) : Outcome.refused(UnitRefusal.STILL_WAITING, waiting);
    }

    private Closed write(Actor actor, Unit unit, LocalDate on, String why) {
        units.close(unit.id(), on, why);
        units.note(actor, unit.id(), "close", on, new Differences().of("closedOn", null, on), why);
        audit.record(
                actor,
                "unit.close",
                UnitId.SUBJECT,
                unit.id(),
                unit.region(),
                Map.of("name", unit.told().name()),
                Map.of("on", on.toString()),
                why);
        events.publishEvent(new UnitEvent.Closed(new UnitId(unit.id()), unit.region(), on));
        return new Closed(unit.id(), unit.version() + 1);
    }
}
