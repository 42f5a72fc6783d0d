package org.gongzhi.scope;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.MovableClock;
import org.gongzhi.support.Pictures;
import org.gongzhi.support.RandomTree;
import org.gongzhi.support.RandomTree.Place;
import org.gongzhi.support.Walking;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Four months of a random territory: residents speak, staff do whatever their case page offers them, clocks run out. Every step goes through the door that people
 * use, so that lists and figures are tested on what the product itself has written. The same seed gives the same months.
 */
final class LivedWorld {

    static final Instant BEGINNING = Instant.parse("2026-07-28T01:00:00Z");
    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    /** Said in words: read by those who may open the case. */
    static final String NAME = "欧阳淑珍";

    static final String PHONE = "13800005521";

    /** Left as a contact: read by nobody without a purpose. */
    static final String CONTACT_NAME = "司马文惠";

    static final String CONTACT_PHONE = "13911118842";

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> KINDS =
            List.of("heating", "water", "noise", "rubbish", "lift", "policy", "street_parking", "neighbours");
    private static final List<String> SAID = List.of(
            "12号楼3单元501室暖气不热，我叫" + NAME,
            "暖气片漏水，楼道都湿了",
            "楼道堆物没人管",
            "半夜施工噪声，请给" + PHONE + "回电",
            "电梯又坏了，老人下不了楼",
            "垃圾没有清运😀",
            "𠮷野家门口油烟大，㛃",
            "停水三天 WiFi 也断了",
            "<script>alert(1)</script> 井盖响");

    private static final Map<String, List<String>> REASONS = Map.of(
            "return", List.of("wrong_place", "wrong_department"),
            "decline", List.of("in_court", "police_matter"),
            "pass_up", List.of("beyond_power", "several_lines"),
            "suspend", List.of("season", "budget"),
            "ask_extension", List.of("parts", "weather"),
            "urge", List.of("due_soon", "danger"));

    private static final Map<String, String> DOORS = Map.ofEntries(
            Map.entry("accept", "acceptance"),
            Map.entry("return", "return"),
            Map.entry("decline", "decline"),
            Map.entry("assign", "assignment"),
            Map.entry("take_up", "take-up"),
            Map.entry("note_progress", "progress"),
            Map.entry("pass_up", "pass-up"),
            Map.entry("send_down", "send-down"),
            Map.entry("receive_transfer", "receipt"),
            Map.entry("return_transfer", "transfer-return"),
            Map.entry("suspend", "suspension"),
            Map.entry("resume", "resumption"),
            Map.entry("ask_extension", "extension"),
            Map.entry("decide_extension", "extension-decision"),
            Map.entry("merge", "merge"),
            Map.entry("unmerge", "unmerge"),
            Map.entry("call_out", "callouts"),
            Map.entry("supervise", "supervision"),
            Map.entry("urge", "urge"),
            Map.entry("ask_verification", "verification-request"),
            Map.entry("verify", "verification"),
            Map.entry("close", "closing"),
            Map.entry("call_back", "call-back"),
            Map.entry("reopen", "reopening"));

    private static final Map<String, String> CALL_DOORS = Map.of(
            "arrive", "arrival",
            "refuse", "refusal",
            "rule", "ruling",
            "note", "progress",
            "finish", "result",
            "withdraw", "withdrawal",
            "grade", "grade",
            "answer", "answer",
            "supervise", "supervision");

    /** What usually comes next; the rest happens too, but less. */
    private static final List<String> ONWARD = List.of(
            "accept",
            "assign",
            "take_up",
            "receive_transfer",
            "decide_extension",
            "ask_verification",
            "verify",
            "close",
            "call_back");

    record Said(int status, JsonNode body) {}

    final RandomTree tree;
    final Staff staff;
    final Map<String, Integer> refusals = new TreeMap<>();
    final Map<String, Integer> doneVerbs = new TreeMap<>();

    private final Random random;
    private final MockMvc mvc;
    private final JdbcClient owner;
    private final MovableClock clock;
    private final Map<String, RecurringTask<?>> tasks;
    private final List<Place> busy;
    private final List<UUID> demands = new ArrayList<>();
    private final Map<UUID, String> codes = new HashMap<>();
    private final Set<UUID> ended = new HashSet<>();
    private int keys;

    LivedWorld(
            Random random,
            RandomTree tree,
            Staff staff,
            MockMvc mvc,
            JdbcClient owner,
            MovableClock clock,
            Map<String, RecurringTask<?>> tasks) {
        this.random = random;
        this.tree = tree;
        this.staff = staff;
        this.mvc = mvc;
        this.owner = owner;
        this.clock = clock;
        this.tasks = tasks;
        List<Place> homes =
                tree.places().stream().filter(place -> place.level() >= 5).toList();
        // A few places where much happens, and as many beside them.
        this.busy = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            busy.add(one(homes));
        }
    }

    void live(int events) {
        Duration step = Duration.between(BEGINNING, NOW).dividedBy(events);
        for (int i = 0; i < events; i++) {
            clock.set(BEGINNING.plus(step.multipliedBy(i)).plusSeconds(random.nextInt(3600)));
            if (demands.size() < 8 || random.nextInt(6) == 0) {
                speak();
            } else if (random.nextInt(12) == 0) {
                answer(one(demands));
            } else if (random.nextInt(6) == 0) {
                answerACall();
            } else {
                work(pending());
            }
            if (i % 25 == 24) {
                timePasses();
            }
        }
        keepViews();
        clock.set(NOW);
        timePasses();
    }

    /** The follow-up code of some case that is like this. */
    String codeOf(Predicate<UUID> wanted) {
        return codes.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    /** What runs by itself runs now, until nothing is left of it. */
    void timePasses() {
        turn("markLateDemands");
        turn("todoEscalate");
        turn("fileSilentDemands");
        turn("foldTask");
    }

    void turn(String task) {
        RecurringTask<?> known = tasks.get(task);
        if (known == null) {
            throw new IllegalStateException("no task " + task + " among " + tasks.keySet());
        }
        run(known);
    }

    private static <T> void run(RecurringTask<T> task) {
        task.executeRecurringly(task.instance("by hand"), null);
    }

    // ── residents ──

    private void speak() {
        Place place = random.nextInt(4) == 0 ? one(homes()) : one(busy);
        String words = one(SAID) + "（" + demands.size() + "）";
        Map<String, Object> body = new HashMap<>();
        body.put("regionCode", place.code().toString());
        body.put("kind", one(KINDS));
        body.put("words", words);
        boolean isAnonymous = random.nextInt(3) == 0;
        body.put("anonymous", isAnonymous);
        if (random.nextBoolean()) {
            body.put("place", "12号楼" + (100 + random.nextInt(9)) + "室");
        }
        if (!isAnonymous) {
            body.put("name", CONTACT_NAME);
            body.put("phone", CONTACT_PHONE);
        }
        Held clerk = registrar(place);
        if (clerk != null && random.nextInt(4) == 0) {
            body.put("channel", one(List.of("phone", "walk_visit", "hotline", "visit_in")));
            Said said = send("/api/demands", body, clerk, null);
            if (said.status() == 201) {
                demands.add(UUID.fromString(said.body().path("id").asString()));
            }
            return;
        }
        if (random.nextInt(3) == 0) {
            body.put("fileIds", List.of(upload("/public/files?region=" + place.code(), null)));
        }
        Said said = send("/public/demands", body, null, null);
        if (said.status() != 201) {
            throw new AssertionError("a resident was not heard: " + said);
        }
        UUID id = owner.sql("select id from demand where words = :words")
                .param("words", words)
                .query(UUID.class)
                .single();
        demands.add(id);
        codes.put(id, said.body().path("code").asString());
    }

    private @Nullable Held registrar(Place place) {
        List<Held> near = staff.duties.stream()
                .filter(held -> held.worksAtNode() && held.kinds() == null && held.covers(place.code()))
                .toList();
        return near.isEmpty() ? null : one(near);
    }

    /** The person concerned adds something or judges; somebody else joins. */
    private void answer(UUID id) {
        String code = codes.get(id);
        if (random.nextInt(3) == 0 || code == null) {
            send("/public/demands/" + id + "/joiners", Map.of("words", "我家也一样", "phone", CONTACT_PHONE), null, null);
        } else if (random.nextInt(3) == 0) {
            send("/public/cases/words", Map.of("words", "今天更严重了"), null, code);
        } else {
            send("/public/cases/judgement", judgement(), null, code);
        }
    }

    private Map<String, Object> judgement() {
        boolean isSolved = random.nextInt(3) > 0;
        return Map.of(
                "solved",
                isSolved,
                "contacted",
                random.nextInt(4) > 0,
                "satisfaction",
                isSolved ? one(List.of("satisfied", "satisfied", "basically")) : "unsatisfied");
    }

    // ── staff ──

    /** Rather one of the latest, and rather one that is not over. */
    private UUID pending() {
        UUID id = one(demands);
        for (int i = 0; i < 6 && ended.contains(id); i++) {
            id = demands.get(demands.size() - 1 - random.nextInt(Math.min(demands.size(), 40)));
        }
        return id;
    }

    private void work(UUID id) {
        for (int attempt = 0; attempt < 5; attempt++) {
            Truth.Demand demand = Truth.one(owner, id);
            Held held = somebodyFor(demand);
            if (held == null) {
                return;
            }
            Said page = ask("/api/demands/" + id, held);
            if (page.status() != 200) {
                throw new AssertionError(held + " cannot open a case of theirs: " + page);
            }
            List<String> may = new ArrayList<>();
            for (JsonNode verb : page.body().path("may")) {
                if (verb.path("allowed").asBoolean()) {
                    may.add(verb.path("verb").asString());
                }
            }
            if (random.nextInt(9) == 0) {
                send("/api/demands/" + id + "/contact-look", Map.of("purpose", "verification"), held, null);
            }
            if (!may.isEmpty() && act(demand, page.body(), held, verb(may))) {
                return;
            }
        }
    }

    /** What never happened yet happens first, so that no months pass without it. */
    private String verb(List<String> may) {
        List<String> untried =
                may.stream().filter(verb -> !doneVerbs.containsKey(verb)).toList();
        if (!untried.isEmpty()) {
            return one(untried);
        }
        if (may.contains("call_out") && random.nextInt(2) == 0) {
            return "call_out";
        }
        List<String> onward = ONWARD.stream().filter(may::contains).toList();
        return !onward.isEmpty() && random.nextInt(5) > 0 ? one(onward) : one(may);
    }

    private @Nullable Held somebodyFor(Truth.Demand demand) {
        List<Held> seeing = staff.duties.stream()
                .filter(held -> held.works() && held.sees(demand))
                .toList();
        List<RegionCode> asked = owner.sql(
                        "select to_node from demand_transfer where demand_id = :id and ended_at is null")
                .param("id", demand.id())
                .query((row, _) -> new RegionCode(row.getLong("to_node")))
                .list();
        if (!asked.isEmpty() && random.nextBoolean()) {
            List<Held> receivers = seeing.stream()
                    .filter(held ->
                            held.worksAtNode() && asked.contains(held.node().code()))
                    .toList();
            if (!receivers.isEmpty()) {
                return one(receivers);
            }
        }
        List<Held> closest = seeing.stream()
                .filter(held -> demand.department() != null
                        ? demand.department().equals(held.department())
                        : demand.handler() != null
                                ? demand.handler().equals(held.account())
                                : held.node().code().equals(demand.node()))
                .toList();
        List<Held> responsible = seeing.stream()
                .filter(held -> held.worksAtNode() && held.node().code().equals(demand.node()))
                .toList();
        List<Held> from = random.nextInt(3) > 0 && !closest.isEmpty()
                ? closest
                : random.nextInt(3) > 0 && !responsible.isEmpty() ? responsible : seeing;
        return from.isEmpty() ? null : one(from);
    }

    private boolean act(Truth.Demand demand, JsonNode page, Held held, String verb) {
        Map<String, Object> body = body(verb, demand, page, held);
        if (body == null) {
            return false;
        }
        MockHttpServletRequestBuilder request = posting(
                        "/api/demands/" + demand.id() + "/" + DOORS.get(verb), body, held)
                .header("If-Match", "\"" + page.path("demand").path("version").asInt() + "\"");
        Said said = perform(request);
        if (said.status() >= 500) {
            throw new AssertionError(verb + " by " + held + ": " + said);
        }
        if (said.status() >= 300) {
            refusals.merge(verb + " " + said.body().path("code").asString(), 1, Integer::sum);
            return false;
        }
        doneVerbs.merge(verb, 1, Integer::sum);
        if (List.of("settled", "declined", "merged")
                .contains(said.body().path("status").asString())) {
            ended.add(demand.id());
        } else {
            ended.remove(demand.id());
        }
        return true;
    }

    private @Nullable Map<String, Object> body(String verb, Truth.Demand demand, JsonNode page, Held held) {
        Map<String, Object> body = new HashMap<>();
        body.put("words", "已联系，正在处理，见" + NAME);
        List<String> reasons = REASONS.get(verb);
        if (reasons != null) {
            body.put("reason", one(reasons));
        }
        switch (verb) {
            case "accept" -> {
                body.remove("words");
                body.put("publish", random.nextBoolean());
            }
            case "assign" -> {
                return assignee(demand, held, body);
            }
            case "note_progress" -> {
                body.put("publicWords", "师傅已经上门");
                if (random.nextInt(2) == 0) {
                    body.put("fileIds", List.of(upload("/api/files?region=" + demand.region(), held)));
                }
            }
            case "ask_verification", "close" -> body.put("publicWords", "阀门已经更换");
            case "send_down" -> {
                Place below = below(demand);
                if (below == null) {
                    return null;
                }
                body.put("nodeCode", below.code().toString());
            }
            case "suspend" ->
                body.put(
                        "reviewOn",
                        LocalDate.ofInstant(clock.instant(), Time.ZONE)
                                .plusDays(1 + random.nextInt(60))
                                .toString());
            case "ask_extension" -> {
                Instant later = demand.dueAt().isAfter(clock.instant()) ? demand.dueAt() : clock.instant();
                body.put("dueAt", later.plus(Duration.ofDays(2)).toString());
            }
            case "decide_extension" -> body.put("grant", random.nextInt(3) > 0);
            case "verify" -> {
                boolean isPassed = random.nextInt(4) > 0;
                body.put("passed", isPassed);
                // The first is closed in a step of its own, so that no months pass without one.
                if (isPassed && random.nextBoolean() && doneVerbs.containsKey("close")) {
                    body.put("close", true);
                    body.put("publicWords", "阀门已经更换");
                }
            }
            case "merge" -> {
                JsonNode alike = page.path("similar");
                if (alike.isEmpty()) {
                    return null;
                }
                body.clear();
                body.put(
                        "intoId",
                        alike.path(random.nextInt(alike.size())).path("id").asString());
            }
            case "call_back" -> {
                boolean isValid = random.nextInt(5) > 0;
                body.put("valid", isValid);
                if (isValid) {
                    body.putAll(judgement());
                }
            }
            case "call_out" -> {
                return called(demand, held, body);
            }
            case "take_up", "receive_transfer", "resume" -> body.clear();
            default -> {}
        }
        return body;
    }

    private @Nullable Map<String, Object> assignee(Truth.Demand demand, Held held, Map<String, Object> body) {
        JsonNode offered =
                ask("/api/demands/" + demand.id() + "/assignees", held).body();
        JsonNode departments = offered.path("departments");
        JsonNode colleagues = offered.path("colleagues");
        if (!departments.isEmpty() && (random.nextBoolean() || colleagues.isEmpty())) {
            body.put(
                    "departmentId",
                    departments
                            .path(random.nextInt(departments.size()))
                            .path("id")
                            .asString());
            return body;
        }
        if (colleagues.isEmpty()) {
            return null;
        }
        body.put(
                "accountId",
                colleagues
                        .path(random.nextInt(colleagues.size()))
                        .path("accountId")
                        .asString());
        return body;
    }

    private @Nullable Map<String, Object> called(Truth.Demand demand, Held held, Map<String, Object> body) {
        JsonNode offered =
                ask("/api/demands/" + demand.id() + "/callable", held).body().path("items");
        if (offered.isEmpty()) {
            return null;
        }
        List<Map<String, Object>> bodies = new ArrayList<>();
        bodies.add(Map.of(
                "departmentId",
                offered.path(random.nextInt(offered.size())).path("id").asString(),
                "lead",
                true));
        if (random.nextInt(3) == 0) {
            bodies.add(Map.of("name", "物业公司", "lead", false, "words", "请派人到场"));
        }
        body.put("reason", one(List.of("call_beyond_street", "call_enforcement", "call_emergency")));
        body.put("bodies", bodies);
        return body;
    }

    /** One of the called, or whoever called it, does something about it. */
    private void answerACall() {
        List<UUID> open = owner.sql("select id from callout where grade is null order by id")
                .query((row, _) -> row.getObject("id", UUID.class))
                .list();
        if (open.isEmpty()) {
            return;
        }
        UUID id = one(open);
        UUID demand = owner.sql("select demand_id from callout where id = :id")
                .param("id", id)
                .query(UUID.class)
                .single();
        Truth.Demand of = Truth.one(owner, demand);
        List<Held> near = staff.duties.stream()
                .filter(held -> held.works() && held.sees(of))
                .filter(held -> held.department() != null || held.node().level() == 4)
                .toList();
        if (near.isEmpty()) {
            return;
        }
        Held held = one(near);
        Said page = ask("/api/callouts/" + id, held);
        if (page.status() != 200) {
            throw new AssertionError(held + " cannot open a call of a case of theirs: " + page);
        }
        List<String> may = new ArrayList<>();
        for (JsonNode verb : page.body().path("may")) {
            if (verb.path("allowed").asBoolean()) {
                may.add(verb.path("verb").asString());
            }
        }
        List<String> onward = List.of("arrive", "finish", "grade", "rule").stream()
                .filter(may::contains)
                .toList();
        if (may.isEmpty()) {
            return;
        }
        String verb = !onward.isEmpty() && random.nextInt(4) > 0 ? one(onward) : one(may);
        Map<String, Object> body = new HashMap<>(Map.of("words", "已到现场，见" + NAME));
        switch (verb) {
            case "refuse" -> body.put("reason", one(List.of("call_not_ours", "call_other_body")));
            case "rule" -> body.put("stands", random.nextBoolean());
            case "grade" -> body.put("grade", one(List.of("in_place", "mostly", "not_in_place")));
            case "note" -> {
                if (random.nextInt(2) == 0) {
                    body.put("fileIds", List.of(upload("/api/files?region=" + of.region(), held)));
                }
            }
            default -> {}
        }
        Said said = perform(posting("/api/callouts/" + id + "/" + CALL_DOORS.get(verb), body, held)
                .header("If-Match", "\"" + page.body().path("version").asInt() + "\""));
        if (said.status() != 200) {
            throw new AssertionError(verb + " by " + held + " was offered and refused: " + said);
        }
        doneVerbs.merge("called." + verb, 1, Integer::sum);
    }

    private @Nullable Place below(Truth.Demand demand) {
        return tree.places().stream()
                .filter(place ->
                        demand.node().equals(place.parent()) && place.level() <= 5 && place.holds(demand.region()))
                .findFirst()
                .orElse(null);
    }

    private void keepViews() {
        for (Held held : staff.duties) {
            if (held.works() && random.nextInt(5) == 0) {
                send(
                        "/api/demand-views",
                        Map.of("name", "视图" + keys, "filter", Map.of("view", "open", "kind", one(KINDS))),
                        held,
                        null);
            }
        }
    }

    // ── doors ──

    private String upload(String path, @Nullable Held held) {
        byte[] picture = Pictures.png(8 + random.nextInt(20), 8 + random.nextInt(20));
        var request = MockMvcRequestBuilders.multipart(path)
                .file(new MockMultipartFile("file", "照片.png", "image/png", picture));
        request.header("Idempotency-Key", key());
        Said said = perform(held == null ? request : request.requestAttr(Walking.WHO, held.actor()));
        if (said.status() != 201) {
            throw new AssertionError("a picture was not taken: " + said);
        }
        return said.body().path("id").asString();
    }

    private Said ask(String path, Held held) {
        return perform(as(MockMvcRequestBuilders.get(path), held));
    }

    private Said send(String path, Map<String, Object> body, @Nullable Held held, @Nullable String code) {
        MockHttpServletRequestBuilder request = posting(path, body, held);
        return perform(code == null ? request : request.header("X-Case-Code", code));
    }

    private MockHttpServletRequestBuilder posting(String path, Map<String, Object> body, @Nullable Held held) {
        return as(
                MockMvcRequestBuilders.post(path)
                        .header("Idempotency-Key", key())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsString(body)),
                held);
    }

    private static MockHttpServletRequestBuilder as(MockHttpServletRequestBuilder request, @Nullable Held held) {
        return held == null ? request : request.requestAttr(Walking.WHO, held.actor());
    }

    private Said perform(RequestBuilder request) {
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            String text = response.getContentAsString(StandardCharsets.UTF_8);
            return new Said(response.getStatus(), text.isEmpty() ? JSON.nullNode() : JSON.readTree(text));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String key() {
        return "lived-world-" + keys++;
    }

    private List<Place> homes() {
        return tree.places().stream().filter(place -> place.level() >= 5).toList();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
