package org.gongzhi.todo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.BusinessCalendar;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** People who work in the small tree, and what waits for them. It is 24 November 2026, a Tuesday, 10:00. */
final class TodoFixtures {

    static final Instant NOW = at("2026-11-24T10:00");
    static final Clock CLOCK = Clock.fixed(NOW, Time.ZONE);

    private static final List<Region> TREE = new ArrayList<>();

    final TestDatabase database;
    final Sql sql;
    final Transactions transactions;
    final BusinessCalendar calendar;
    final ClockRules rules;
    final Todos todos;
    final TodoQueries queries;

    private TodoFixtures(TestDatabase database) {
        this.database = database;
        this.sql = new Sql(database.application());
        this.transactions =
                new Transactions(new DataSourceTransactionManager(database.application()), database.application());
        this.calendar = new BusinessCalendar(sql, transactions, CLOCK);
        this.rules = new ClockRules(sql, CLOCK);
        this.todos = new Todos(sql, rules, calendar, CLOCK);
        this.queries = new TodoQueries(sql);
    }

    static TodoFixtures on(TestDatabase database) {
        RegionFixtures.plant(database.owner());
        var fixtures = new TodoFixtures(database);
        if (TREE.isEmpty()) {
            TREE.addAll(fixtures.transactions.read(
                    Actor.worker("test"),
                    () -> fixtures.sql
                            .of("select code, code_to, level from region")
                            .list(row -> new Region(row.region("code"), row.number("code_to"), row.whole("level")))));
        }
        return fixtures;
    }

    static void asOwner(TestDatabase database, String statement) {
        try (Connection connection = database.owner().getConnection();
                Statement run = connection.createStatement()) {
            run.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(Time.ZONE).toInstant();
    }

    record Region(RegionCode code, long to, int level) {}

    static List<RegionCode> places() {
        return TREE.stream().map(Region::code).toList();
    }

    static Scope below(RegionCode node) {
        return Scope.of(node.value(), region(node).to());
    }

    static int level(RegionCode node) {
        return region(node).level();
    }

    private static Region region(RegionCode node) {
        return TREE.stream()
                .filter(known -> known.code().equals(node))
                .findFirst()
                .orElseThrow();
    }

    UUID account(String login) {
        UUID id = Ids.next();
        asOwner(
                database,
                "insert into account (id, login, name) values ('" + id + "', '" + login + "', '" + login + "')");
        return id;
    }

    UUID department(RegionCode node, String name) {
        UUID id = Ids.next();
        asOwner(
                database,
                "insert into department (id, region_code, name, kind) values ('" + id + "', " + node.value() + ", '"
                        + name + "', 'office')");
        return id;
    }

    Actor actor(DutyKind duty, RegionCode node) {
        return actor(account("a" + Ids.next()), duty, node, null, null);
    }

    Actor actor(UUID account, DutyKind duty, RegionCode node, @Nullable UUID department, @Nullable List<String> kinds) {
        var scope = new Scope(below(node).ranges(), department, kinds);
        return new Actor(account, "某某", duty, Ids.next(), node, level(node), "", department, scope, "127.0.0.1");
    }

    static NewTodo todo(RegionCode place, RegionCode node, String step) {
        return new NewTodo(
                "demand",
                Ids.next(),
                step,
                place,
                node,
                null,
                null,
                null,
                "12号楼501室暖气不热",
                "",
                at("2026-11-24T08:00"),
                at("2026-11-24T18:00"),
                at("2026-11-24T15:30"));
    }

    UUID open(Actor actor, NewTodo todo) {
        return transactions
                .write(actor, () -> Outcome.done(todos.open(actor, todo)))
                .orThrow();
    }
}
