package org.gongzhi.unit;

import java.time.Clock;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For loaders: units that stand already. In the caller's transaction; what the rules forbid is a mistake of the loader. */
@Component
public class UnitLoad {

    private final Units units;
    private final UnitDictionary dictionary;
    private final Clock clock;

    UnitLoad(Units units, UnitDictionary dictionary, Clock clock) {
        this.units = units;
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /**
     * One that stands.
     *
     * @param kind by its code: private_firm, shop
     * @param creditCode its first 17 characters, to which the check character is added; null for a unit without one
     * @param industry division of GB/T 4754
     * @param openedOn its members are told as of today
     */
    public record Standing(
            String kind,
            String name,
            @Nullable String creditCode,
            @Nullable String industry,
            int people,
            int members,
            java.time.LocalDate openedOn,
            @Nullable String phone,
            RegionCode region,
            String address) {}

    public UnitId add(Actor loader, Standing standing, String why) {
        String seventeen = standing.creditCode();
        var typed = new UnitWords.Typed(
                standing.kind(),
                standing.name(),
                seventeen == null ? null : seventeen + CreditCode.check(seventeen),
                standing.industry(),
                standing.people(),
                standing.members(),
                Time.today(clock),
                standing.openedOn(),
                standing.phone());
        Unit.Told told = UnitWords.told(typed, dictionary.kinds(), dictionary.industries(), Time.today(clock))
                .orThrow();
        Unit unit = new Unit(
                Ids.next(),
                told,
                UnitWords.premises(standing.region(), standing.address(), null, null)
                        .orThrow(),
                told.openedOn(),
                null,
                null,
                1);
        if (!units.add(loader, unit, why)) {
            throw new IllegalStateException("credit code " + told.creditCode() + " is taken");
        }
        return new UnitId(unit.id());
    }
}
