package org.gongzhi.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.GUANGHUALI;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A kind that no other test of this database uses, so that what is alike is what was made here. */
@GongzhiTest
@Import(ActingAs.class)
class LikenessApiTests {

    private static final double LNG = 116.4512;
    private static final double LAT = 39.9101;

    private final WebApplicationContext context;
    private final MockMvc mvc;
    private final ActingAs acting;
    private final Transactions transactions;
    private final Accounts accounts;
    private final AccountLookup lookup;
    private final Clock clock;

    LikenessApiTests(
            @Autowired WebApplicationContext context,
            @Autowired ActingAs acting,
            @Autowired Transactions transactions,
            @Autowired Accounts accounts,
            @Autowired AccountLookup lookup,
            @Autowired Clock clock,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username}") String user,
            @Value("${spring.datasource.password}") String password) {
        this.context = context;
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
        this.acting = acting;
        this.transactions = transactions;
        this.accounts = accounts;
        this.lookup = lookup;
        this.clock = clock;
        RegionFixtures.plant(new DriverManagerDataSource(url, user, password));
    }

    @BeforeEach
    void aSecretaryAsks() {
        acting.is(someone(DutyKind.COMMUNITY_SECRETARY, YONGANLI));
    }

    @Test
    void whileOneWritesWhatIsAlikeIsToldWithWhy() throws Exception {
        String id = registered("culture_sport", "广场舞音响太响，孩子写不了作业", 100);
        String near = ask("culture_sport", "广场舞的音响太响了", LAT);
        assertThat(JsonPath.<List<String>>read(near, "$.items[*].id")).contains(id);
        String why = JsonPath.<List<String>>read(near, "$.items[?(@.id == '" + id + "')].why")
                .getFirst();
        assertThat(why).isEqualTo("相距约 100 米，同是“文体活动”，说法相近，今天提出");
        assertThat(JsonPath.<List<String>>read(ask(null, "广场舞音响太响", LAT), "$.items[*].id"))
                .as("no kind is chosen yet")
                .contains(id);
        assertThat(JsonPath.<List<String>>read(ask("culture_sport", "", LAT + 0.009), "$.items[*].id"))
                .as("a kilometre away")
                .doesNotContain(id);
        assertThat(JsonPath.<List<String>>read(ask("lift", "电梯停了", LAT), "$.items[*].id"))
                .as("another kind")
                .doesNotContain(id);
        MockHttpServletResponse elsewhere = sent(
                get("/api/demands/alike").param("region", GUANGHUALI.toString()).param("kind", "culture_sport"));
        assertThat(elsewhere.getStatus()).isEqualTo(403);
    }

    @Test
    void theRadiusOfAKindIsARuleOfTheTerritory() throws Exception {
        String id = registered("employment", "招聘会没有通知到楼门", 200);
        assertThat(JsonPath.<List<String>>read(ask("employment", "", LAT), "$.items[*].id"))
                .contains(id);
        acting.is(someone(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG));
        assertThat(set("employment", 5).getStatus()).isEqualTo(422);
        MockHttpServletResponse preview = sent(post("/api/rules/likeness/preview")
                .contentType(MediaType.APPLICATION_JSON)
                .content(rule("employment", 60)));
        assertThat(preview.getStatus()).isEqualTo(200);
        assertThat(text(preview)).contains("60 米、30 天以内算相近；3 件起算集中反映", "件的归法不同");
        assertThat(set("employment", 60).getStatus()).isEqualTo(201);
        assertThat(set("nowhere", 60).getStatus()).isEqualTo(422);
        MockHttpServletResponse ended = sent(post("/api/rules/likeness/end")
                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"key\": \"employment\", \"regionCode\": \"%s\", \"from\": \"%s\", \"why\": \"与全国一致\"}"
                        .formatted(CHAOYANG, Time.today(clock).plusDays(2))));
        assertThat(ended.getStatus()).as(text(ended)).isEqualTo(200);
        MockHttpServletResponse later = sent(post("/api/rules/likeness")
                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .content(rule("employment", 80)
                        .replace(
                                Time.today(clock).toString(),
                                Time.today(clock).plusDays(9).toString())));
        assertThat(later.getStatus()).as(text(later)).isEqualTo(201);
        MockHttpServletResponse withdrawn =
                sent(post("/api/rules/likeness/" + JsonPath.<String>read(text(later), "$.id") + "/withdrawal")
                        .header("Idempotency-Key", "key-" + UUID.randomUUID())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"regionCode\": \"%s\", \"why\": \"不改了\"}".formatted(CHAOYANG)));
        assertThat(withdrawn.getStatus()).as(text(withdrawn)).isEqualTo(200);
        acting.is(someone(DutyKind.COMMUNITY_SECRETARY, YONGANLI));
        assertThat(JsonPath.<List<String>>read(ask("employment", "", LAT), "$.items[*].id"))
                .doesNotContain(id);
    }

    @Test
    void whatStandsTogetherIsListedAndMergedAtOnce() throws Exception {
        List<String> ids = List.of(
                registered("education", "课后托管名额不够", 0),
                registered("education", "课后托管要排队", 50),
                registered("education", "课后托管报不上名", 90));
        Gathered.in(context, List.of(JIANWAI));
        String page = text(sent(get("/api/demand-clusters").param("region", YONGANLI.toString())));
        List<String> found = JsonPath.read(page, "$.items[?(@.kind == 'education')].id");
        assertThat(found).hasSize(1);
        assertThat(JsonPath.<List<Integer>>read(page, "$.items[?(@.kind == 'education')].n"))
                .containsExactly(3);
        String members = text(sent(get("/api/demand-clusters/" + found.getFirst())));
        assertThat(JsonPath.<List<String>>read(members, "$.items[*].id")).isEqualTo(ids);

        acting.is(someone(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG));
        String preview = text(sent(post("/api/rules/likeness/preview")
                .header("Accept-Language", "en")
                .contentType(MediaType.APPLICATION_JSON)
                .content(rule("education", 20))));
        assertThat(preview).contains("1 groups stand together now and 0 would; 3 are seen otherwise");
        acting.is(someone(DutyKind.SYSTEM_ADMINISTRATOR, JIANWAI));
        assertThat(sent(post("/api/rules/likeness")
                                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(rule("education", 300).replace(CHAOYANG.toString(), JIANWAI.toString())))
                        .getStatus())
                .isEqualTo(201);
        acting.is(someone(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG));
        assertThat(text(sent(post("/api/rules/likeness/preview")
                        .header("Accept-Language", "en")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(rule("education", 20)))))
                .as("the street has its own")
                .contains("0 groups stand together now and 0 would");
        acting.is(someone(DutyKind.COMMUNITY_SECRETARY, YONGANLI));

        String stranger = UUID.randomUUID().toString();
        String key = "key-" + UUID.randomUUID();
        String merged = text(mergeAll(ids.getFirst(), key, ids.get(1), ids.get(2), stranger));
        assertThat(JsonPath.<Integer>read(merged, "$.merged")).isEqualTo(2);
        assertThat(JsonPath.<List<String>>read(merged, "$.items[?(@.id == '" + stranger + "')].why"))
                .allSatisfy(why -> assertThat(why).isNotBlank());
        assertThat(text(mergeAll(ids.getFirst(), key, ids.get(1), ids.get(2), stranger)))
                .as("sent twice, done once")
                .isEqualTo(merged);
        String after = text(sent(get("/api/demand-clusters").param("region", YONGANLI.toString())));
        assertThat(JsonPath.<List<String>>read(after, "$.items[?(@.kind == 'education')].id"))
                .as("one is left, and one is no cluster")
                .isEmpty();
        acting.is(someone(DutyKind.COMMUNITY_SECRETARY, GUANGHUALI));
        assertThat(JsonPath.<List<String>>read(
                        text(sent(get("/api/demand-clusters/" + found.getFirst()))), "$.items[*].id"))
                .as("next door sees nothing of it")
                .isEmpty();
    }

    private MockHttpServletResponse mergeAll(String lead, String key, String... ids) throws Exception {
        return sent(post("/api/demands/" + lead + "/merged-together")
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"ids\": [\"" + String.join("\", \"", ids) + "\"]}"));
    }

    private String ask(@org.jspecify.annotations.Nullable String kind, String words, double lat) throws Exception {
        MockHttpServletRequestBuilder asking = get("/api/demands/alike")
                .param("region", YONGANLI.toString())
                .param("q", words)
                .param("lng", Double.toString(LNG))
                .param("lat", Double.toString(lat));
        MockHttpServletResponse said = sent(kind == null ? asking : asking.param("kind", kind));
        assertThat(said.getStatus()).as(text(said)).isEqualTo(200);
        return text(said);
    }

    private MockHttpServletResponse set(String key, int radius) throws Exception {
        return sent(post("/api/rules/likeness")
                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .content(rule(key, radius)));
    }

    private String rule(String key, int radius) {
        return """
                {"key": "%s", "regionCode": "%s", "from": "%s", "terms": {"likeness": {"radiusMetres": %d, "days": 30, "least": 3}}, "source": "区办法",
                 "why": "试行"}""".formatted(key, CHAOYANG, Time.today(clock), radius);
    }

    private String registered(String kind, String words, int metresNorth) throws Exception {
        MockHttpServletResponse said = sent(post("/api/demands")
                .header("Idempotency-Key", "key-" + UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"regionCode": "%s", "kind": "%s", "channel": "phone", "words": "%s", "anonymous": true, "lng": %s, "lat": %s}""".formatted(YONGANLI, kind, words, LNG, LAT + Spot.degreesNorth(metresNorth))));
        assertThat(said.getStatus()).as(text(said)).isEqualTo(201);
        return JsonPath.read(text(said), "$.id");
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }

    private static String text(MockHttpServletResponse said) throws Exception {
        return said.getContentAsString(StandardCharsets.UTF_8);
    }

    private Actor someone(DutyKind kind, RegionCode node) {
        return transactions
                .write(Actor.worker("test"), () -> {
                    UUID account = accounts.create("l" + UUID.randomUUID(), "周敏", "no hash", false, false);
                    UUID duty = accounts.grantDuty(account, kind, node);
                    return Outcome.done(lookup.actorFor(account, duty).orElseThrow());
                })
                .orThrow();
    }
}
