package org.gongzhi.todo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.GUANGHUALI;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;
import static org.gongzhi.support.RegionFixtures.YONGANLI_GRID_2;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@GongzhiTest
class TodoApiTests {

    private static final Actor LOADER = Actor.worker("test");

    private final Transactions transactions;
    private final Accounts accounts;
    private final Todos todos;
    private final Superiors superiors;
    private final Clock clock;
    private final MockMvc http;

    TodoApiTests(
            @Autowired Transactions transactions,
            @Autowired Accounts accounts,
            @Autowired Todos todos,
            @Autowired Superiors superiors,
            @Autowired Clock clock,
            @Autowired DataSource database,
            @Autowired WebApplicationContext context) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.todos = todos;
        this.superiors = superiors;
        this.clock = clock;
        this.http = MockMvcBuilders.webAppContextSetup(context).build();
        RegionFixtures.plant(database);
    }

    /** Somebody with a duty, and the session of their browser. */
    private record Person(UUID account, UUID duty, RegionCode node) {
        String ticket() {
            return account + "\n" + duty + "\n2026-11-24T00:00:00Z\n127.0.0.1\ntest";
        }
    }

    @Test
    void theWorkbenchShowsExactlyWhatWaitsForMeByItsClock() throws Exception {
        Person secretary = person(DutyKind.COMMUNITY_SECRETARY, YONGANLI);
        Instant now = Time.now(clock);
        open(secretary, "超期的", YONGANLI_GRID_2, secretary.account(), now.minus(Duration.ofDays(1)));
        open(secretary, "以后的", YONGANLI_GRID_2, secretary.account(), now.plus(Duration.ofDays(20)));
        open(secretary, "别人的", GUANGHUALI, null, now.plus(Duration.ofDays(20)));

        http.perform(as(secretary, get("/api/todos")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.summary.all").value(2))
                .andExpect(jsonPath("$.summary.late").value(1))
                .andExpect(jsonPath("$.groups[0].key").value("late"))
                .andExpect(jsonPath("$.groups[0].count").value(1))
                .andExpect(jsonPath("$.groups[0].items[0].title").value("超期的"))
                .andExpect(jsonPath("$.groups[0].items[0].lamp").value("late"))
                .andExpect(jsonPath("$.groups[0].items[0].placeText").value("第二网格"))
                .andExpect(jsonPath("$.groups[0].items[0].route").isNotEmpty())
                .andExpect(jsonPath("$.groups[1].key").value("later"))
                .andExpect(jsonPath("$.groups[1].items[0].lamp").value("ok"))
                .andExpect(jsonPath("$.next").doesNotExist());
        http.perform(as(secretary, get("/api/todos").param("group", "kind")))
                .andExpect(jsonPath("$.groups[0].key").value("demand.handle"))
                .andExpect(jsonPath("$.groups[0].count").value(2));
        http.perform(as(secretary, get("/api/todos").param("group", "place")))
                .andExpect(jsonPath("$.groups[0].name").value("第二网格"));
        http.perform(as(secretary, get("/api/todos/count")))
                .andExpect(jsonPath("$.all").value(2))
                .andExpect(jsonPath("$.late").value(1));
    }

    @Test
    void aDeputySeesWhatWaitsForTheOneTheyStandInFor() throws Exception {
        Person secretary = person(DutyKind.COMMUNITY_SECRETARY, YONGANLI);
        Person officer = person(DutyKind.STREET_OFFICER, JIANWAI);
        Instant due = Time.now(clock).plus(Duration.ofDays(2));
        open(secretary, "书记本人的", YONGANLI_GRID_2, secretary.account(), due);
        open(secretary, "代理人自己的", YONGANLI_GRID_2, officer.account(), due);
        LocalDate today = Time.today(clock);
        UUID lent = transactions
                .write(
                        LOADER,
                        () -> Outcome.done(accounts.deputize(
                                        secretary.duty(), officer.account(), today, today, secretary.account())
                                .orElseThrow()))
                .orThrow();
        http.perform(as(new Person(officer.account(), lent, YONGANLI), get("/api/todos")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$..title").value(hasItem("书记本人的")))
                .andExpect(jsonPath("$..title").value(not(hasItem("代理人自己的"))));
        http.perform(as(officer, get("/api/todos")))
                .andExpect(jsonPath("$..title").value(hasItem("代理人自己的")))
                .andExpect(jsonPath("$..title").value(not(hasItem("书记本人的"))));
    }

    @Test
    void pagesGoThroughTheRunningOnesAndThenThePaused() throws Exception {
        Person clerk = person(DutyKind.COMMUNITY_CLERK, GUANGHUALI);
        Instant due = Time.now(clock).plus(Duration.ofDays(10));
        UUID paused = open(clerk, "挂账的", GUANGHUALI, clerk.account(), due.minusSeconds(5));
        transactions
                .write(LOADER, () -> Outcome.done(todos.pause("demand", paused, LocalDate.ofInstant(due, Time.ZONE))))
                .orThrow();
        open(clerk, "第一件", GUANGHUALI, clerk.account(), due.minusSeconds(3));
        open(clerk, "第二件", GUANGHUALI, clerk.account(), due.minusSeconds(1));
        String after = null;
        var titles = new java.util.ArrayList<String>();
        do {
            MockHttpServletRequestBuilder request = get("/api/todos").param("limit", "1");
            if (after != null) {
                request.param("after", after);
            }
            String body = http.perform(as(clerk, request))
                    .andReturn()
                    .getResponse()
                    .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            java.util.List<String> page = com.jayway.jsonpath.JsonPath.read(body, "$.groups[*].items[*].title");
            titles.addAll(page);
            java.util.List<String> next = com.jayway.jsonpath.JsonPath.read(body, "$..next");
            after = next.isEmpty() ? null : next.getFirst();
        } while (after != null);
        assertThat(titles).containsExactly("第一件", "第二件", "挂账的");
    }

    @Test
    void whatANodeHandedOutIsListedWithWhoHasIt() throws Exception {
        Person officer = person(DutyKind.STREET_OFFICER, JIANWAI);
        UUID department = transactions
                .write(LOADER, () -> Outcome.done(accounts.addDepartment(JIANWAI, "热力" + Ids.next(), "service")))
                .orThrow();
        handOut(officer, department);
        http.perform(as(officer, get("/api/todos/handed-out")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items[0].responsible").value(org.hamcrest.Matchers.startsWith("热力")))
                .andExpect(jsonPath("$.items[0].placeText").value("永安里 · 第二网格"))
                .andExpect(jsonPath("$.total").isNotEmpty());
        Person observer = person(DutyKind.OBSERVER, JIANWAI);
        http.perform(as(observer, get("/api/todos/handed-out")))
                .andExpect(jsonPath("$.total").value("0"));
    }

    @Test
    void withoutSignInThereIsNoWorkbench() throws Exception {
        http.perform(get("/api/todos")).andExpect(status().isUnauthorized());
    }

    @Test
    void whoIsToldOfALateNodeIsTheNearestAboveThatHasPeople() {
        person(DutyKind.STREET_LEADER, JIANWAI);
        person(DutyKind.DISTRICT_LEADER, CHAOYANG);
        transactions.read(LOADER, () -> {
            assertThat(superiors.asked().apply(YONGANLI)).isEqualTo(JIANWAI);
            assertThat(superiors.asked().apply(JIANWAI)).isEqualTo(CHAOYANG);
            assertThat(superiors.asked().apply(CHAOYANG))
                    .as("answers for itself")
                    .isEqualTo(CHAOYANG);
            assertThat(superiors.asked().apply(RegionFixtures.KANGPING))
                    .as("nobody there: the highest that works here")
                    .isEqualTo(RegionFixtures.XUHUI);
            return true;
        });
    }

    private Person person(DutyKind duty, RegionCode node) {
        return transactions
                .write(LOADER, () -> {
                    UUID account = accounts.create("t" + Ids.next(), "某某", "no password", false, false);
                    return Outcome.done(new Person(account, accounts.grantDuty(account, duty, node), node));
                })
                .orThrow();
    }

    private UUID open(Person opener, String title, RegionCode place, @Nullable UUID account, Instant due) {
        UUID subject = Ids.next();
        put(
                opener,
                new NewTodo(
                        "demand",
                        subject,
                        "handle",
                        place,
                        opener.node(),
                        null,
                        account,
                        null,
                        title,
                        "",
                        due.minusSeconds(86_400),
                        due,
                        due.minusSeconds(60)));
        return subject;
    }

    private void handOut(Person opener, UUID department) {
        Instant due = Time.now(clock).plus(Duration.ofDays(1));
        put(
                opener,
                new NewTodo(
                        "demand",
                        Ids.next(),
                        "take_up",
                        YONGANLI_GRID_2,
                        JIANWAI,
                        department,
                        null,
                        null,
                        "交办的",
                        "",
                        due.minusSeconds(60),
                        due,
                        due));
    }

    private void put(Person opener, NewTodo todo) {
        var actor = new Actor(
                opener.account(),
                "某某",
                DutyKind.STREET_OFFICER,
                opener.duty(),
                opener.node(),
                4,
                "",
                null,
                org.gongzhi.kernel.Scope.EVERYTHING,
                "");
        transactions.write(actor, () -> Outcome.done(todos.open(actor, todo))).orThrow();
    }

    private static MockHttpServletRequestBuilder as(Person person, MockHttpServletRequestBuilder request) {
        return request.sessionAttr("ticket", person.ticket());
    }
}
