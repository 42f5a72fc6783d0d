package org.gongzhi.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Time;
import org.gongzhi.sheet.SheetDesk;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of GeoReport written elsewhere, years ago and for other cities, finds its way here: npm's open311, pinned in {@code web/package.json}. */
@GongzhiTest
@Import(ActingAs.class)
class ForeignClientTests {

    private final SheetDesk desk;
    private final int port;

    ForeignClientTests(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.desk = new SheetDesk(context);
        this.port = port;
    }

    @Test
    void aClientWrittenElsewhereDiscoversListsReportsAndReads() throws Exception {
        desk.sit(desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.CHAOYANG));
        String key = desk.send(
                        MockMvcRequestBuilders.post("/api/machine-tokens"),
                        Map.of(
                                "name", "别的城市的客户端",
                                "regionCode", RegionFixtures.CHAOYANG.toString(),
                                "verbs", List.of("open311"),
                                "expiresOn",
                                        LocalDate.now(Time.ZONE).plusDays(3).toString()))
                .text("token");
        String kind = desk.send(
                        MockMvcRequestBuilders.post("/api/rules/kind"),
                        rule(
                                "",
                                Map.of(
                                        "kind",
                                        Map.of(
                                                "name",
                                                "客户端测试" + key.substring(0, 6),
                                                "class",
                                                "ordinary",
                                                "position",
                                                99,
                                                "isPublic",
                                                false,
                                                "isActive",
                                                true))))
                .text("key");
        desk.send(
                MockMvcRequestBuilders.post("/api/rules/question"),
                rule(
                        kind,
                        Map.of(
                                "questions",
                                Map.of(
                                        "asked",
                                        List.of(
                                                Map.of(
                                                        "code",
                                                        "floor",
                                                        "text",
                                                        "几楼",
                                                        "type",
                                                        "number",
                                                        "isRequired",
                                                        true),
                                                Map.of(
                                                        "code",
                                                        "rooms",
                                                        "text",
                                                        "哪些房间",
                                                        "type",
                                                        "many",
                                                        "isRequired",
                                                        true,
                                                        "options",
                                                        List.of(Map.of("text", "客厅"), Map.of("text", "卧室"))))))));
        JsonNode told = walk(key, kind);
        assertThat(told.path("endpoint").asString()).isEqualTo("http://127.0.0.1:" + port + "/open311/v2/");
        assertThat(told.path("services").findValuesAsString("service_code")).contains("heating");
        assertThat(told.path("definition").path("service_code").asString()).isEqualTo(kind);
        assertThat(told.path("definition").path("attributes").findValuesAsString("code"))
                .containsExactly("floor", "rooms");
        assertThat(told.path("requests").isArray()).isTrue();
        assertThat(desk.owner
                        .sql(
                                "select words || (answers #>> '{0,values,0}') || (answers #>> '{1,values,1}') from demand where id = cast(:id as uuid)")
                        .param(
                                "id",
                                told.path("made").path("service_request_id").asString())
                        .query(String.class)
                        .single())
                .isEqualTo("暖气不热3卧室");
    }

    private static Map<String, Object> rule(String key, Map<String, Object> terms) {
        return Map.of(
                "key",
                key,
                "regionCode",
                RegionFixtures.CHAOYANG.toString(),
                "from",
                LocalDate.now(Time.ZONE).toString(),
                "terms",
                terms,
                "source",
                "区办法",
                "why",
                "试行");
    }

    private JsonNode walk(String key, String service) throws IOException, InterruptedException {
        var node = new ProcessBuilder(
                "node",
                "src/test/resources/open311/walk.cjs",
                "http://127.0.0.1:" + port + "/open311/discovery.json",
                key,
                RegionFixtures.YONGANLI.toString(),
                service);
        node.environment()
                .put(
                        "NODE_PATH",
                        Path.of("web", "node_modules").toAbsolutePath().toString());
        Process running = node.redirectErrorStream(true).start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(running.exitValue())
                .as("npm ci in web/ installs the client: %s", said)
                .isZero();
        return JsonMapper.shared().readTree(said.substring(said.lastIndexOf("\n{") + 1));
    }
}
