package org.gongzhi.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.privacy.PublicTitle;
import org.jspecify.annotations.Nullable;

/** Random territories and demands in every state, kept in memory as well, so that a list can be compared with a plain loop over all there is. */
final class LedgerFixtures {

    static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");

    record Place(RegionCode code, long to, int level) {
        boolean holds(RegionCode inner) {
            return code.value() <= inner.value() && inner.value() < to;
        }
    }

    record Event(
            UUID id,
            UUID demand,
            String verb,
            Instant at,
            @Nullable UUID account) {}

    record Judgement(
            UUID id,
            UUID demand,
            Instant at,
            boolean isValid,
            @Nullable Boolean isContacted,
            @Nullable Boolean isSolved,
            @Nullable String satisfaction) {}

    record Fact(
            UUID id,
            String number,
            RegionCode region,
            String words,
            String place,
            String kind,
            String channel,
            String status,
            Instant raisedAt,
            Instant dueAt,
            Instant warnAt,
            boolean isLate,
            boolean isPaused,
            @Nullable UUID department,
            @Nullable UUID handler,
            int reopens,
            boolean isPublished) {

        boolean isOpen() {
            return DemandStatus.of(status).isOpen();
        }
    }

    static final List<String> KINDS = List.of("heating", "water", "noise", "rubbish", "lift", "policy");
    static final List<String> CHANNELS = List.of("online", "phone", "hotline", "walk_visit");
    static final List<String> SAID = List.of(
            "暖气不热",
            "暖气片漏水",
            "楼道堆物没人管",
            "半夜施工噪声",
            "电梯又坏了",
            "垃圾没有清运",
            "𠮷野家门口油烟",
            "停水三天 WiFi 也断了",
            "<script>alert(1)</script> 井盖响");

    final List<Place> places = new ArrayList<>();
    final List<Fact> facts = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Judgement> judgements = new ArrayList<>();
    final List<UUID> departments = new ArrayList<>();
    final List<UUID> accounts = new ArrayList<>();

    private final DataSource owner;
    private final Random random;

    LedgerFixtures(DataSource owner, long seed) {
        this.owner = owner;
        this.random = new Random(seed);
    }

    /** Two provinces whose districts share digits: 110101 beside 110110, and a city whose streets hang right below it. */
    void growTree() {
        places.add(new Place(RegionCode.NATION, 1_000_000_000_000_000L, 0));
        grow(RegionCode.NATION, 1, "91", 2);
        grow(RegionCode.NATION, 1, "92", 2);
        for (String province : List.of("91", "92")) {
            String city = province + "01";
            grow(code(province), 2, city, 4);
            for (String district : List.of("01", "10", "11")) {
                growDistrict(city + district);
            }
        }
        grow(code("91"), 2, "9119", 4);
        growStreet("911900", "003", code("9119"));
    }

    private void growDistrict(String district) {
        grow(code(district.substring(0, 4)), 3, district, 6);
        for (String street : List.of("001", "010")) {
            growStreet(district, street, code(district));
        }
    }

    private void growStreet(String district, String number, RegionCode parent) {
        String street = district + number;
        grow(parent, 4, street, 9);
        for (int c = 1; c <= 1 + random.nextInt(3); c++) {
            String community = street + "%03d".formatted(c * 5);
            grow(code(street), 5, community, 12);
            for (int g = 1; g <= random.nextInt(3); g++) {
                grow(code(community), 6, community + "%03d".formatted(g), 15);
            }
        }
    }

    private void grow(RegionCode parent, int level, String digits, int length) {
        RegionCode code = code(digits);
        long to = code.value() + (long) Math.pow(10, 15 - length);
        places.add(new Place(code, to, level));
        run("""
                insert into region (code, code_to, level, parent_code, name, short_name, official_name, kind, is_working, pinyin, initials, grams)
                values (%d, %d, %d, %d, '地%s', '地%s', '地%s', '%s', true, 'di', 'd', array['地'])""".formatted(
                        code.value(),
                        to,
                        level,
                        parent.value(),
                        digits,
                        digits,
                        digits,
                        List.of("nation", "province", "city", "district", "street", "community", "grid")
                                .get(level)));
    }

    void hirePeople(int howMany) {
        for (int i = 0; i < howMany; i++) {
            UUID account = Ids.next();
            accounts.add(account);
            run("insert into account (id, login, name) values ('%s', 'p%s', '某人')".formatted(account, account));
            UUID department = Ids.next();
            departments.add(department);
            run("insert into department (id, region_code, name, kind) values ('%s', 0, '科室%d', 'office')"
                    .formatted(department, i));
        }
    }

    /** In any state, anywhere from a district down. */
    void raise(int howMany) {
        List<Place> grounds =
                places.stream().filter(place -> place.level() >= 3).toList();
        for (int i = 0; i < howMany; i++) {
            facts.add(fact(i, one(grounds).code()));
        }
        write();
    }

    private Fact fact(int i, RegionCode region) {
        // Many at the same moment: the id must decide the order.
        Instant raisedAt = NOW.minus(Duration.ofHours(random.nextInt(24 * 45)));
        String status = one(List.of(DemandStatus.values())).code();
        Instant dueAt = raisedAt.plus(Duration.ofHours(24L * (1 + random.nextInt(20))));
        return new Fact(
                Ids.next(),
                "地2611-%04d".formatted(i),
                region,
                one(SAID),
                random.nextInt(3) == 0 ? "12号楼" + (100 + random.nextInt(9)) + "室" : "",
                one(KINDS),
                one(CHANNELS),
                status,
                raisedAt,
                dueAt,
                dueAt.minus(Duration.ofHours(6)),
                dueAt.isBefore(NOW),
                status.equals("suspended"),
                random.nextInt(3) == 0 ? one(departments) : null,
                random.nextInt(4) == 0 ? one(accounts) : null,
                random.nextInt(5) == 0 ? 1 : 0,
                random.nextInt(3) == 0);
    }

    private void write() {
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into demand (id, number, region_code, title, words, kind_code, channel, place, is_anonymous, raised_at, status, status_at,
                        resume_status, node_code, first_node_code, department_id, handler_id, closed_at, clock_rule_id, due_at, warn_at, paused_at, review_on,
                        is_late, reopen_count, is_published, public_title, search, merged_into_id)
                    values (?, ?, ?, ?, ?, ?, ?, ?, true, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select id from clock_rule limit 1), ?, ?, ?, ?, ?, ?, ?, ?, cast(? as tsvector), ?)""")) {
                for (Fact fact : facts) {
                    set(
                            insert,
                            fact.id(),
                            fact.number(),
                            fact.region().value(),
                            fact.words(),
                            fact.words(),
                            fact.kind(),
                            fact.channel(),
                            fact.place(),
                            Timestamp.from(fact.raisedAt()),
                            fact.status(),
                            Timestamp.from(fact.raisedAt()),
                            fact.isPaused() ? "handling" : null,
                            fact.region().value(),
                            fact.region().value(),
                            fact.department(),
                            fact.handler(),
                            List.of("closed", "settled").contains(fact.status()) ? Timestamp.from(NOW) : null,
                            Timestamp.from(fact.dueAt()),
                            Timestamp.from(fact.warnAt()),
                            fact.isPaused() ? Timestamp.from(NOW) : null,
                            fact.isPaused() ? java.sql.Date.valueOf("2026-12-01") : null,
                            fact.isLate(),
                            fact.reopens(),
                            fact.isPublished(),
                            fact.isPublished() ? PublicTitle.of(fact.words()) : null,
                            SearchTerms.vector(fact.number(), fact.words(), fact.place()),
                            fact.status().equals("merged") ? facts.getFirst().id() : null);
                }
                insert.executeBatch();
            }
            happen(connection);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void happen(Connection connection) throws SQLException {
        try (PreparedStatement step = connection.prepareStatement("""
                        insert into demand_step (id, demand_id, region_code, at, verb, to_status, account_id, actor, node_code)
                        values (?, ?, ?, ?, ?, 'handling', ?, '某人', ?)""");
                PreparedStatement judgement = connection.prepareStatement("""
                        insert into demand_call_back (id, demand_id, region_code, closing, at, by_resident, is_valid, is_contacted, is_solved, satisfaction)
                        values (?, ?, ?, ?, ?, true, ?, ?, ?, ?)""")) {
            for (Fact fact : facts) {
                for (int i = 0; i < random.nextInt(4); i++) {
                    Event event = new Event(
                            Ids.next(),
                            fact.id(),
                            one(List.of("close", "pass_up", "note_progress")),
                            fact.raisedAt().plus(Duration.ofHours(random.nextInt(200))),
                            random.nextBoolean() ? one(accounts) : null);
                    events.add(event);
                    long region = fact.region().value();
                    set(
                            step,
                            event.id(),
                            fact.id(),
                            region,
                            Timestamp.from(event.at()),
                            event.verb(),
                            event.account(),
                            region);
                }
                for (int closing = 0; closing < random.nextInt(3); closing++) {
                    boolean valid = random.nextInt(4) > 0;
                    Judgement given = new Judgement(
                            Ids.next(),
                            fact.id(),
                            fact.raisedAt().plus(Duration.ofHours(random.nextInt(300))),
                            valid,
                            valid ? random.nextBoolean() : null,
                            valid ? random.nextBoolean() : null,
                            valid ? one(List.of("satisfied", "basically", "unsatisfied")) : null);
                    judgements.add(given);
                    set(
                            judgement,
                            given.id(),
                            fact.id(),
                            fact.region().value(),
                            closing,
                            Timestamp.from(given.at()),
                            valid,
                            given.isContacted(),
                            given.isSolved(),
                            given.satisfaction());
                }
            }
            step.executeBatch();
            judgement.executeBatch();
        }
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Fact fact(UUID id) {
        return facts.stream().filter(fact -> fact.id().equals(id)).findFirst().orElseThrow();
    }

    void run(String statementText) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(statementText);
        } catch (SQLException e) {
            throw new IllegalStateException(statementText, e);
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    static RegionCode code(String digits) {
        return RegionCode.parse(digits).orElseThrow();
    }
}
