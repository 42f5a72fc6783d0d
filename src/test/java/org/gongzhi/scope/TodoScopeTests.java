package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What waits for somebody, and what their node has handed out: never a case that they could not open. */
@ScopeTest
class TodoScopeTests {

    private final Territory territory;
    private final Truth truth;
    private final Transactions transactions;
    private final Sql sql;
    private final int port;

    TodoScopeTests(
            @Autowired Territory territory,
            @Autowired Transactions transactions,
            @Autowired Sql sql,
            @LocalServerPort int port) {
        this.transactions = transactions;
        this.sql = sql;
        this.territory = territory;
        this.truth = territory.truth;
        this.port = port;
    }

    @Test
    @Covers("/api/todos")
    void whatWaitsIsWhatALoopFindsHoweverItIsGrouped() {
        assertThat(truth.todos()).as("seed %s", territory.seed).hasSizeGreaterThan(20);
        for (Held reader : territory.readers()) {
            List<String> expected = truth.todos().stream()
                    .filter(todo -> waitsFor(reader, todo))
                    .sorted(Comparator.comparing(Truth.Todo::isPaused)
                            .thenComparing(Truth.Todo::dueAt)
                            .thenComparing(todo -> todo.id().toString()))
                    .map(todo -> todo.id().toString())
                    .toList();
            for (String grouping : List.of("clock", "kind", "place")) {
                List<String> listed = new ArrayList<>();
                long counted = 0;
                String after = "";
                do {
                    JsonNode page = territory
                            .as(reader, port)
                            .get("/api/todos?limit=13&group=" + grouping + after)
                            .body();
                    counted = 0;
                    for (JsonNode group : page.path("groups")) {
                        counted += group.path("count").asLong();
                        listed.addAll(Territory.texts(group.path("items"), "id"));
                    }
                    after = page.path("next").isString()
                            ? "&after=" + page.path("next").asString()
                            : "";
                } while (!after.isEmpty());
                String because = territory.because(reader, "to-dos by " + grouping);
                assertThat(listed).as(because).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(counted).as(because).isEqualTo(expected.size());
                if (grouping.equals("clock")) {
                    assertThat(listed).as(because).isEqualTo(expected);
                }
            }
        }
    }

    @Test
    @Covers("/api/todos/count")
    void whatIsCountedIsWhatWaits() {
        LocalDate today = LocalDate.ofInstant(LivedWorld.NOW, Time.ZONE);
        for (Held reader : territory.readers()) {
            List<Truth.Todo> waiting = truth.todos().stream()
                    .filter(todo -> waitsFor(reader, todo))
                    .toList();
            JsonNode count = territory.as(reader, port).get("/api/todos/count").body();
            String because = territory.because(reader, "count of to-dos");
            assertThat(count.path("all").asLong()).as(because).isEqualTo(waiting.size());
            assertThat(count.path("late").asLong())
                    .as(because)
                    .isEqualTo(waiting.stream()
                            .filter(todo -> !todo.isPaused() && isLate(todo.dueAt()))
                            .count());
            assertThat(count.path("today").asLong())
                    .as(because)
                    .isEqualTo(waiting.stream()
                            .filter(todo -> !todo.isPaused()
                                    && !isLate(todo.dueAt())
                                    && LocalDate.ofInstant(todo.dueAt(), Time.ZONE)
                                            .equals(today))
                            .count());
        }
    }

    @Test
    @Covers("/api/todos/handed-out")
    void whatWasHandedOutIsOfCasesOneMayOpen() {
        for (Held reader : territory.readers()) {
            List<String> expected = truth.todos().stream()
                    .filter(todo -> reader.worksAtNode()
                            && reader.node().code().equals(todo.from())
                            && mayOpen(reader, todo)
                            && (todo.department() != null
                                    || !todo.node().equals(todo.from())
                                    || (todo.account() != null
                                            && !reader.account().equals(todo.account()))))
                    .sorted(Comparator.comparing(Truth.Todo::dueAt)
                            .thenComparing(todo -> todo.id().toString()))
                    .map(todo -> todo.id().toString())
                    .toList();
            Browser.Answer answer = territory.as(reader, port).get("/api/todos/handed-out?limit=100");
            String because = territory.because(reader, "what was handed out");
            assertThat(Territory.texts(answer.body().path("items"), "id"))
                    .as(because)
                    .isEqualTo(expected);
            assertThat(answer.body().path("total").asString()).as(because).isEqualTo(Integer.toString(expected.size()));
        }
    }

    /** The second lock: what the database itself shows to a transaction of theirs, whatever is asked. */
    @Test
    void theDatabaseShowsWhatIsOpenAboutTheCasesOneMayOpenAndNothingElse() {
        for (Held reader : territory.readers()) {
            if (reader.kind().isAdministrator()) {
                continue;
            }
            List<UUID> shown = transactions.read(
                    reader.actor(),
                    () -> sql.of("select id from todo where closed_at is null").list(row -> row.id("id")));
            assertThat(shown)
                    .as(territory.because(reader, "for all to-dos"))
                    .containsExactlyInAnyOrderElementsOf(truth.todos().stream()
                            .filter(todo -> mayOpen(reader, todo))
                            .map(Truth.Todo::id)
                            .toList());
        }
    }

    private static boolean isLate(Instant due) {
        return due.isBefore(LivedWorld.NOW);
    }

    private boolean mayOpen(Held reader, Truth.Todo todo) {
        return truth.find(todo.subject()).map(reader::sees).orElse(false);
    }

    private boolean waitsFor(Held reader, Truth.Todo todo) {
        if (!mayOpen(reader, todo)) {
            return false;
        }
        if (todo.account() != null) {
            return reader.account().equals(todo.account());
        }
        if (todo.department() != null) {
            return todo.department().equals(reader.department());
        }
        boolean isForALead = List.of("supervise", "decide_extension").contains(todo.step());
        return reader.worksAtNode() && reader.node().code().equals(todo.node()) && (!isForALead || leads(reader));
    }

    /** Where nobody leads, those who work there decide. */
    private boolean leads(Held reader) {
        List<DutyKind> leads = List.of(DutyKind.COMMUNITY_SECRETARY, DutyKind.STREET_LEADER, DutyKind.DISTRICT_LEADER);
        return leads.contains(reader.kind())
                || territory.staff.duties.stream()
                        .noneMatch(other -> other.node().equals(reader.node()) && leads.contains(other.kind()));
    }
}
