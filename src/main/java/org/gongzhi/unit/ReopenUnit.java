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

/** It was closed by mistake, or is there again: open as it was, unless its code has become another's. */
@Component
class ReopenUnit {

    private final UnitPermissions permissions;
    private final Units units;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReopenUnit(UnitPermissions permissions, Units units, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.permissions = permissions;
        this.units = units;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    record Reopened(UUID id, int version) {}

    Outcome<Reopened> reopen(Actor actor, UUID id, int seen, @Nullable String typed) {
        return permissions
                .keep(actor)
                .then(_ -> UnitWords.why(typed))
                .then(why -> units.holdOrRefuse(id, seen).then(unit -> write(actor, unit, why)));
    }

    private Outcome<Reopened> write(Actor actor, Unit unit, String why) {
        LocalDate closed = unit.closedOn();
        if (closed == null) {
            return Outcome.refused(UnitRefusal.NOT_CLOSED);
        }
        String code = unit.told().creditCode();
        if (code != null && units.isTaken(code, unit.id())) {
            return Outcome.refused(UnitRefusal.CODE_TAKEN);
        }
        units.close(unit.id(), null, null);
        units.note(actor, unit.id(), "reopen", Time.today(clock), new Differences().of("closedOn", closed, null), why);
        audit.record(
                actor,
                "unit.reopen",
                UnitId.SUBJECT,
                unit.id(),
                unit.region(),
                Map.of("closedOn", closed.toString()),
                Map.of("name", unit.told().name()),
                why);
        events.publishEvent(new UnitEvent.Reopened(new UnitId(unit.id()), unit.region()));
        return Outcome.done(new Reopened(unit.id(), unit.version() + 1));
    }
}
