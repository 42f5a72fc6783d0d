package org.gongzhi.open311;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.demand.DemandDictionary.Offered;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.open311.Open311Queries.Filter;
import org.gongzhi.open311.Open311Queries.Row;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Published matters as service requests: their public title, where they stand, no finer than a community. */
@Component
class Open311Requests {

    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int MOST_IDS = 200;

    private final Jurisdictions jurisdictions;
    private final Open311Services services;
    private final Open311Queries queries;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Problems words;
    private final Clock clock;

    Open311Requests(
            Jurisdictions jurisdictions,
            Open311Services services,
            Open311Queries queries,
            RegionLookup regions,
            Transactions transactions,
            Problems words,
            Clock clock) {
        this.jurisdictions = jurisdictions;
        this.services = services;
        this.queries = queries;
        this.regions = regions;
        this.transactions = transactions;
        this.words = words;
        this.clock = clock;
    }

    /** Named ids override all other arguments, as the specification says. */
    Outcome<GeoReport> list(Map<String, String> said) {
        return jurisdictions.named(said.get("jurisdiction_id")).then(district -> {
            String ids = said.get("service_request_id");
            return (ids == null ? filtered(district, said) : named(district, ids)).map(rows -> report(district, rows));
        });
    }

    Outcome<GeoReport> one(@Nullable String jurisdiction, String id) {
        return jurisdictions
                .named(jurisdiction)
                .then(district -> found(district, id).map(row -> report(district, List.of(row))));
    }

    Outcome<GeoReport> token(@Nullable String jurisdiction, String id) {
        return jurisdictions
                .named(jurisdiction)
                .then(district -> found(district, id))
                .map(row -> GeoReport.requests(
                        List.of(GeoReport.fields("service_request_id", row.id(), "token", row.id()))));
    }

    private Outcome<Row> found(Region district, String id) {
        return uuid(id).flatMap(
                        known -> byIds(district, List.of(known)).stream().findFirst())
                .<Outcome<Row>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Open311Refusal.REQUEST_UNKNOWN, id));
    }

    /** What is not there, or not to be seen, is passed over. */
    private Outcome<List<Row>> named(Region district, String ids) {
        List<String> each = Arrays.asList(ids.split(",", -1));
        return each.size() > MOST_IDS
                ? Outcome.invalid("service_request_id", Open311Refusal.TOO_MANY_IDS, MOST_IDS)
                : Outcome.done(byIds(
                        district, each.stream().flatMap(id -> uuid(id).stream()).toList()));
    }

    private List<Row> byIds(Region district, List<UUID> ids) {
        return transactions.readPublished(district.subtree(), () -> queries.byIds(district, ids));
    }

    private Outcome<List<Row>> filtered(Region district, Map<String, String> said) {
        return status(said.get("status"))
                .then(closed -> kinds(district, said.get("service_code"))
                        .then(kinds -> period(said.get("start_date"), said.get("end_date"))
                                .map(period -> new Filter(kinds, period.from(), period.to(), closed.orElse(null)))))
                .map(filter ->
                        transactions.readPublished(district.subtree(), () -> queries.requests(district, filter)));
    }

    private static Outcome<Optional<Boolean>> status(@Nullable String said) {
        if (said == null) {
            return Outcome.done(Optional.empty());
        }
        List<String> each =
                Arrays.stream(said.split(",", -1)).map(String::strip).distinct().toList();
        if (!List.of("open", "closed").containsAll(each)) {
            return Outcome.invalid("status", Open311Refusal.STATUS_UNKNOWN, said);
        }
        return Outcome.done(
                each.size() == 2
                        ? Optional.empty()
                        : Optional.of(each.getFirst().equals("closed")));
    }

    private Outcome<List<String>> kinds(Region district, @Nullable String said) {
        if (said == null) {
            return Outcome.done(List.of());
        }
        List<String> each =
                Arrays.stream(said.split(",", -1)).map(String::strip).toList();
        for (String code : each) {
            if (services.known(district, code) instanceof Outcome.Refused<Offered> refused) {
                return refused.as();
            }
        }
        return Outcome.done(each);
    }

    private record Period(Instant from, Instant to) {}

    /** The last 90 days; with one end given, 90 days from there. */
    private Outcome<Period> period(@Nullable String start, @Nullable String end) {
        Optional<Instant> from = at(start);
        Optional<Instant> to = at(end);
        if ((start != null && from.isEmpty()) || (end != null && to.isEmpty())) {
            return Outcome.invalid(from.isEmpty() ? "start_date" : "end_date", Open311Refusal.TIME_UNREADABLE);
        }
        Instant now = Time.now(clock);
        Instant last = to.orElseGet(() -> from.map(first -> first.plus(LONGEST))
                .filter(until -> until.isBefore(now))
                .orElse(now));
        Instant first = from.orElseGet(() -> last.minus(LONGEST));
        if (first.isAfter(last)) {
            return Outcome.invalid("start_date", Open311Refusal.PERIOD_BACKWARD);
        }
        return Duration.between(first, last).compareTo(LONGEST) > 0
                ? Outcome.invalid("end_date", Open311Refusal.PERIOD_LONG, LONGEST.toDays())
                : Outcome.done(new Period(first, last));
    }

    /** W3C's subset of ISO 8601; a bare day begins at its midnight in Beijing. */
    private static Optional<Instant> at(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            // An unescaped + of a time zone arrives as a blank.
            String plain = text.replace(' ', '+');
            Instant at = plain.length() == 10
                    ? LocalDate.parse(plain).atStartOfDay(Time.ZONE).toInstant()
                    : OffsetDateTime.parse(plain).toInstant();
            boolean isSane = at.isAfter(Instant.EPOCH) && at.isBefore(Instant.EPOCH.plus(Duration.ofDays(100_000)));
            return isSane ? Optional.of(at) : Optional.empty();
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text.strip()));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private GeoReport report(Region district, List<Row> rows) {
        Map<String, String> names = new LinkedHashMap<>();
        services.kinds(district).forEach(kind -> names.put(kind.code(), kind.name()));
        return GeoReport.requests(rows.stream().map(row -> request(row, names)).toList());
    }

    private Map<String, Object> request(Row row, Map<String, String> names) {
        Region place = regions.find(new RegionCode(row.region().community()))
                .or(() -> regions.find(row.region()))
                .orElseThrow();
        return GeoReport.fields(
                "service_request_id", row.id(),
                "status", row.isClosed() ? "closed" : "open",
                "status_notes", words.word("window.status." + row.status()),
                "service_name", names.getOrDefault(row.kind(), row.kind()),
                "service_code", row.kind(),
                "description", row.title(),
                "agency_responsible", regions.find(row.node()).map(Region::name).orElse(""),
                "service_notice", "",
                "requested_datetime", time(row.raisedAt()),
                "updated_datetime", time(row.statusAt()),
                "expected_datetime", time(row.dueAt()),
                "address", regions.pathText(place.code()),
                "address_id", place.code().toString(),
                "zipcode", "",
                "lat", place.lat(),
                "long", place.lng(),
                "media_url", "");
    }

    private static String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(Time.ZONE).toOffsetDateTime());
    }
}
