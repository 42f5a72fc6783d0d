package org.gongzhi.scope;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;

/** The ledger as a plain loop: what a filter, as it is sent, lists for somebody. Says nothing of how the product finds it. */
final class LedgerLoop {

    private static final Map<String, List<String>> KINDS_BELOW = Map.of(
            "heating_water",
            List.of("heating_water", "heating", "water", "drainage"),
            "sanitation",
            List.of("sanitation", "rubbish", "kitchen_fumes"),
            "noise",
            List.of("noise", "building_site"),
            "housing",
            List.of("housing", "lift", "leak"),
            "parking_traffic",
            List.of("parking_traffic", "street_parking", "shared_bikes"));

    private final Territory territory;
    private final Held reader;
    private final Map<String, String> filter;
    private final Instant now;

    LedgerLoop(Territory territory, Held reader, Map<String, String> filter) {
        this.territory = territory;
        this.reader = reader;
        this.filter = filter;
        this.now = LivedWorld.NOW;
    }

    /** Ids of demands, in the order of the list; in a list of happenings one stands as often as it happened. */
    List<UUID> ids() {
        Truth truth = territory.truth;
        if (filter.containsKey("closedFrom")) {
            return happened("close", "closedFrom", "closedTo");
        }
        if (filter.containsKey("passedUpFrom")) {
            return happened("pass_up", "passedUpFrom", "passedUpTo");
        }
        if (filter.containsKey("judged")) {
            return newest(
                    truth.judgements().stream()
                            .filter(given -> given.isValid() && counts(given))
                            .filter(given -> within(given.at(), "judgedFrom", "judgedTo")),
                    Truth.Judgement::at,
                    Truth.Judgement::id,
                    Truth.Judgement::demand);
        }
        String view = filter.getOrDefault("view", "all");
        boolean isOpenWork = List.of("open", "late", "unsolved", "suspended").contains(view);
        boolean isByDue = isOpenWork && !"raised".equals(filter.get("sort"));
        Comparator<Truth.Demand> order = isByDue
                ? Comparator.comparing(Truth.Demand::dueAt)
                        .thenComparing(demand -> demand.id().toString())
                : Comparator.comparing(Truth.Demand::raisedAt)
                        .thenComparing(demand -> demand.id().toString())
                        .reversed();
        return truth.demands().stream()
                .filter(wanted())
                .sorted(order)
                .map(Truth.Demand::id)
                .toList();
    }

    private List<UUID> happened(String verb, String from, String to) {
        return newest(
                territory.truth.steps().stream()
                        .filter(step -> step.verb().equals(verb) && within(step.at(), from, to)),
                Truth.Step::at,
                Truth.Step::id,
                Truth.Step::demand);
    }

    private <T> List<UUID> newest(
            Stream<T> happenings,
            java.util.function.Function<T, Instant> at,
            java.util.function.Function<T, UUID> id,
            java.util.function.Function<T, UUID> demand) {
        Predicate<Truth.Demand> wanted = wanted();
        Map<UUID, Truth.Demand> demands = territory.truth.byId();
        return happenings
                .filter(one -> wanted.test(java.util.Objects.requireNonNull(demands.get(demand.apply(one)))))
                .sorted(Comparator.comparing(at)
                        .thenComparing(one -> id.apply(one).toString())
                        .reversed())
                .map(demand)
                .toList();
    }

    private Predicate<Truth.Demand> wanted() {
        List<String> kinds = filter.containsKey("kind")
                ? Stream.of(given("kind").split(","))
                        .flatMap(kind -> KINDS_BELOW.getOrDefault(kind, List.of(kind)).stream())
                        .toList()
                : null;
        return demand -> reader.sees(demand)
                && isInView(demand)
                && isWithinRegion(demand)
                && (kinds == null || kinds.contains(demand.kind()))
                && among("channel", demand.channel())
                && among("status", demand.status())
                && among("department", String.valueOf(demand.department()))
                && among("late", Boolean.toString(demand.isLate()))
                && (!filter.containsKey("q")
                        || demand.says().contains(given("q").toLowerCase(java.util.Locale.ROOT)))
                && within(demand.raisedAt(), "raisedFrom", "raisedTo")
                && isOfAge(demand);
    }

    private boolean isInView(Truth.Demand demand) {
        return switch (filter.getOrDefault("view", "all")) {
            case "open" -> demand.isOpen();
            case "late" ->
                demand.isOpen()
                        && (demand.isLate()
                                || (!demand.isPaused() && !demand.warnAt().isAfter(now)));
            case "call_back" -> demand.status().equals("closed");
            case "unsolved" -> demand.isOpen() && demand.reopens() > 0;
            case "suspended" -> demand.status().equals("suspended");
            case "mine" -> hasPart(demand);
            default -> true;
        };
    }

    private boolean hasPart(Truth.Demand demand) {
        return reader.account().equals(demand.handler())
                || territory.truth.steps().stream()
                        .anyMatch(step -> step.demand().equals(demand.id())
                                && reader.account().equals(step.account()));
    }

    private boolean isWithinRegion(Truth.Demand demand) {
        String code = filter.get("region");
        return code == null
                || territory.tree.place(RegionCode.parse(code).orElseThrow()).holds(demand.region());
    }

    private boolean among(String name, String value) {
        return !filter.containsKey(name) || List.of(given(name).split(",")).contains(value);
    }

    private boolean isOfAge(Truth.Demand demand) {
        if (!filter.containsKey("age")) {
            return true;
        }
        long days = java.time.temporal.ChronoUnit.DAYS.between(
                LocalDate.ofInstant(demand.raisedAt(), Time.ZONE), LocalDate.ofInstant(now, Time.ZONE));
        return switch (given("age")) {
            case "d0_3" -> days <= 3;
            case "d4_7" -> days >= 4 && days <= 7;
            case "d8_15" -> days >= 8 && days <= 15;
            case "d16_30" -> days >= 16 && days <= 30;
            default -> days >= 31;
        };
    }

    private boolean within(Instant at, String from, String to) {
        LocalDate day = LocalDate.ofInstant(at, Time.ZONE);
        return (!filter.containsKey(from) || !day.isBefore(LocalDate.parse(given(from))))
                && (!filter.containsKey(to) || !day.isAfter(LocalDate.parse(given(to))));
    }

    private boolean counts(Truth.Judgement given) {
        return switch (given("judged")) {
            case "contacted" -> given.isContacted();
            case "solved" -> given.isSolved();
            case "satisfied" -> "satisfied".equals(given.satisfaction());
            case "basically" -> "basically".equals(given.satisfaction());
            default -> true;
        };
    }

    private String given(String name) {
        @Nullable String value = filter.get(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not in " + filter);
        }
        return value;
    }
}
