package org.gongzhi.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Time;
import org.gongzhi.sheet.SheetDesk;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the machine says of itself, it says to machines alone, and without a word about anybody. */
@GongzhiTest
@Import(ActingAs.class)
class MetricsTests {

    private static final String DOOR = "/actuator/prometheus";
    private static final String NAME = "欧阳若兰";
    private static final String PHONE = "13655528814";
    private static final String ADDRESS = "203.0.113.91";

    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern TELLING = Pattern.compile(
            "\\d{5}|[0-9a-f]{8}-[0-9a-f]{4}|\\p{IsHan}|\\d+\\.\\d+\\.\\d+\\.\\d+|@|gz_|\\?", Pattern.CASE_INSENSITIVE);

    /** Each has values that were written down beforehand, by us or by those whose libraries we use. */
    private static final Set<String> LABELS = Set.of(
            "action",
            "application",
            "area",
            "cause",
            "compiler",
            "error",
            "exception",
            "gc",
            "id",
            "le",
            "level",
            "main_application_class",
            "method",
            "name",
            "outcome",
            "pool",
            "result",
            "state",
            "status",
            "task",
            "type",
            "uri",
            "version",
            "vendor",
            "runtime");

    private final SheetDesk desk;
    private final ActingAs acting;
    private final List<RequestMappingHandlerMapping> mappings;

    @AutoClose
    private final Browser machine;

    MetricsTests(
            @Autowired ApplicationContext context,
            @Autowired ActingAs acting,
            @Autowired List<RequestMappingHandlerMapping> mappings,
            @LocalServerPort int port) {
        this.desk = new SheetDesk(context);
        this.acting = acting;
        this.mappings = mappings;
        this.machine = new Browser(port, "127.0.0.1");
    }

    private String token(String verb) {
        desk.sit(desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.CHAOYANG));
        String token = desk.send(
                        post("/api/machine-tokens"),
                        Map.of(
                                "name",
                                "区大数据局 · 监控",
                                "regionCode",
                                RegionFixtures.CHAOYANG.toString(),
                                "verbs",
                                List.of(verb),
                                "expiresOn",
                                LocalDate.now(Time.ZONE).plusDays(1).toString()))
                .text("token");
        assertThat(token).startsWith("gz_");
        return token;
    }

    private Browser.Answer scrape(String token) {
        return machine.get(DOOR, "Authorization", "Bearer " + token);
    }

    @Test
    void onlyATokenThatMayWatchTheMachineHearsTheFigures() {
        desk.sit(desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.CHAOYANG));
        assertThat(machine.get(DOOR).status()).as("signed in, without a token").isEqualTo(401);
        acting.is(null);
        assertThat(machine.get(DOOR).status()).isEqualTo(401);
        assertThat(scrape("gz_nonsense").status()).isEqualTo(401);
        assertThat(scrape(token("read")).code()).isEqualTo("token.verb-not-allowed");

        String watching = token("metrics");
        Browser.Answer figures = scrape(watching);
        assertThat(figures.status()).isEqualTo(200);
        assertThat(figures.header("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(machine.get("/api/demands", "Authorization", "Bearer " + watching)
                        .code())
                .isEqualTo("token.verb-not-allowed");
        assertThat(machine.get("/actuator/env", "Authorization", "Bearer " + watching)
                        .status())
                .isIn(401, 403);
    }

    @Test
    void theFiguresTellTimesPoolMachineAndWhatWaits() {
        String watching = token("metrics");
        machine.get("/api/demands", "Authorization", "Bearer " + token("read"));
        String text = scrape(watching).response().body();
        for (String name : List.of(
                "http_server_requests_seconds_bucket{",
                "hikaricp_connections_active{",
                "jvm_memory_used_bytes{",
                "gongzhi_audit_unsealed ",
                "gongzhi_audit_unsealed_age_seconds ",
                "gongzhi_figures_waiting ",
                "gongzhi_figures_delay_seconds ",
                "gongzhi_jobs_waiting ",
                "gongzhi_jobs_waiting_age_seconds ",
                "gongzhi_jobs_failed ",
                "gongzhi_tasks_failing ",
                "gongzhi_todos_escalation_lag_seconds ",
                "gongzhi_webhooks_waiting ",
                "gongzhi_webhooks_waiting_age_seconds ",
                "gongzhi_webhooks_given_up ",
                "gongzhi_backup_age_seconds ")) {
            assertThat(text).contains("\n" + name);
        }
        assertThat(text).contains("uri=\"/api/demands\"");
    }

    @Test
    void noLabelAndNoLineOfTheLogHoldsAnIdACodeANameOrAnAddress() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
        log.start();
        root.addAppender(log);
        String text;
        try {
            walkAbout();
            text = scrape(token("metrics")).response().body();
        } finally {
            root.detachAppender(log);
        }
        Set<String> patterns = mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(door -> door.getPatternValues().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        patterns.addAll(List.of(
                "UNKNOWN", "NOT_FOUND", "REDIRECTION", "root", "/**", "/actuator/prometheus", "/actuator/health"));
        Map<String, Set<String>> labels = new TreeMap<>();
        text.lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> LABEL.matcher(line)
                        .results()
                        .forEach(found -> labels.computeIfAbsent(found.group(1), _ -> new TreeSet<>())
                                .add(found.group(2))));
        assertThat(labels).containsKeys("uri", "status", "pool");
        assertThat(LABELS).as("labels that were thought about").containsAll(labels.keySet());
        assertThat(patterns).as("addresses without their pattern").containsAll(labels.get("uri"));
        labels.forEach((label, values) -> assertThat(values)
                .as(label)
                .allSatisfy(value -> assertThat(
                                label.equals("le") || !TELLING.matcher(value).find())
                        .as(value)
                        .isTrue()));
        for (String trace : List.of(NAME, PHONE, ADDRESS, "永安里", "MADEUP")) {
            assertThat(text).doesNotContain(trace);
            assertThat(log.list.stream().map(ILoggingEvent::getFormattedMessage))
                    .noneMatch(line -> line.contains(trace));
        }
    }

    /** With names, numbers and codes wherever something can be said: in addresses, queries, headers, forms, and where nothing is. */
    private void walkAbout() {
        machine.get("/api/session");
        String[] registering = with("register");
        Browser.Answer raised = machine.post(
                "/api/demands", """
                {"regionCode": "%s", "kind": "heating", "channel": "online", "words": "我叫%s，电话%s", "anonymous": false,
                 "name": "%s", "phone": "%s"}""".formatted(RegionFixtures.YONGANLI_GRID_1, NAME, PHONE, NAME, PHONE), registering);
        assertThat(raised.status()).as(raised.body().toString()).isEqualTo(201);
        machine.post("/api/demands", "{\"nonsense\":\"" + NAME + PHONE + "\"}", registering);
        String[] reading = with("read");
        assertThat(machine.get("/api/demands/" + raised.body().path("id").asString(), reading)
                        .status())
                .isEqualTo(200);
        machine.get("/api/demands/" + UUID.randomUUID(), reading);
        machine.get("/api/demands?q=" + PHONE, reading);
        machine.get("/api/cockpit?region=" + RegionFixtures.YONGANLI, reading);
        machine.get("/api/accounts/" + UUID.randomUUID());
        machine.get("/api/nothing/" + PHONE);
        machine.get("/public/regions/" + RegionFixtures.YONGANLI);
        machine.get("/public/nothing/" + PHONE + "/MADEUP");
        machine.get("/portal/MADEUP?code=2345678923");
        machine.get("/MADEUP/" + PHONE);
        machine.get("/open311/v2/requests/MADEUP-2611-" + PHONE + ".json");
        machine.post("/api/session", "{\"login\":\"MADEUP" + PHONE + "\",\"password\":\"" + NAME + "\"}");
    }

    private String[] with(String verb) {
        return new String[] {
            "Authorization",
            "Bearer " + token(verb),
            "Idempotency-Key",
            UUID.randomUUID().toString(),
            "X-Forwarded-For",
            ADDRESS
        };
    }
}
