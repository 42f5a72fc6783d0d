package org.gongzhi.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Questions about organizations, answered within what the asker sees: from where one stands (块) or from whom it answers to (条). Inside the caller's transaction. */
@Component
public class OrganizationLookup {

    private final OrganizationQueries queries;
    private final OrganizationKindQueries kinds;

    OrganizationLookup(OrganizationQueries queries, OrganizationKindQueries kinds) {
        this.queries = queries;
        this.kinds = kinds;
    }

    /**
     * One as it stands, or stood on the day asked about.
     *
     * @param kind by its code: committee, branch
     * @param superior whom it answers to; null: nobody here
     * @param endedOn first day it is no more; null: it stands
     */
    public record Standing(
            OrganizationId id,
            String kind,
            String name,
            @Nullable String code,
            RegionCode region,
            @Nullable OrganizationId superior,
            LocalDate foundedOn,
            @Nullable LocalDate endedOn) {

        public boolean stands() {
            return endedOn == null;
        }
    }

    /** One of those it answers to: its name belongs to whoever sees the one below, the rest of it only if {@code isSeen}. */
    public record Superior(OrganizationId id, String name, boolean isSeen) {}

    /** A kind; {@code height} is 1 to 4: whom one may answer to stands higher, a smaller number. */
    public record Kind(String code, String name, String nameEn, int height) {}

    public Optional<Standing> find(OrganizationId id) {
        return Optional.ofNullable(findAll(List.of(id)).get(id));
    }

    /** Those of them that the asker sees, ended or not. */
    public Map<OrganizationId, Standing> findAll(Collection<OrganizationId> ids) {
        return queries.standing(ids);
    }

    /** By its own code; ended or not. */
    public Optional<Standing> findByCode(String code) {
        return queries.withCode(code);
    }

    /** As it was called, stood and answered on that day; empty before it was founded and after it ended. */
    public Optional<Standing> findAsOf(OrganizationId id, LocalDate on) {
        return queries.standingOn(id, on);
    }

    /** Whom it answers to today, to the top, the nearest first. */
    public List<Superior> superiors(OrganizationId id) {
        return queries.above(id.value()).stream()
                .map(above -> new Superior(new OrganizationId(above.id()), above.name(), above.isSeen()))
                .toList();
    }

    /** In their order. */
    public List<Kind> kinds() {
        return kinds.all().values().stream()
                .map(kind -> new Kind(kind.code(), kind.name(), kind.nameEn(), kind.height()))
                .toList();
    }
}
