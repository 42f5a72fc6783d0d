package org.gongzhi.unit;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.unit.Unit.Premises;
import org.gongzhi.unit.Unit.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** 登记. One open unit to a credit code; a unit without one is told from others by those who register it. */
@Component
class RegisterUnit {

    private final UnitPermissions permissions;
    private final UnitDictionary dictionary;
    private final Units units;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RegisterUnit(
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

    /** @param why how it is known: a walk, a list of the tax office */
    record Wish(
            UnitWords.Typed typed,
            RegionCode region,
            @Nullable String address,
            @Nullable Double lng,
            @Nullable Double lat,
            @Nullable String why) {}

    record Registered(UnitId id) {}

    Outcome<Registered> register(Actor actor, Wish wish) {
        return permissions
                .keep(actor)
                .then(_ -> UnitWords.told(wish.typed(), dictionary.kinds(), dictionary.industries(), Time.today(clock)))
                .then(told -> permissions
                        .within(actor, wish.region())
                        .then(place -> UnitWords.premises(place, wish.address(), wish.lng(), wish.lat()))
                        .then(premises -> UnitWords.why(wish.why()).then(why -> add(actor, told, premises, why))));
    }

    private Outcome<Registered> add(Actor actor, Told told, Premises premises, String why) {
        Unit unit = new Unit(Ids.next(), told, premises, told.openedOn(), null, null, 1);
        String code = told.creditCode();
        if ((code != null && units.isTaken(code, unit.id())) || !units.add(actor, unit, why)) {
            return Outcome.invalid("creditCode", UnitRefusal.CODE_TAKEN);
        }
        Map<String, Object> after = new LinkedHashMap<>(Map.of("name", told.name(), "kind", told.kind()));
        if (code != null) {
            after.put("creditCode", code);
        }
        audit.record(actor, "unit.register", UnitId.SUBJECT, unit.id(), unit.region(), null, after, why);
        var id = new UnitId(unit.id());
        events.publishEvent(new UnitEvent.Registered(id, told.kind(), unit.region()));
        return Outcome.done(new Registered(id));
    }
}
