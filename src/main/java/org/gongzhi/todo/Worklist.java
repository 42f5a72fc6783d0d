package org.gongzhi.todo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.http.OneOf;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Lamp;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.todo.TodoQueries.Grouping;
import org.gongzhi.todo.TodoQueries.Row;
import org.gongzhi.todo.TodoQueries.Tally;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 工作台: what waits for a person, arranged for reading. Running clocks first, by due time; what stands still comes after them. */
@Component
class Worklist {

    /** Marks a cursor among the paused. */
    private static final String PAUSED = "p.";

    private static final List<String> CLOCK_ORDER = List.of("late", "today", "three_days", "later", "paused");

    private final Transactions transactions;
    private final TodoQueries queries;
    private final AccountLookup accounts;
    private final RegionLookup regions;
    private final Clock clock;

    Worklist(
            Transactions transactions, TodoQueries queries, AccountLookup accounts, RegionLookup regions, Clock clock) {
        this.transactions = transactions;
        this.queries = queries;
        this.accounts = accounts;
        this.regions = regions;
        this.clock = clock;
    }

    record Item(
            UUID id,
            String subjectKind,
            UUID subjectId,
            String step,
            String title,
            String note,
            String placeText,
            @OneOf(codes = Lamp.class) String lamp,
            Instant dueAt,
            Instant warnAt,
            @Nullable Instant pausedAt,
            @Nullable LocalDate reviewOn,
            @Nullable String responsible,
            String route) {}

    /**
     * @param key a place in time, {@code kind.step}, or a region code
     * @param name of a place; the pages name the others
     * @param items those on this page
     */
    record Group(String key, @Nullable String name, long count, List<Item> items) {}

    /** Paused ones are in {@code all} only. */
    record Summary(long all, long late, long today) {}

    record Waiting(
            Instant asOf,
            Summary summary,
            List<Group> groups,
            @Nullable String next) {}

    Waiting waiting(Actor actor, Grouping grouping, @Nullable String after, int limit) {
        return transactions.read(actor, () -> {
            Instant now = Time.now(clock);
            TodoAccess access = TodoAccess.of(actor, accounts);
            List<Tally> tallies = queries.tallies(actor, access, grouping, now);
            Page<Row> page = page(actor, access, after, limit);
            return new Waiting(now, summary(tallies), groups(actor, grouping, tallies, page.items(), now), page.next());
        });
    }

    Summary count(Actor actor) {
        return transactions.read(
                actor,
                () -> summary(queries.tallies(actor, TodoAccess.of(actor, accounts), Grouping.CLOCK, Time.now(clock))));
    }

    Page<Item> handedOut(Actor actor, @Nullable String after, int limit) {
        return transactions.read(actor, () -> {
            if (TodoAccess.of(actor, accounts).node() == null) {
                return new Page<Item>(List.of(), null, "0");
            }
            Instant now = Time.now(clock);
            List<Row> rows =
                    queries.handedOut(actor, actor.node(), Cursor.decode(after).orElse(null), limit + 1);
            Page<Row> page = Page.cut(rows, limit, Row::cursor);
            long count = queries.handedOutCount(actor, actor.node());
            return new Page<>(
                    page.items().stream()
                            .map(row -> item(actor, row, now, responsible(row)))
                            .toList(),
                    page.next(),
                    count > 1000 ? "1000+" : String.valueOf(count));
        });
    }

    private Page<Row> page(Actor actor, TodoAccess access, @Nullable String after, int limit) {
        boolean amongPaused = after != null && after.startsWith(PAUSED);
        List<Row> rows = new ArrayList<>();
        if (!amongPaused) {
            Cursor from = Cursor.decode(after).orElse(null);
            Page<Row> running = Page.cut(queries.waiting(actor, access, false, from, limit + 1), limit, Row::cursor);
            if (running.next() != null) {
                return running;
            }
            rows.addAll(running.items());
        }
        Cursor from = after != null && amongPaused
                ? Cursor.decode(after.substring(PAUSED.length())).orElse(null)
                : null;
        int room = limit - rows.size();
        List<Row> paused = queries.waiting(actor, access, true, from, room + 1);
        rows.addAll(paused.subList(0, Math.min(room, paused.size())));
        String next = paused.size() <= room
                ? null
                : PAUSED + (room == 0 ? "" : paused.get(room - 1).cursor().encode());
        return new Page<>(rows, next, null);
    }

    private List<Group> groups(Actor actor, Grouping grouping, List<Tally> tallies, List<Row> rows, Instant now) {
        Map<String, Long> counts = new LinkedHashMap<>();
        if (grouping == Grouping.CLOCK) {
            CLOCK_ORDER.forEach(key -> counts.put(key, 0L));
        }
        tallies.forEach(
                tally -> counts.merge(grouping == Grouping.CLOCK ? tally.bucket() : tally.key(), tally.n(), Long::sum));
        Map<String, List<Item>> items = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> key(grouping, row, now),
                        LinkedHashMap::new,
                        Collectors.mapping(row -> item(actor, row, now, null), Collectors.toList())));
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> new Group(
                        count.getKey(),
                        grouping == Grouping.PLACE
                                ? placeText(actor, new RegionCode(Long.parseLong(count.getKey())))
                                : null,
                        count.getValue(),
                        items.getOrDefault(count.getKey(), List.of())))
                .toList();
    }

    private static String key(Grouping grouping, Row row, Instant now) {
        return switch (grouping) {
            case CLOCK -> bucket(row, now);
            case KIND -> row.subjectKind() + "." + row.step();
            case PLACE -> String.valueOf(row.region().value());
        };
    }

    /** As the tallies count. */
    private static String bucket(Row row, Instant now) {
        if (row.pausedAt() != null) {
            return "paused";
        }
        if (row.dueAt().isBefore(now)) {
            return "late";
        }
        LocalDate today = LocalDate.ofInstant(now, Time.ZONE);
        LocalDate due = LocalDate.ofInstant(row.dueAt(), Time.ZONE);
        if (due.isEqual(today)) {
            return "today";
        }
        return due.isAfter(today.plusDays(3)) ? "later" : "three_days";
    }

    private static Summary summary(List<Tally> tallies) {
        return new Summary(
                tallies.stream().mapToLong(Tally::n).sum(), counted(tallies, "late"), counted(tallies, "today"));
    }

    private static long counted(List<Tally> tallies, String bucket) {
        return tallies.stream()
                .filter(tally -> tally.bucket().equals(bucket))
                .mapToLong(Tally::n)
                .sum();
    }

    private Item item(Actor actor, Row row, Instant now, @Nullable String responsible) {
        return new Item(
                row.id(),
                row.subjectKind(),
                row.subjectId(),
                row.step(),
                row.title(),
                row.note(),
                placeText(actor, row.region()),
                Lamp.of(row.dueAt(), row.warnAt(), row.pausedAt(), null, now).code(),
                row.dueAt(),
                row.warnAt(),
                row.pausedAt(),
                row.reviewOn(),
                responsible,
                "/" + row.subjectKind() + "s/" + row.subjectId());
    }

    /** To whom it was handed: a department, a colleague, or another node. */
    private String responsible(Row row) {
        return Optional.ofNullable(row.account())
                .flatMap(accounts::name)
                .or(() -> Optional.ofNullable(row.department())
                        .flatMap(accounts::department)
                        .map(AccountLookup.Department::name))
                .orElseGet(() -> regions.find(row.node()).map(Region::name).orElse(""));
    }

    /** Where, seen from where one works: 第四网格 to its community, 永安里 · 第四网格 to the street. */
    private String placeText(Actor actor, RegionCode place) {
        String below = regions.path(place).stream()
                .filter(region -> region.level() > actor.level())
                .map(Region::shortName)
                .collect(Collectors.joining(" · "));
        return below.isEmpty() ? regions.find(place).map(Region::shortName).orElse("") : below;
    }
}
