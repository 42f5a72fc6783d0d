package org.gongzhi.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.unit.UnitDictionary.Industry;
import org.gongzhi.unit.UnitDictionary.Kind;
import org.gongzhi.unit.UnitQueries.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Units as they are read, in the reader's language. Inside the caller's transaction. */
@Component
class UnitView {

    private final UnitQueries queries;
    private final UnitDictionary dictionary;
    private final UnitPermissions permissions;
    private final RegionLookup regions;

    UnitView(UnitQueries queries, UnitDictionary dictionary, UnitPermissions permissions, RegionLookup regions) {
        this.queries = queries;
        this.dictionary = dictionary;
        this.permissions = permissions;
        this.regions = regions;
    }

    /**
     * @param isNew of the new organizations 两新组织
     * @param isSite a place other units are in, without a credit code
     */
    record KindResponse(String code, String name, boolean isNew, boolean isSite) {}

    record BandResponse(String code, String name) {}

    /** @param section the letter it belongs to; its own where it is a section */
    record IndustryResponse(String code, String section, String name) {}

    record DictionaryResponse(List<KindResponse> kinds, List<BandResponse> bands, List<IndustryResponse> industries) {}

    /** @param industryName null: nobody said */
    record UnitRow(
            UUID id,
            String name,
            String kind,
            String kindName,
            @Nullable String creditCode,
            @Nullable String industryName,
            @Nullable Integer people,
            @Nullable Integer members,
            RegionCode regionCode,
            String place,
            @Nullable String address,
            @Nullable LocalDate closedOn) {}

    record DifferenceResponse(
            @OneOf({
                "kind",
                "name",
                "creditCode",
                "industry",
                "people",
                "members",
                "membersOn",
                "openedOn",
                "phone",
                "region",
                "address",
                "point",
                "closedOn"
            })
            String field,

            String before,
            String after) {}

    /** @param from since when it was so */
    record ChangeResponse(
            @OneOf({"register", "amend", "relocate", "close", "reopen"})
            String verb,

            LocalDate from,
            List<DifferenceResponse> differences,
            String why,
            String actor,
            Instant changedAt) {}

    record FormerResponse(
            String place,
            @Nullable String address,
            @Nullable LocalDate from,
            LocalDate until) {}

    /**
     * @param industry section or division
     * @param membersOn the day the members were so many, as the unit says
     * @param history the latest first
     */
    record UnitResponse(
            UnitRow row,
            int version,
            @Nullable String industry,
            @Nullable LocalDate membersOn,
            @Nullable LocalDate openedOn,
            @Nullable String closeReason,
            @Nullable String phone,
            @Nullable Double lng,
            @Nullable Double lat,
            @Nullable LocalDate stoodFrom,
            boolean isNew,
            List<FormerResponse> former,
            List<ChangeResponse> history,
            Map<String, Boolean> may) {}

    DictionaryResponse dictionary() {
        return new DictionaryResponse(
                dictionary.kinds().values().stream()
                        .map(kind -> new KindResponse(kind.code(), kind.name(isEnglish()), kind.isNew(), kind.isSite()))
                        .toList(),
                dictionary.bands().stream()
                        .map(band -> new BandResponse(band.code(), band.name(isEnglish())))
                        .toList(),
                dictionary.industries().values().stream()
                        .map(industry ->
                                new IndustryResponse(industry.code(), industry.section(), industry.name(isEnglish())))
                        .toList());
    }

    UnitResponse shown(Actor actor, Unit unit) {
        Map<String, Kind> kinds = dictionary.kinds();
        Map<String, Industry> industries = dictionary.industries();
        Unit.Told told = unit.told();
        Kind kind = kinds.get(told.kind());
        boolean isOpen = unit.closedOn() == null;
        boolean mayKeep = permissions.mayKeep(actor);
        return new UnitResponse(
                row(
                        new Row(
                                unit.id(),
                                told.kind(),
                                told.name(),
                                told.creditCode(),
                                told.industry(),
                                told.people(),
                                told.members(),
                                unit.region(),
                                unit.premises().address(),
                                unit.closedOn()),
                        kinds,
                        industries),
                unit.version(),
                told.industry(),
                told.membersOn(),
                told.openedOn(),
                unit.closeReason(),
                told.phone(),
                unit.premises().lng(),
                unit.premises().lat(),
                unit.stoodFrom(),
                kind != null && kind.isNew(),
                queries.formerPlaces(unit.id()).stream()
                        .map(former -> new FormerResponse(
                                regions.pathText(former.region()), former.address(), former.from(), former.until()))
                        .toList(),
                history(unit, kinds, industries),
                Map.of("keep", isOpen && mayKeep, "reopen", !isOpen && mayKeep));
    }

    private List<ChangeResponse> history(Unit unit, Map<String, Kind> kinds, Map<String, Industry> industries) {
        List<ChangeResponse> history = new ArrayList<>();
        for (UnitQueries.Change change : queries.changes(unit.id())) {
            List<DifferenceResponse> differences = new ArrayList<>();
            for (int i = 0; i < change.fields().size(); i++) {
                String field = change.fields().get(i);
                differences.add(new DifferenceResponse(
                        field,
                        value(field, change.olds().get(i), kinds, industries),
                        value(field, change.news().get(i), kinds, industries)));
            }
            history.add(new ChangeResponse(
                    change.verb(), change.from(), differences, change.why(), change.actor(), change.at()));
        }
        UnitQueries.Registration registration = queries.registration(unit.id());
        history.add(new ChangeResponse(
                "register",
                LocalDate.ofInstant(registration.at(), org.gongzhi.kernel.Time.ZONE),
                List.of(),
                registration.source(),
                registration.by(),
                registration.at()));
        return history;
    }

    private String value(String field, String value, Map<String, Kind> kinds, Map<String, Industry> industries) {
        if (value.isEmpty()) {
            return value;
        }
        return switch (field) {
            case "kind" -> kinds.containsKey(value) ? kinds.get(value).name(isEnglish()) : value;
            case "industry" ->
                industries.containsKey(value) ? industries.get(value).name(isEnglish()) : value;
            case "region" -> RegionCode.parse(value).map(regions::pathText).orElse(value);
            default -> value;
        };
    }

    Page<UnitRow> page(List<Row> fetched, int limit) {
        boolean hasMore = fetched.size() > limit;
        List<Row> items = hasMore ? fetched.subList(0, limit) : fetched;
        return new Page<>(rows(items), hasMore ? items.getLast().id().toString() : null, null);
    }

    List<UnitRow> rows(List<Row> found) {
        Map<String, Kind> kinds = dictionary.kinds();
        Map<String, Industry> industries = dictionary.industries();
        return found.stream().map(row -> row(row, kinds, industries)).toList();
    }

    private UnitRow row(Row row, Map<String, Kind> kinds, Map<String, Industry> industries) {
        Kind kind = kinds.get(row.kind());
        Industry industry = row.industry() == null ? null : industries.get(row.industry());
        return new UnitRow(
                row.id(),
                row.name(),
                row.kind(),
                kind == null ? row.kind() : kind.name(isEnglish()),
                row.creditCode(),
                industry == null ? null : industry.name(isEnglish()),
                row.people(),
                row.members(),
                row.region(),
                regions.pathText(row.region()),
                row.address(),
                row.closedOn());
    }

    static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
