package org.gongzhi.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.unit.Unit.Premises;
import org.gongzhi.unit.Units.Differences;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 迁址: where it stands from a day on. Where it stood stays known, so that a past quarter is counted as it was then. */
@Component
class RelocateUnit {

    private final UnitPermissions permissions;
    private final Units units;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RelocateUnit(UnitPermissions permissions, Units units, Audit audit, ApplicationEventPublisher events, Clock clock) {
        this.permissions = permissions;
        this.units = units;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    record Wish(
            RegionCode region,
            @Nullable String address,
            @Nullable Double lng,
            @Nullable Double lat,
            LocalDate from,
            @Nullable String why) {}

    record Relocated(UUID id, int version) {}

    Outcome<Relocated> relocate(Actor actor, UUID id, int seen, Wish wish) {
        return permissions
                .keep(actor)
                .then(_ -> permissions.within(actor, wish.region()))
                .then(place -> UnitWords.premises(place, wish.address(), wish.lng(), wish.lat()))
                .then(premises -> UnitWords.why(wish.why())
                        .then(why -> units.holdOrRefuse(id, seen)
                                .then(Unit::open)
                                .unless(unit -> day(unit, wish.from()))
                                .then(unit -> write(actor, unit, premises, wish.from(), why))));
    }

    private Outcome<LocalDate> day(Unit unit, LocalDate from) {
        LocalDate last = units.lastMove(unit.id()).orElse(LocalDate.MIN);
        return unit.since(from, Time.today(clock), "from")
                .unless(day -> day.isBefore(last)
                        ? Outcome.invalid("from", UnitRefusal.BEFORE_LAST_MOVE, last.toString())
                        : Outcome.done(day));
    }

    private Outcome<Relocated> write(Actor actor, Unit unit, Premises premises, LocalDate from, String why) {
        Differences differences = new Differences()
                .of("region", unit.region(), premises.region())
                .of("address", unit.premises().address(), premises.address())
                .of("point", point(unit.premises()), point(premises));
        if (differences.isEmpty()) {
            return Outcome.invalid("regionCode", UnitRefusal.UNCHANGED);
        }
        units.relocate(unit, premises, from);
        units.note(actor, unit.id(), "relocate", from, differences, why);
        audit.record(
                actor,
                "unit.relocate",
                UnitId.SUBJECT,
                unit.id(),
                premises.region(),
                Map.of("region", unit.region().toString()),
                Map.of("region", premises.region().toString(), "from", from.toString()),
                why);
        events.publishEvent(new UnitEvent.Relocated(new UnitId(unit.id()), unit.region(), premises.region(), from));
        return Outcome.done(new Relocated(unit.id(), unit.version() + 1));
    }

    private static @Nullable String point(Premises premises) {
        return premises.lng() == null ? null : premises.lng() + ", " + premises.lat();
    }
}
