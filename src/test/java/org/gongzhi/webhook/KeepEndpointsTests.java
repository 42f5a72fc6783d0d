package org.gongzhi.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.sheet.SheetDesk;
import org.gongzhi.sheet.SheetDesk.Said;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A system of others listens on a port of this machine and hears what happens. */
@GongzhiTest
@Import(ActingAs.class)
@TestPropertySource(properties = {"gongzhi.webhook.private-addresses=true", "gongzhi.webhook.timeout=3s"})
class KeepEndpointsTests {

    private record Heard(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).getFirst();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    private final SheetDesk desk;
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final AtomicInteger answer = new AtomicInteger(204);
    private final HttpServer listener;

    KeepEndpointsTests(@Autowired ApplicationContext context) throws IOException {
        this.desk = new SheetDesk(context);
        this.listener = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listener.createContext("/", exchange -> {
            heard.add(new Heard(
                    Map.copyOf(exchange.getRequestHeaders()),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            byte[] said = "收到".repeat(1_000).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.get(), answer.get() == 204 ? -1 : said.length);
            if (answer.get() != 204) {
                exchange.getResponseBody().write(said);
            }
            exchange.close();
        });
        listener.start();
    }

    @BeforeEach
    void sits() {
        desk.sit(desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.CHAOYANG));
    }

    @AfterEach
    void stops() {
        desk.owner.sql("update webhook_endpoint set removed_at = now()").update();
        listener.stop(0);
    }

    private Map<String, Object> wanted() {
        return new HashMap<>(Map.of(
                "name",
                "区大数据局",
                "regionCode",
                RegionFixtures.JIANWAI.toString(),
                "url",
                "http://127.0.0.1:" + listener.getAddress().getPort() + "/in?x=1",
                "events",
                List.of("demand.raised"),
                "algorithm",
                "hmac-sha256"));
    }

    private static Map<String, Object> with(Map<String, Object> wanted, String name, Object value) {
        wanted.put(name, value);
        return wanted;
    }

    private Said connect(Map<String, Object> wanted) {
        return desk.send(post("/api/webhooks"), wanted);
    }

    private void raise(String region, String words) {
        Said said = desk.send(
                post("/public/demands"),
                Map.of(
                        "regionCode",
                        region,
                        "kind",
                        "heating",
                        "words",
                        words,
                        "anonymous",
                        false,
                        "name",
                        "刘淑珍",
                        "phone",
                        "13800005521"));
        assertThat(said.status()).as(said.body().toString()).isEqualTo(201);
    }

    private Heard next() throws InterruptedException {
        Heard one = heard.poll(30, TimeUnit.SECONDS);
        assertThat(one).isNotNull();
        return java.util.Objects.requireNonNull(one);
    }

    private long stopped() {
        return desk.ask(get("/api/webhooks/stopped")).body().path("count").asLong();
    }

    private JsonNode deliveries(String id) {
        return desk.ask(get("/api/webhooks/{id}/deliveries", id)).at("items");
    }

    @Test
    void whatHappensIsToldSignedAndNamesNobody() throws InterruptedException {
        for (String algorithm : List.of("hmac-sha256", "hmac-sm3")) {
            Said connected = connect(with(wanted(), "algorithm", algorithm));
            assertThat(connected.status()).as(connected.body().toString()).isEqualTo(200);
            raise(RegionFixtures.JIQINGLI.toString(), "别的街道的事");
            raise(RegionFixtures.YONGANLI_GRID_1.toString(), "12号楼501室刘淑珍家暖气不热");
            Heard told = next();
            assertThat(told.json().path("event").asString()).isEqualTo("demand.raised");
            assertThat(told.json().path("region").asString()).isEqualTo(RegionFixtures.YONGANLI.toString());
            assertThat(told.body())
                    .doesNotContain("刘")
                    .doesNotContain("501")
                    .doesNotContain("5521")
                    .doesNotContain("暖气");
            String signature = told.header("Gongzhi-signature");
            Instant at = Instant.ofEpochSecond(Long.parseLong(signature.replaceAll("t=(\\d+),.*", "$1")));
            assertThat(signature).isEqualTo(Signature.of(algorithm, connected.text("secret"), at, told.body()));
            assertThat(told.header("Gongzhi-algorithm")).isEqualTo(algorithm);
            assertThat(desk.owner
                            .sql(
                                    "select count(*) from webhook_endpoint where position(convert_to(:secret, 'UTF8') in secret) > 0")
                            .param("secret", connected.text("secret"))
                            .query(Long.class)
                            .single())
                    .isZero();
            desk.send(delete("/api/webhooks/{id}", connected.text("id")), Map.of());
        }
        assertThat(heard).as("nothing of the other street").isEmpty();
    }

    @Test
    void whatIsNotTakenComesAgainAndEveryAnswerIsInTheLog() throws InterruptedException {
        answer.set(500);
        String id = connect(wanted()).text("id");
        raise(RegionFixtures.YONGANLI.toString(), "楼道灯不亮");
        next();
        org.awaitility.Awaitility.await()
                .until(() -> deliveries(id).path(0).path("responseCode").asInt() == 500);
        JsonNode failed = deliveries(id).path(0);
        assertThat(failed.path("state").asString()).isEqualTo("waiting");
        assertThat(failed.path("problem").asString()).isEqualTo("answered");
        assertThat(failed.path("responseBody").asString()).startsWith("收到").hasSizeLessThanOrEqualTo(1024);
        assertThat(Instant.parse(failed.path("nextAt").asString()))
                .isAfter(Instant.parse(failed.path("lastAt").asString()).plusSeconds(5));
        answer.set(204);
        desk.owner
                .sql("update webhook_delivery set next_at = now() where endpoint_id = cast(:id as uuid)")
                .param("id", id)
                .update();
        next();
        org.awaitility.Awaitility.await()
                .until(() -> deliveries(id).path(0).path("state").asString().equals("delivered"));
        assertThat(deliveries(id).path(0).path("attempts").asInt()).isEqualTo(2);

        assertThat(desk.send(
                                post(
                                        "/api/webhooks/{id}/deliveries/{delivery}/again",
                                        id,
                                        failed.path("id").asString()),
                                Map.of())
                        .status())
                .isEqualTo(200);
        next();
        assertThat(desk.send(post("/api/webhooks/{id}/deliveries/{delivery}/again", id, UUID.randomUUID()), Map.of())
                        .code())
                .isEqualTo("webhook.delivery-unknown");
    }

    @Test
    void anEndpointThatFailsForLongIsPausedAndGoesOnWhenTheAdministratorSaysSo() throws InterruptedException {
        answer.set(503);
        String id = connect(wanted()).text("id");
        desk.owner
                .sql(
                        "update webhook_endpoint set failing_since = now() - interval '3 days' where id = cast(:id as uuid)")
                .param("id", id)
                .update();
        assertThat(stopped()).isZero();
        raise(RegionFixtures.YONGANLI.toString(), "楼道灯不亮");
        next();
        org.awaitility.Awaitility.await().until(() -> stopped() == 1);
        assertThat(desk.ask(get("/api/webhooks"))
                        .at("items")
                        .path(0)
                        .path("pausedAt")
                        .asString())
                .isNotEmpty();
        answer.set(204);
        desk.owner
                .sql(
                        "update webhook_delivery set next_at = now() where endpoint_id = cast(:id as uuid) and state = 'waiting'")
                .param("id", id)
                .update();
        assertThat(desk.send(put("/api/webhooks/{id}/pause", id), Map.of("paused", false))
                        .status())
                .isEqualTo(200);
        next();
        desk.send(put("/api/webhooks/{id}/pause", id), Map.of("paused", true));
        assertThat(stopped()).as("paused by hand").isZero();
        raise(RegionFixtures.YONGANLI.toString(), "又一件");
        org.awaitility.Awaitility.await().until(() -> deliveries(id).size() == 2);
        assertThat(heard.poll(1, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void whatNobodyAnswersIsGivenUpAtLast() {
        String id = connect(with(wanted(), "url", "http://127.0.0.1:1/")).text("id");
        raise(RegionFixtures.YONGANLI.toString(), "楼道灯不亮");
        org.awaitility.Awaitility.await()
                .until(() -> deliveries(id).path(0).path("attempts").asInt() == 1);
        desk.owner
                .sql("update webhook_delivery set next_at = now(), attempts = 8 where endpoint_id = cast(:id as uuid)")
                .param("id", id)
                .update();
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .until(() -> deliveries(id).path(0).path("state").asString().equals("given_up"));
        assertThat(deliveries(id).path(0).path("problem").asString()).isEqualTo("unreachable");
    }

    @Test
    void whatIsAskedForMustMakeSense() {
        assertThat(connect(with(wanted(), "name", "")).code()).isEqualTo("webhook.name-length");
        assertThat(connect(with(wanted(), "regionCode", RegionFixtures.XUHUI.toString()))
                        .code())
                .isEqualTo("webhook.region-unknown");
        assertThat(connect(with(wanted(), "regionCode", "x")).code()).isEqualTo("webhook.region-unknown");
        assertThat(connect(with(wanted(), "url", "ftp://example.org/")).code()).isEqualTo("webhook.url-invalid");
        assertThat(connect(with(wanted(), "url", "https://no-such-host.invalid/"))
                        .code())
                .isEqualTo("webhook.url-unresolved");
        assertThat(connect(with(wanted(), "events", List.of())).code()).isEqualTo("webhook.events-unknown");
        assertThat(connect(with(wanted(), "events", List.of("moon"))).code()).isEqualTo("webhook.events-unknown");
        assertThat(connect(with(wanted(), "algorithm", "md5")).code()).isEqualTo("webhook.algorithm-unknown");
    }

    @Test
    void onlyAdministratorsOfThePlaceKeepItsWebhooks() {
        String id = connect(wanted()).text("id");
        desk.sit(desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.XUHUI));
        assertThat(desk.ask(get("/api/webhooks")).body().toString()).doesNotContain(id);
        assertThat(desk.ask(get("/api/webhooks/{id}/deliveries", id)).code()).isEqualTo("webhook.unknown");
        assertThat(desk.send(delete("/api/webhooks/{id}", id), Map.of()).code()).isEqualTo("webhook.unknown");
        desk.sit(desk.hire(DutyKind.SECURITY_ADMINISTRATOR, RegionFixtures.CHAOYANG));
        assertThat(desk.ask(get("/api/webhooks")).body().toString()).contains(id);
        assertThat(connect(wanted()).code()).isEqualTo("webhook.not-yours");
        assertThat(desk.send(delete("/api/webhooks/{id}", id), Map.of()).code()).isEqualTo("webhook.not-yours");
        desk.sit(desk.hire(DutyKind.DISTRICT_LEADER, RegionFixtures.CHAOYANG));
        assertThat(desk.ask(get("/api/webhooks")).code()).isEqualTo("webhook.not-yours");
        assertThat(desk.ask(get("/api/webhooks/{id}/deliveries", id)).code()).isEqualTo("webhook.not-yours");
    }
}
