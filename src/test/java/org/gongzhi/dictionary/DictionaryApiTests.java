package org.gongzhi.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.DONGCHENG_OF_DONGGUAN;
import static org.gongzhi.support.RegionFixtures.DONGGUAN;
import static org.gongzhi.support.RegionFixtures.GANGBEI;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** On a territory of its own, Dongguan: kinds and reasons are what everything else is chosen from. */
@GongzhiTest
class DictionaryApiTests {

    private final Transactions transactions;
    private final Accounts accounts;
    private final DemandDictionary dictionary;
    private final LocalDate today;
    private final MockMvc http;

    DictionaryApiTests(
            @Autowired Transactions transactions,
            @Autowired Accounts accounts,
            @Autowired DemandDictionary dictionary,
            @Autowired Clock clock,
            @Autowired DataSource database,
            @Autowired WebApplicationContext context) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.dictionary = dictionary;
        this.today = Time.today(clock);
        this.http = MockMvcBuilders.webAppContextSetup(context).build();
        RegionFixtures.plant(database);
    }

    private record Person(UUID account, UUID duty) {
        String ticket() {
            return account + "\n" + duty + "\n2026-11-24T00:00:00Z\n127.0.0.1\ntest";
        }
    }

    @Test
    void aTerritoryUsesAKindInItsOwnWayAndAllBelowInheritIt() throws Exception {
        Person keeper = keeper();
        set(keeper, "kind", "lift", DONGGUAN, today, kind("", "hard", 7, true)).andExpect(status().isCreated());
        set(keeper, "kind", "noise", DONGCHENG_OF_DONGGUAN, today, kind("", "ordinary", 5, false))
                .andExpect(status().isCreated());
        assertThat(offered(GANGBEI, "lift").orElseThrow().clazz()).isEqualTo("hard");
        assertThat(offered(CHAOYANG, "lift").orElseThrow().clazz()).isEqualTo("urgent");
        assertThat(offered(GANGBEI, "noise")).as("switched off in the street").isEmpty();
        assertThat(offered(DONGGUAN, "noise")).isPresent();
        assertThat(ask(() -> dictionary.classOf("lift", GANGBEI, today.minusDays(1))))
                .as("as it was when a case began")
                .contains("urgent");
        http.perform(as(keeper, get("/api/rules/kind").param("region", GANGBEI.toString())))
                .andExpect(jsonPath("$.rows[?(@.key == 'lift')].name").value("房屋设施 › 电梯"))
                .andExpect(jsonPath("$.rows[?(@.key == 'lift')].holding.regionName")
                        .value("东莞市"))
                .andExpect(
                        jsonPath("$.rows[?(@.key == 'leak')].holding.inWords").value("一般类，排第 2"))
                .andExpect(
                        jsonPath("$.rows[?(@.key == 'leak')].holding.version").value(1));
    }

    @Test
    void aNewKindIsOfferedFromItsDayUnderAKindOfTheFirstLevel() throws Exception {
        Person keeper = keeper();
        String terms =
                "{\"kind\": {\"name\": \"荔枝病虫害\", \"parent\": \"sanitation\", \"isPublic\": true, \"class\": \"ordinary\", \"position\": 9, \"isActive\": true}}";
        http.perform(as(keeper, post("/api/rules/kind/preview"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body("", DONGGUAN, today, terms)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.figures[0].count").value(0));
        set(keeper, "kind", "", DONGGUAN, today, terms).andExpect(status().isCreated());
        DemandDictionary.Offered kind = ask(() -> dictionary.kinds(path(GANGBEI))).stream()
                .filter(each -> each.name().equals("荔枝病虫害"))
                .findFirst()
                .orElseThrow();
        assertThat(kind.parent()).isEqualTo("sanitation");
        assertThat(ask(() -> dictionary.kinds(path(CHAOYANG))))
                .extracting(DemandDictionary.Offered::name)
                .doesNotContain("荔枝病虫害");
        set(keeper, "kind", "", DONGGUAN, today, terms)
                .andExpect(jsonPath("$.code").value("dictionary.name-taken"))
                .andExpect(jsonPath("$.field").value("name"));
        set(
                        keeper,
                        "kind",
                        "",
                        DONGGUAN,
                        today,
                        "{\"kind\": {\"name\": \"第三层\", \"parent\": \"%s\", \"class\": \"ordinary\", \"position\": 9, \"isActive\": true}}"
                                .formatted(kind.code()))
                .andExpect(jsonPath("$.code").value("dictionary.parent-wrong"))
                .andExpect(jsonPath("$.field").value("parent"));
        set(keeper, "kind", kind.code(), DONGGUAN, today.plusDays(3), kind("", "hard", 2, false))
                .andExpect(status().isCreated());
        http.perform(as(keeper, get("/api/rules/kind").param("region", DONGGUAN.toString())))
                .andExpect(jsonPath("$.rows[?(@.key == '%s')].coming[0].inWords", kind.code())
                        .value("停用（疑难类），排第 2"));
    }

    @Test
    void reasonsAreEachTerritorysOwnAndAreCheckedAsOffered() throws Exception {
        Person keeper = keeper();
        set(keeper, "reason", "season", DONGGUAN, today, reason("", "", true, 9, true))
                .andExpect(status().isCreated());
        set(keeper, "reason", "budget", DONGGUAN, today, reason("", "", false, 2, false))
                .andExpect(status().isCreated());
        set(keeper, "reason", "", DONGGUAN, today, reason("suspend", "等台风季过去", false, 1, true))
                .andExpect(status().isCreated());
        List<DemandDictionary.Reason> offered = ask(() -> dictionary.reasons("suspend", GANGBEI));
        assertThat(offered.getFirst().name()).isEqualTo("等台风季过去");
        assertThat(offered).extracting(DemandDictionary.Reason::code).doesNotContain("budget");
        assertThat(offered.stream()
                        .filter(each -> each.code().equals("season"))
                        .findFirst()
                        .orElseThrow()
                        .needsWords())
                .isTrue();
        assertThat(ask(() -> dictionary.reasons("suspend", CHAOYANG)))
                .extracting(DemandDictionary.Reason::code)
                .contains("budget", "season")
                .hasSize(6);
        http.perform(as(keeper, get("/api/rules/reason").param("region", GANGBEI.toString())))
                .andExpect(jsonPath("$.rows[?(@.key == 'season')].name").value("挂账：要等季节或施工条件"))
                .andExpect(
                        jsonPath("$.rows[?(@.key == 'season')].holding.inWords").value("在用，排第 9，要写说明"));
        http.perform(as(keeper, post("/api/rules/reason/preview"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body("history", DONGGUAN, today, reason("", "", false, 3, false))))
                .andExpect(jsonPath("$.figures[0].sentence").value("近 90 天用过 0 次，已经用的不变"));
    }

    @Test
    void whatIsSetForLaterIsWithdrawnAndWhatIsOwnIsEnded() throws Exception {
        Person keeper = keeper();
        for (String book : List.of("kind", "reason")) {
            String key = book.equals("kind") ? "roads" : "parts";
            String terms = book.equals("kind") ? kind("", "hard", 3, true) : reason("", "", true, 3, true);
            set(keeper, book, key, DONGGUAN, today, terms).andExpect(status().isCreated());
            String kept = set(keeper, book, key, DONGGUAN, today.plusDays(4), terms)
                    .andExpect(status().isCreated())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            String id = kept.replaceAll(".*\"id\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            http.perform(as(keeper, post("/api/rules/" + book + "/" + id + "/withdrawal"))
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"regionCode\": \"%s\", \"why\": \"不改了\"}".formatted(DONGGUAN)))
                    .andExpect(status().isOk());
            http.perform(as(keeper, post("/api/rules/" + book + "/end"))
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"key\": \"%s\", \"regionCode\": \"%s\", \"from\": \"%s\", \"why\": \"与上级一致\"}"
                                    .formatted(key, DONGGUAN, today.plusDays(1))))
                    .andExpect(status().isOk());
        }
    }

    @Test
    void everyFieldIsCheckedAndNamed() throws Exception {
        Person keeper = keeper();
        refused(keeper, "kind", "moonlight", kind("", "hard", 1, true), "key", "dictionary.key-unknown");
        refused(keeper, "kind", "lift", kind("", "funny", 1, true), "class", "dictionary.class-unknown");
        refused(keeper, "kind", "lift", kind("", "hard", 0, true), "position", "dictionary.position-out-of-range");
        refused(keeper, "kind", "", kind("", "hard", 1, true), "name", "dictionary.name-missing");
        refused(keeper, "reason", "moonlight", reason("", "", false, 1, true), "key", "dictionary.key-unknown");
        refused(keeper, "reason", "", reason("dance", "跳舞", false, 1, true), "verb", "dictionary.verb-unknown");
        refused(
                keeper,
                "reason",
                "season",
                reason("", "", false, 1000, true),
                "position",
                "dictionary.position-out-of-range");
        refused(keeper, "reason", "", reason("suspend", "其他", false, 1, true), "name", "dictionary.name-taken");
    }

    private void refused(Person keeper, String book, String key, String terms, String field, String code)
            throws Exception {
        set(keeper, book, key, DONGGUAN, today, terms)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.field").value(field))
                .andExpect(jsonPath("$.code").value(code));
    }

    private static String kind(String name, String clazz, int position, boolean isActive) {
        return "{\"kind\": {\"name\": \"%s\", \"class\": \"%s\", \"position\": %d, \"isActive\": %s}}"
                .formatted(name, clazz, position, isActive);
    }

    private static String reason(String verb, String name, boolean needsWords, int position, boolean isActive) {
        return "{\"reason\": {\"verb\": \"%s\", \"name\": \"%s\", \"needsWords\": %s, \"position\": %d, \"isActive\": %s}}"
                .formatted(verb, name, needsWords, position, isActive);
    }

    private ResultActions set(Person keeper, String book, String key, RegionCode region, LocalDate from, String terms)
            throws Exception {
        return http.perform(as(keeper, post("/api/rules/" + book))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(key, region, from, terms)));
    }

    private static String body(String key, RegionCode region, LocalDate from, String terms) {
        return "{\"key\": \"%s\", \"regionCode\": \"%s\", \"from\": \"%s\", \"terms\": %s, \"source\": \"市规定\", \"why\": \"试行\"}"
                .formatted(key, region, from, terms);
    }

    private Optional<DemandDictionary.Offered> offered(RegionCode place, String kind) {
        return ask(() -> dictionary.kinds(path(place))).stream()
                .filter(each -> each.code().equals(kind))
                .findFirst();
    }

    private static List<RegionCode> path(RegionCode place) {
        List<RegionCode> dongguan =
                List.of(RegionCode.NATION, RegionFixtures.GUANGDONG, DONGGUAN, DONGCHENG_OF_DONGGUAN, GANGBEI);
        return place.equals(CHAOYANG)
                ? List.of(RegionCode.NATION, RegionFixtures.BEIJING, CHAOYANG)
                : dongguan.subList(0, dongguan.indexOf(place) + 1);
    }

    private <T> T ask(Supplier<T> question) {
        return transactions.read(Actor.worker("test"), question);
    }

    private Person keeper() {
        return transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create("k" + UUID.randomUUID(), "某某", "none", false, false);
                    return Outcome.done(
                            new Person(account, accounts.grantDuty(account, DutyKind.SYSTEM_ADMINISTRATOR, DONGGUAN)));
                })
                .orThrow();
    }

    private static MockHttpServletRequestBuilder as(Person person, MockHttpServletRequestBuilder request) {
        return request.sessionAttr("ticket", person.ticket());
    }
}
