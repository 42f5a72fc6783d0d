package org.gongzhi.ledger;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.ledger.LedgerFilter.Counted;
import org.gongzhi.ledger.LedgerFilter.Happened;
import org.gongzhi.ledger.LedgerFilter.View;
import org.jspecify.annotations.Nullable;

/** Reads a filter of the ledger from its names and values. */
record LedgerFilterReader(Map<String, String> given, LocalDate today) {

    /** The names there are, each with what it holds; lists are written with commas. */
    record Asked(
            @Nullable String region,
            @OneOf(codes = View.class) @Nullable String view,
            @Nullable String q,
            @Nullable String kind,
            @Nullable String channel,
            @Nullable String status,
            @Nullable String department,
            @OneOf({"true", "false"}) @Nullable String late,

            @OneOf({"d0_3", "d4_7", "d8_15", "d16_30", "d31"}) @Nullable
            String age,

            @Nullable String raisedFrom,
            @Nullable String raisedTo,
            @Nullable String from,
            @Nullable String to,
            @Nullable String closedFrom,
            @Nullable String closedTo,
            @OneOf({"true", "false"}) @Nullable String passedUp,
            @Nullable String passedUpFrom,
            @Nullable String passedUpTo,

            @OneOf({"valid", "contacted", "solved", "satisfied", "basically"}) @Nullable
            String judged,

            @Nullable String judgedFrom,
            @Nullable String judgedTo,
            @Nullable String community,
            @OneOf({"due", "raised"}) @Nullable String sort,
            @Nullable String columns,
            @Nullable String after,
            @Nullable Integer limit) {}

    private static final Set<String> KNOWN = Arrays.stream(Asked.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> CHANNELS =
            Set.of("online", "phone", "visit_in", "walk_visit", "meeting", "hotline", "representative");

    static Outcome<LedgerFilter> read(Map<String, String> sent, LocalDate today) {
        Map<String, String> given = new LinkedHashMap<>();
        sent.forEach((name, value) -> {
            if (!value.isBlank()) {
                given.put(name, value.strip());
            }
        });
        for (String name : given.keySet()) {
            if (!KNOWN.contains(name)) {
                return Outcome.invalid(name, LedgerRefusal.FILTER_INVALID, name);
            }
        }
        try {
            return Outcome.done(new LedgerFilterReader(given, today).filter());
        } catch (Unreadable unreadable) {
            return Outcome.invalid(unreadable.name, LedgerRefusal.FILTER_INVALID, unreadable.name);
        }
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String name;

        private Unreadable(String name) {
            super(name, null, false, false);
            this.name = name;
        }
    }

    LedgerFilter filter() {
        View view = view();
        Span raised = raised();
        String sort = given.getOrDefault("sort", view.isOpenWork() ? "due" : "raised");
        if (!sort.equals("due") && !sort.equals("raised")) {
            throw new Unreadable("sort");
        }
        RegionCode community = region("community");
        return new LedgerFilter(
                community != null ? community : region("region"),
                view,
                given.get("q"),
                codes("kind"),
                oneOf("channel", CHANNELS),
                oneOf("status", statusCodes()),
                id("department"),
                yes("late"),
                raised.from(),
                raised.to(),
                happened(),
                sort.equals("due") && view.isOpenWork());
    }

    private View view() {
        String code = given.getOrDefault("view", "all");
        return Arrays.stream(View.values())
                .filter(view -> view.name().equalsIgnoreCase(code))
                .findFirst()
                .orElseThrow(() -> new Unreadable("view"));
    }

    private record Span(@Nullable Instant from, @Nullable Instant to) {}

    private Span span(String from, String to) {
        LocalDate last = day(to);
        return new Span(start(day(from)), last == null ? null : start(last.plusDays(1)));
    }

    /** Days raised, named or by age; both together mean both. */
    private Span raised() {
        Span days = given.containsKey("from") || given.containsKey("to")
                ? span("from", "to")
                : span("raisedFrom", "raisedTo");
        Span age = age();
        Instant from = days.from() == null || (age.from() != null && age.from().isAfter(days.from()))
                ? age.from()
                : days.from();
        Instant to = days.to() == null || (age.to() != null && age.to().isBefore(days.to())) ? age.to() : days.to();
        return new Span(from, to);
    }

    /** Whole days since the day it was raised. */
    private Span age() {
        String code = given.get("age");
        if (code == null) {
            return new Span(null, null);
        }
        return switch (code) {
            case "d0_3" -> new Span(start(today.minusDays(3)), null);
            case "d4_7" -> new Span(start(today.minusDays(7)), start(today.minusDays(3)));
            case "d8_15" -> new Span(start(today.minusDays(15)), start(today.minusDays(7)));
            case "d16_30" -> new Span(start(today.minusDays(30)), start(today.minusDays(15)));
            case "d31" -> new Span(null, start(today.minusDays(30)));
            default -> throw new Unreadable("age");
        };
    }

    private @Nullable Happened happened() {
        if (given.containsKey("judged")) {
            Counted judged = Arrays.stream(Counted.values())
                    .filter(Counted::isJudgement)
                    .filter(one -> one.name().equalsIgnoreCase(given.get("judged")))
                    .findFirst()
                    .orElseThrow(() -> new Unreadable("judged"));
            return happened(judged, "judgedFrom", "judgedTo");
        }
        if (given.containsKey("passedUp") || given.containsKey("passedUpFrom") || given.containsKey("passedUpTo")) {
            return Boolean.FALSE.equals(yes("passedUp"))
                    ? null
                    : happened(Counted.PASSED_UP, "passedUpFrom", "passedUpTo");
        }
        return given.containsKey("closedFrom") || given.containsKey("closedTo")
                ? happened(Counted.CLOSED, "closedFrom", "closedTo")
                : null;
    }

    private Happened happened(Counted what, String from, String to) {
        Span span = span(from, to);
        return new Happened(what, span.from(), span.to());
    }

    private @Nullable RegionCode region(String name) {
        String code = given.get(name);
        return code == null ? null : RegionCode.parse(code).orElseThrow(() -> new Unreadable(name));
    }

    private @Nullable List<String> codes(String name) {
        String codes = given.get(name);
        return codes == null
                ? null
                : Arrays.stream(codes.split(",")).map(String::strip).toList();
    }

    private @Nullable List<String> oneOf(String name, Set<String> allowed) {
        List<String> codes = codes(name);
        if (codes != null && !allowed.containsAll(codes)) {
            throw new Unreadable(name);
        }
        return codes;
    }

    private static Set<String> statusCodes() {
        return Arrays.stream(DemandStatus.values()).map(DemandStatus::code).collect(Collectors.toSet());
    }

    private @Nullable UUID id(String name) {
        try {
            return Optional.ofNullable(given.get(name)).map(UUID::fromString).orElse(null);
        } catch (IllegalArgumentException notAnId) {
            throw new Unreadable(name);
        }
    }

    private @Nullable Boolean yes(String name) {
        return switch (given.getOrDefault(name, "")) {
            case "" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> throw new Unreadable(name);
        };
    }

    private @Nullable LocalDate day(String name) {
        try {
            return Optional.ofNullable(given.get(name)).map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException notADay) {
            throw new Unreadable(name);
        }
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Time.ZONE).toInstant();
    }
}
