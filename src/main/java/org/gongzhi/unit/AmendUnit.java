package org.gongzhi.unit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.unit.Unit.Told;
import org.gongzhi.unit.Units.Differences;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What a unit tells of itself: kind, name, credit code, industry, people, members, phone. What it said before stays in its history. */
@Component
class AmendUnit {

    private final UnitPermissions permissions;
    private final UnitDictionary dictionary;
    private final Units units;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AmendUnit(
            UnitPermissions permissions,
            UnitDictionary dictionary,
            Units units,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.permissions = permissions;
        this.dictionary = dictionary;
        this.units = units;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    record Wish(UnitWords.Typed typed, @Nullable String why) {}

    record Amended(UUID id, int version) {}

    Outcome<Amended> amend(Actor actor, UUID id, int seen, Wish wish) {
        LocalDate today = Time.today(clock);
        return permissions
                .keep(actor)
                .then(_ -> UnitWords.told(wish.typed(), dictionary.kinds(), dictionary.industries(), today))
                .then(told -> UnitWords.why(wish.why())
                        .then(why -> units.holdOrRefuse(id, seen)
                                .then(Unit::open)
                                .then(unit -> write(actor, unit, told, today, why))));
    }

    private Outcome<Amended> write(Actor actor, Unit unit, Told told, LocalDate today, String why) {
        Differences differences = between(unit.told(), told);
        if (differences.isEmpty()) {
            return Outcome.refused(UnitRefusal.UNCHANGED);
        }
        String code = told.creditCode();
        if (code != null && !code.equals(unit.told().creditCode()) && units.isTaken(code, unit.id())) {
            return Outcome.invalid("creditCode", UnitRefusal.CODE_TAKEN);
        }
        units.amend(unit.id(), told);
        units.note(actor, unit.id(), "amend", today, differences, why);
        audit.record(
                actor,
                "unit.amend",
                UnitId.SUBJECT,
                unit.id(),
                unit.region(),
                paired(differences.fields(), differences.olds()),
                paired(differences.fields(), differences.news()),
                why);
        events.publishEvent(new UnitEvent.Amended(new UnitId(unit.id()), unit.region()));
        return Outcome.done(new Amended(unit.id(), unit.version() + 1));
    }

    static Differences between(Told before, Told after) {
        return new Differences()
                .of("kind", before.kind(), after.kind())
                .of("name", before.name(), after.name())
                .of("creditCode", before.creditCode(), after.creditCode())
                .of("industry", before.industry(), after.industry())
                .of("people", before.people(), after.people())
                .of("members", before.members(), after.members())
                .of("membersOn", before.membersOn(), after.membersOn())
                .of("openedOn", before.openedOn(), after.openedOn())
                .of("phone", before.phone(), after.phone());
    }

    private static Map<String, Object> paired(List<String> fields, List<String> values) {
        Map<String, Object> paired = new LinkedHashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            paired.put(fields.get(i), values.get(i));
        }
        return paired;
    }
}
