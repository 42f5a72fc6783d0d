package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.MovableClock;
import org.gongzhi.support.QuickPassword;
import org.gongzhi.support.Walking;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An administrator who reorganizes a lived territory at random, through the same doors as people do. */
final class ReorganizedWorld {

    private static final JsonMapper JSON = JsonMapper.shared();

    record Node(RegionCode code, long to, int level, RegionCode parent, String name) {}

    record Said(int status, JsonNode body) {}

    final Map<String, Integer> applied = new TreeMap<>();
    final Map<String, Integer> refused = new TreeMap<>();

    private final Random random;
    private final MockMvc mvc;
    private final JdbcClient owner;
    private final MovableClock clock;
    private final Actor administrator;
    private int names;
    private int keys;

    ReorganizedWorld(
            Random random,
            MockMvc mvc,
            JdbcClient owner,
            MovableClock clock,
            Accounts accounts,
            AccountLookup lookup,
            Transactions transactions) {
        this.random = random;
        this.mvc = mvc;
        this.owner = owner;
        this.clock = clock;
        UUID account = transactions
                .write(
                        Actor.worker("test"),
                        () -> Outcome.done(
                                accounts.create("chief", "总管理员", QuickPassword.hash(Staff.PASSWORD), false, false)))
                .orThrow();
        UUID duty = transactions
                .write(
                        Actor.worker("test"),
                        () -> Outcome.done(accounts.grantDuty(
                                account, DutyKind.SYSTEM_ADMINISTRATOR, RegionCode.NATION, null, null)))
                .orThrow();
        this.administrator = transactions
                .asWorker("test", () -> lookup.actorFor(account, duty))
                .orElseThrow();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Time.ZONE);
    }

    void daysPass(int days) {
        clock.pass(Duration.ofDays(days));
    }

    List<Node> nodes() {
        return owner.sql(
                        "select code, code_to, level, coalesce(parent_code, 0) as parent, name from region where closed_on is null order by code")
                .query((row, _) -> new Node(
                        new RegionCode(row.getLong("code")),
                        row.getLong("code_to"),
                        row.getInt("level"),
                        new RegionCode(row.getLong("parent")),
                        row.getString("name")))
                .list();
    }

    private Node node(List<Node> nodes, RegionCode code) {
        return nodes.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Some change of each kind in turn; may be refused. */
    Map<String, Object> someChange(int turn) {
        List<Node> nodes = nodes();
        List<Node> own = nodes.stream().filter(node -> node.level() >= 4).toList();
        Node node = one(own);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("subject", "region");
        body.put("nodes", List.of(node.code().toString()));
        body.put("effectiveOn", today().toString());
        List<Node> alike = nodes.stream()
                .filter(other -> other.level() == node.level() && !other.code().equals(node.code()))
                .toList();
        switch (turn % 7) {
            case 0 -> {
                body.put("kind", "rename");
                body.put("name", "新名" + names++);
            }
            case 1, 2 -> {
                int above = node(nodes, node.parent()).level();
                List<Node> parents = nodes.stream()
                        .filter(other -> other.level() == above && !other.code().equals(node.parent()))
                        .toList();
                body.put("kind", "move");
                body.put("parent", parents.isEmpty() ? "0" : one(parents).code().toString());
            }
            case 3 -> {
                body.put("kind", "merge");
                body.put("into", alike.isEmpty() ? "0" : one(alike).code().toString());
            }
            case 4 -> {
                body.put("kind", "merge");
                body.put("name", "合名" + names++);
                body.put(
                        "nodes",
                        alike.isEmpty()
                                ? List.of(node.code().toString())
                                : List.of(
                                        node.code().toString(),
                                        one(alike).code().toString()));
            }
            case 5 -> split(body, node, nodes);
            default -> department(body);
        }
        return body;
    }

    private void split(Map<String, Object> body, Node node, List<Node> nodes) {
        List<List<String>> children = List.of(new ArrayList<>(), new ArrayList<>());
        nodes.stream()
                .filter(child -> child.parent().equals(node.code()))
                .forEach(child ->
                        children.get(random.nextInt(2)).add(child.code().toString()));
        boolean keeps = random.nextBoolean();
        Map<String, Object> first = new HashMap<>(Map.of("keeps", keeps, "children", children.getFirst()));
        first.put("name", keeps ? null : "分名" + names++);
        body.put("kind", "split");
        body.put(
                "parts",
                List.of(first, Map.of("name", "分名" + names++, "keeps", false, "children", children.getLast())));
    }

    private void department(Map<String, Object> body) {
        List<UUID> departments = owner.sql("select id from department where is_active order by id")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        body.put("subject", "department");
        body.put("nodes", List.of(one(departments).toString()));
        switch (random.nextInt(6)) {
            case 0 -> {
                body.put("kind", "rename");
                body.put("name", "新科" + names++);
            }
            case 1 -> {
                body.put("kind", "merge");
                body.put("into", one(departments).toString());
            }
            case 2 -> {
                body.put("kind", "move");
                body.put("parent", one(nodes()).code().toString());
            }
            case 3 -> {
                body.put("kind", "open");
                body.put("nodes", List.of());
                body.put("name", "添科" + names++);
                body.put("nodeKind", "office");
                body.put("parent", one(nodes()).code().toString());
            }
            case 4 -> body.put("kind", "close");
            default -> {
                body.put("kind", "split");
                body.put(
                        "parts",
                        List.of(
                                Map.of("name", "甲科" + names++, "keeps", false, "children", List.of()),
                                Map.of("name", "乙科" + names++, "keeps", false, "children", List.of())));
            }
        }
    }

    /** Territories have rules of their own, of every kind, and people views of theirs. */
    void rulesAreSet() {
        List<Node> places = nodes().stream().filter(node -> node.level() >= 3).toList();
        List<UUID> departments = owner.sql("select id from department order by id")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        for (int version = 1000; version < 1030; version++) {
            long place = one(places).code().value();
            for (String rule : List.of("""
                    insert into clock_rule (id, subject, step, class, region_code, amount, unit, warn_percent, valid, version, source)
                    values (gen_random_uuid(), 'demand', 'settle', 'urgent', :place, 3, 'hour', 25, daterange('2026-01-01', null), :version, '本地规定') on conflict do nothing
                    """, """
                    insert into rate_formula (region_code, version, valid, basically_weight, response_weight, solution_weight, satisfaction_weight, source)
                    values (:place, :version, daterange('2026-01-01', null), 0.5, 0.2, 0.4, 0.4, '本地规定') on conflict do nothing
                    """, """
                    insert into call_signal (region_code, version, valid, low, high, least_cases, source)
                    values (:place, :version, daterange('2026-01-01', null), 1, 9, 30, '本地规定') on conflict do nothing
                    """, """
                    insert into demand_kind_rule (id, code, region_code, class, position, is_active, valid, version, source)
                    values (gen_random_uuid(), 'noise', :place, 'ordinary', 1, true, daterange('2026-01-01', null), :version, '本地规定') on conflict do nothing
                    """, """
                    insert into demand_reason_rule (id, code, region_code, needs_words, position, is_active, valid, version, source)
                    values (gen_random_uuid(), (select min(code) from demand_reason), :place, false, 1, true, daterange('2026-01-01', null), :version, '本地规定') on conflict do nothing
                    """, """
                    insert into kind_question_rule (id, kind_code, region_code, questions, valid, version, source)
                    values (gen_random_uuid(), 'lift', :place, '[]', daterange('2026-01-01', null), :version, '本地规定') on conflict do nothing
                    """, """
                    insert into demand_route (id, kind_code, region_code, department_id, valid, version, source)
                    values (gen_random_uuid(), 'lift', :place, :department, daterange('2026-01-01', null), :version, '本地规定') on conflict do nothing
                    """, """
                    insert into rule_change (id, at, book, key, region_code, rule_id, version, action, effective_on, actor, why)
                    values (gen_random_uuid(), now(), 'route', 'lift', :place, gen_random_uuid(), :version, 'set', '2026-01-01', '某人', '试')
                    """)) {
                owner.sql(rule)
                        .param("place", place)
                        .param("version", version)
                        .param("department", one(departments))
                        .update();
            }
        }
    }

    /** Reporters ask what is stored of them, some are answered, and some of what they said is covered. */
    void requestsAreMade() {
        for (String row : List.of("""
                insert into entitlement (id, demand_id, region_code, node_code, kind, asked_at, due_at, warn_at)
                select gen_random_uuid(), id, region_code, node_code, 'access', :now, :due, :due from (select * from demand order by id limit 40) d
                """, """
                update entitlement set answered_at = :now, answerer = '某社区', answerer_id = (select min(id::text)::uuid from account)
                where demand_id in (select demand_id from entitlement order by demand_id limit 10)
                """, """
                insert into todo (id, subject_kind, subject_id, step, region_code, node_code, kind_code, title, note, opened_at, due_at, warn_at)
                select gen_random_uuid(), 'entitlement', e.id, 'answer_entitlement', e.region_code, e.node_code, d.kind_code, '个人信息请求', '', :now, :due, :due
                from entitlement e join demand d on d.id = e.demand_id where e.answered_at is null
                """, """
                insert into redaction (id, demand_id, region_code, kind, places, reason, made_by, maker, made_at)
                select id, id, region_code, 'words', 1, 'privacy', (select min(id::text)::uuid from account), '某某', :now from (select * from demand order by id limit 20) d
                """, """
                insert into redaction_seal (id, demand_id, region_code, place, row_id, sealed) select id, id, region_code, 'phrase', id, '\\x00' from redaction
                """, """
                insert into redaction_look (id, redaction_id, demand_id, region_code, account_id, looker, purpose, at)
                select id, id, id, region_code, made_by, '某某', 'legal', :now from redaction
                """)) {
            owner.sql(row)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("due", clock.instant().plus(Duration.ofDays(9)).atOffset(ZoneOffset.UTC))
                    .update();
        }
    }

    /** Plans, decides what is ambiguous at random; null when it was refused. */
    @org.jspecify.annotations.Nullable
    UUID plan(Map<String, Object> change) {
        Said said = decide("/api/reorganizations", change);
        if (said.status() >= 500) {
            throw new AssertionError(change + ": " + said);
        }
        if (said.status() != 201) {
            refused.merge(change.get("kind") + " " + said.body().path("code").asString(), 1, Integer::sum);
            return null;
        }
        UUID id = UUID.fromString(said.body().path("id").asString());
        Map<String, Integer> choices = new HashMap<>();
        said.body()
                .path("questions")
                .forEach(question -> choices.put(question.path("key").asString(), random.nextInt(2)));
        if (choices.isEmpty()) {
            return id;
        }
        Map<String, Object> decided = new LinkedHashMap<>(change);
        decided.put("choices", choices);
        decided.put("replaces", id.toString());
        Said again = decide("/api/reorganizations", decided);
        assertThat(again.status()).as(again.toString()).isEqualTo(201);
        return UUID.fromString(again.body().path("id").asString());
    }

    boolean apply(UUID id) {
        Said said = decide("/api/reorganizations/" + id + "/application", null);
        assertThat(said.status()).as(said.toString()).isEqualTo(202);
        String state = ended(id);
        assertThat(state).as(problems()).isEqualTo("applied");
        String kind = owner.sql("select subject || ' ' || kind from reorganization where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        applied.merge(kind, 1, Integer::sum);
        return true;
    }

    /** False when something depends on it. */
    boolean undo(UUID id) {
        Said said = decide("/api/reorganizations/" + id + "/undoing", null);
        if (said.status() == 409) {
            refused.merge("undo " + said.body().path("code").asString(), 1, Integer::sum);
            return false;
        }
        assertThat(said.status()).as(said.toString()).isEqualTo(202);
        assertThat(ended(id)).as(problems()).isEqualTo("undone");
        applied.merge("undo", 1, Integer::sum);
        return true;
    }

    private String ended(UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> owner.sql("""
                                select case when j.state in ('waiting', 'running') then 'busy' else r.state end
                                from reorganization r join job j on j.id = r.job_id where r.id = :id
                                """).param("id", id).query(String.class).single(),
                        state -> !state.equals("busy"));
    }

    private String problems() {
        return owner.sql(
                        "select coalesce(string_agg(problem || ' ' || coalesce(message, ''), '; '), '') from job where state = 'failed'")
                .query(String.class)
                .single();
    }

    /** Residents speak wherever there is somebody to hear them. */
    void somebodySpeaks(int times) {
        List<Node> homes = nodes().stream().filter(node -> node.level() >= 5).toList();
        for (int i = 0; i < times; i++) {
            RegionCode place = one(homes).code();
            Said said = send(
                    MockMvcRequestBuilders.post("/public/demands"),
                    Map.of("regionCode", place.toString(), "kind", "noise", "words", "调整以后又吵起来了", "anonymous", true));
            assertThat(said.status()).as(said.toString()).isEqualTo(201);
        }
    }

    private Said decide(String path, @org.jspecify.annotations.Nullable Map<String, Object> body) {
        return send(MockMvcRequestBuilders.post(path).requestAttr(Walking.WHO, administrator), body);
    }

    Said ask(String path, Actor actor) {
        return perform(MockMvcRequestBuilders.get(path).requestAttr(Walking.WHO, actor));
    }

    private Said send(
            MockHttpServletRequestBuilder request, @org.jspecify.annotations.Nullable Map<String, Object> body) {
        request.header("Idempotency-Key", "reorganized-" + keys++);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body));
        }
        return perform(request);
    }

    private Said perform(MockHttpServletRequestBuilder request) {
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            String text = response.getContentAsString(StandardCharsets.UTF_8);
            return new Said(response.getStatus(), text.isEmpty() ? JSON.nullNode() : JSON.readTree(text));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
