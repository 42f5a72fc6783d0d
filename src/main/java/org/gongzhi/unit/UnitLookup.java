package org.gongzhi.unit;

import java.util.Optional;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What others may ask of a unit; inside the asker's transaction, of units within their reach. */
@Component
public class UnitLookup {

    private final UnitQueries queries;

    UnitLookup(UnitQueries queries) {
        this.queries = queries;
    }

    /**
     * A unit in a few words.
     *
     * @param kind by its code
     * @param people who work there; null: nobody said
     * @param members as the unit says, until they are counted
     */
    public record Known(
            UnitId id,
            String name,
            String kind,
            RegionCode region,
            @Nullable Integer people,
            @Nullable Integer members,
            boolean isOpen) {}

    public Optional<Known> find(UnitId id) {
        return queries.find(id.value())
                .map(unit -> new Known(
                        id,
                        unit.told().name(),
                        unit.told().kind(),
                        unit.region(),
                        unit.told().people(),
                        unit.told().members(),
                        unit.closedOn() == null));
    }
}
