package org.gongzhi.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Time;
import org.gongzhi.sheet.SheetDesk;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.Fuzz;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** GeoReport v2, rule by rule, over real HTTP. Section names are those of wiki.open311.org/GeoReport_v2. */
@GongzhiTest
@Import(ActingAs.class)
@TestPropertySource(properties = "gongzhi.rate-limits.factor=1000")
class GeoReportTests {

    private static final String CHAOYANG = "110105";

    private final SheetDesk desk;
    private final String site;
    private String key = "";

    GeoReportTests(@Autowired ApplicationContext context, @LocalServerPort int port) {
        this.desk = new SheetDesk(context);
        this.site = "http://127.0.0.1:" + port + "/open311/v2";
    }

    @BeforeEach
    void aKey() {
        desk.sit(desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.CHAOYANG));
        key = desk.send(
                        MockMvcRequestBuilders.post("/api/machine-tokens"),
                        Map.of(
                                "name", "城市客户端",
                                "regionCode", RegionFixtures.CHAOYANG.toString(),
                                "verbs", List.of("open311"),
                                "expiresOn",
                                        LocalDate.now(Time.ZONE).plusDays(3).toString()))
                .text("token");
    }

    private record Told(int status, String type, String text) {
        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }

        Document xml() {
            try {
                assertThat(text).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
                return DocumentBuilderFactory.newDefaultInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            } catch (Exception notWellFormed) {
                throw new AssertionError(text, notWellFormed);
            }
        }
    }

    private Told send(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> response =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Told(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.body());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Told get(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(site + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    private Told post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(site + path))
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private Map<String, String> form(String... more) {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "api_key",
                key,
                "jurisdiction_id",
                CHAOYANG,
                "service_code",
                "heating",
                "address_id",
                RegionFixtures.YONGANLI.toString(),
                "description",
                "暖气不热"));
        for (int i = 0; i < more.length; i += 2) {
            if (more[i + 1].isEmpty()) {
                form.remove(more[i]);
            } else {
                form.put(more[i], more[i + 1]);
            }
        }
        return form;
    }

    private static List<String> childNames(Node parent) {
        List<String> names = new ArrayList<>();
        NodeList children = parent.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element element) {
                names.add(element.getTagName());
            }
        }
        return names;
    }

    private static void isError(Told told, int code) {
        assertThat(told.status()).as(told.text()).isEqualTo(code);
        assertThat(told.json().isArray()).isTrue();
        assertThat(told.json().path(0).path("code").asInt()).isEqualTo(code);
        assertThat(told.json().path(0).path("description").asString()).isNotBlank();
    }

    /** Raised, and shown to everybody as staff would by accepting it. */
    private String published(String title) {
        String id = post("/requests.json", form("description", title))
                .json()
                .path(0)
                .path("service_request_id")
                .asString();
        desk.owner
                .sql(
                        "update demand set status = 'accepted', is_published = true, public_title = :title where id = cast(:id as uuid)")
                .param("title", title)
                .param("id", id)
                .update();
        return id;
    }

    private static final List<String> REQUEST_FIELDS = List.of(
            "service_request_id",
            "status",
            "status_notes",
            "service_name",
            "service_code",
            "description",
            "agency_responsible",
            "service_notice",
            "requested_datetime",
            "updated_datetime",
            "expected_datetime",
            "address",
            "address_id",
            "zipcode",
            "lat",
            "long",
            "media_url");

    // ── Format support, encoding ──

    @Test
    void theEndingChoosesTheFormatAndUtf8IsSaid() {
        assertThat(get("/services.json?jurisdiction_id=" + CHAOYANG).type().replace(" ", ""))
                .isEqualToIgnoringCase("application/json;charset=utf-8");
        assertThat(get("/services.xml?jurisdiction_id=" + CHAOYANG).type().replace(" ", ""))
                .isEqualToIgnoringCase("text/xml;charset=utf-8");
        assertThat(get("/services?jurisdiction_id=" + CHAOYANG, "Accept", "application/json")
                        .json()
                        .isArray())
                .isTrue();
        assertThat(get("/services?jurisdiction_id=" + CHAOYANG)
                        .xml()
                        .getDocumentElement()
                        .getTagName())
                .isEqualTo("services");
        assertThat(get("/services.csv?jurisdiction_id=" + CHAOYANG).status()).isEqualTo(404);
    }

    // ── Service Discovery ──

    @Test
    void theEndpointIsDiscovered() {
        String root = site.replace("/v2", "");
        Told found = send(HttpRequest.newBuilder(URI.create(root + "/discovery.json")));
        assertThat(found.json().path("endpoints").path(0).path("url").asString())
                .isEqualTo(site);
        assertThat(found.json().path("endpoints").path(0).path("specification").asString())
                .isEqualTo("http://wiki.open311.org/GeoReport_v2");
        Element xml = send(HttpRequest.newBuilder(URI.create(root + "/discovery.xml")))
                .xml()
                .getDocumentElement();
        assertThat(childNames(xml)).containsExactly("changeset", "contact", "key_service", "endpoints");
    }

    // ── GET Service List ──

    @Test
    void servicesAreListedWithTheFieldsOfTheSpecification() {
        List<String> fields =
                List.of("service_code", "service_name", "description", "metadata", "type", "keywords", "group");
        JsonNode first =
                get("/services.json?jurisdiction_id=" + CHAOYANG).json().path(0);
        assertThat(first.propertyNames()).containsExactlyElementsOf(fields);
        assertThat(first.path("metadata").isBoolean()).isTrue();
        assertThat(first.path("type").asString()).isIn("realtime", "batch", "blackbox");
        Element root = get("/services.xml?jurisdiction_id=" + CHAOYANG).xml().getDocumentElement();
        assertThat(childNames(root)).isNotEmpty().containsOnly("service");
        assertThat(childNames(root.getElementsByTagName("service").item(0))).containsExactlyElementsOf(fields);
    }

    // ── GET Service Definition ──

    @Test
    void aServiceDefinitionNamesItsServiceAndAttributes() {
        JsonNode definition =
                get("/services/heating.json?jurisdiction_id=" + CHAOYANG).json();
        assertThat(definition.path("service_code").asString()).isEqualTo("heating");
        assertThat(definition.path("attributes").isArray()).isTrue();
        assertThat(childNames(get("/services/heating.xml?jurisdiction_id=" + CHAOYANG)
                        .xml()
                        .getDocumentElement()))
                .containsExactly("service_code", "attributes");
        isError(get("/services/moon.json?jurisdiction_id=" + CHAOYANG), 404);
    }

    // ── POST Service Request ──

    @Test
    void aRequestIsReceivedAndItsIdTold() {
        Told told = post(
                "/requests.json",
                form(
                        "first_name",
                        "桂兰",
                        "last_name",
                        "刘",
                        "phone",
                        "13800005521",
                        "media_url",
                        "https://example.org/a.jpg"));
        assertThat(told.status()).as(told.text()).isEqualTo(200);
        JsonNode request = told.json().path(0);
        assertThat(request.propertyNames()).containsExactly("service_request_id", "service_notice", "account_id");
        assertThat(request.path("service_notice").asString()).contains("media_url");
        Map<String, @Nullable Object> demand = desk.owner
                .sql(
                        "select d.*, c.name_masked from demand d join contact c on c.id = d.contact_id where d.id = cast(:id as uuid)")
                .param("id", request.path("service_request_id").asString())
                .query()
                .singleRow();
        assertThat(demand)
                .containsEntry("words", "暖气不热")
                .containsEntry("kind_code", "heating")
                .containsEntry("channel", "online")
                .containsEntry("name_masked", "刘＊＊")
                .containsEntry("region_code", RegionFixtures.YONGANLI.value());
        assertThat(desk.owner
                        .sql(
                                "select actor from audit_entry where action = 'open311.raise' and subject_id = cast(:id as uuid)")
                        .param("id", request.path("service_request_id").asString())
                        .query(String.class)
                        .single())
                .startsWith("城市客户端");
        Element root = post("/requests.xml", form()).xml().getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("service_requests");
        assertThat(childNames(root.getFirstChild().getNextSibling()))
                .containsExactly("service_request_id", "service_notice", "account_id");
    }

    @Test
    void thePlaceIsAPointAnAddressOrACode() {
        for (Map<String, String> form : List.of(
                form("address_id", "", "lat", "39.90396", "long", "116.440085"),
                form("address_id", "", "address_string", "建外街道永安里12号楼"))) {
            Told told = post("/requests.json", form);
            assertThat(told.status()).as(told.text()).isEqualTo(200);
            assertThat(desk.owner
                            .sql("select region_code from demand where id = cast(:id as uuid)")
                            .param(
                                    "id",
                                    told.json()
                                            .path(0)
                                            .path("service_request_id")
                                            .asString())
                            .query(Long.class)
                            .single())
                    .isEqualTo(RegionFixtures.YONGANLI.value());
        }
        isError(post("/requests.json", form("address_id", "")), 400);
        isError(post("/requests.json", form("address_id", "", "lat", "39.9")), 400);
        isError(post("/requests.json", form("address_id", "", "lat", "x", "long", "y")), 400);
        isError(post("/requests.json", form("address_id", "", "lat", "10", "long", "10")), 400);
        isError(post("/requests.json", form("address_id", "", "address_string", "月球")), 400);
        isError(post("/requests.json", form("address_id", "999999")), 400);
        isError(post("/requests.json", form("address_id", RegionFixtures.KANGPING.toString())), 400);
    }

    @Test
    void aRequestWithoutAKeyOrWithAWrongOneIsForbidden() {
        isError(post("/requests.json", form("api_key", "")), 403);
        isError(post("/requests.json", form("api_key", "gz_wrong")), 403);
        Element root = post("/requests.xml", form("api_key", "gz_wrong")).xml().getDocumentElement();
        assertThat(root.getTagName()).isEqualTo("errors");
        assertThat(childNames(root.getElementsByTagName("error").item(0))).containsExactly("code", "description");
    }

    @Test
    void whatIsMissingOrWrongIsABadRequest() {
        isError(post("/requests.json", form("service_code", "")), 400);
        isError(post("/requests.json", form("service_code", "moon")), 404);
        isError(post("/requests.json", form("description", "")), 400);
        isError(post("/requests.json", form("description", "长".repeat(2001))), 400);
        isError(post("/requests.json", form("phone", "123")), 400);
        isError(post("/requests.json", form("jurisdiction_id", "000000")), 404);
    }

    // ── GET Service Requests ──

    @Test
    void publishedRequestsAreListedNewestFirstWithTheFieldsOfTheSpecification() {
        String older = published("楼道灯不亮 <1号>");
        String newer = published("暖气不热");
        JsonNode list = get("/requests.json?jurisdiction_id=" + CHAOYANG).json();
        List<String> ids = list.findValuesAsString("service_request_id");
        assertThat(ids).contains(newer, older);
        assertThat(ids.indexOf(newer)).isLessThan(ids.indexOf(older));
        JsonNode first = list.path(ids.indexOf(newer));
        assertThat(first.propertyNames()).containsExactlyElementsOf(REQUEST_FIELDS);
        assertThat(first.path("status").asString()).isEqualTo("open");
        assertThat(OffsetDateTime.parse(first.path("requested_datetime").asString())
                        .getOffset()
                        .getTotalSeconds())
                .isEqualTo(8 * 3600);
        assertThat(first.path("address").asString()).isEqualTo("朝阳区 › 建外街道 › 永安里社区");
        Element root = get("/requests.xml?jurisdiction_id=" + CHAOYANG).xml().getDocumentElement();
        assertThat(childNames(root)).containsOnly("request");
        assertThat(childNames(root.getElementsByTagName("request").item(0))).containsExactlyElementsOf(REQUEST_FIELDS);
        assertThat(root.getTextContent()).contains("楼道灯不亮 <1号>");
    }

    @Test
    void listsAreFilteredByServiceStatusAndTime() {
        String open = published("要修路灯");
        String closed = published("修好的路灯");
        desk.owner
                .sql(
                        "update demand set status = 'settled', closed_at = now(), raised_at = now() - interval '40 days' where id = cast(:id as uuid)")
                .param("id", closed)
                .update();
        String at = "/requests.json?jurisdiction_id=" + CHAOYANG;
        assertThat(get(at + "&status=open").text()).contains(open).doesNotContain(closed);
        assertThat(get(at + "&status=closed").text()).contains(closed).doesNotContain(open);
        assertThat(get(at + "&status=open,closed").text()).contains(closed).contains(open);
        assertThat(get(at + "&service_code=heating").text()).contains(open);
        assertThat(get(at + "&service_code=noise").text()).doesNotContain(open);
        String from = OffsetDateTime.now(Time.ZONE).minusDays(50).withNano(0).toString();
        String to = OffsetDateTime.now(Time.ZONE).minusDays(30).withNano(0).toString();
        assertThat(get(at + "&start_date=" + enc(from) + "&end_date=" + enc(to)).text())
                .contains(closed)
                .doesNotContain(open);
        assertThat(get(at + "&start_date=" + from + "&end_date=" + to).text())
                .as("an unescaped +")
                .contains(closed);
        assertThat(get(at + "&end_date=" + LocalDate.now(Time.ZONE).minusDays(30))
                        .text())
                .contains(closed)
                .doesNotContain(open);
        isError(get(at + "&status=half"), 400);
        isError(get(at + "&service_code=moon"), 404);
        isError(get(at + "&start_date=yesterday"), 400);
        isError(get(at + "&start_date=2020-01-01&end_date=2020-12-31"), 400);
        isError(get(at + "&start_date=2020-02-01&end_date=2020-01-01"), 400);
    }

    @Test
    void namedRequestsOverrideOtherArguments() {
        String one = published("甲");
        String two = published("乙");
        JsonNode list = get("/requests.json?jurisdiction_id=" + CHAOYANG + "&status=closed&service_request_id=" + one
                        + "," + two)
                .json();
        assertThat(list.findValuesAsString("service_request_id")).containsExactlyInAnyOrder(one, two);
        isError(get("/requests.json?jurisdiction_id=" + CHAOYANG + "&service_request_id=" + "x,".repeat(300)), 400);
    }

    // ── GET Service Request, GET service_request_id from a token ──

    @Test
    void aSingleRequestIsAListOfOne() {
        String id = published("丙");
        assertThat(get("/requests/" + id + ".json?jurisdiction_id=" + CHAOYANG)
                        .json()
                        .findValuesAsString("service_request_id"))
                .containsExactly(id);
        assertThat(get("/tokens/" + id + ".json?jurisdiction_id=" + CHAOYANG)
                        .json()
                        .path(0)
                        .path("service_request_id")
                        .asString())
                .isEqualTo(id);
        isError(get("/requests/" + UUID.randomUUID() + ".json?jurisdiction_id=" + CHAOYANG), 404);
        isError(get("/requests/nonsense.json?jurisdiction_id=" + CHAOYANG), 404);
        isError(get("/tokens/nonsense.json?jurisdiction_id=" + CHAOYANG), 404);
    }

    @Test
    void nothingIsShownThatThePublicWindowDoesNotShow() {
        String hidden = post("/requests.json", form("description", "12号楼501室刘桂兰家里没水", "phone", "13800005521"))
                .json()
                .path(0)
                .path("service_request_id")
                .asString();
        isError(get("/requests/" + hidden + ".json?jurisdiction_id=" + CHAOYANG), 404);
        String shown = published("供水问题");
        desk.owner
                .sql(
                        "update demand set words = '12号楼501室刘桂兰', place = '501室', lng = 116.1234, lat = 39.1234 where id = cast(:id as uuid)")
                .param("id", shown)
                .update();
        assertThat(get("/requests.json?jurisdiction_id=" + CHAOYANG).text())
                .contains(shown)
                .doesNotContain(hidden)
                .doesNotContain("501室")
                .doesNotContain("刘桂兰")
                .doesNotContain("13800005521")
                .doesNotContain("116.1234");
        assertThat(get("/requests.json?jurisdiction_id=310104").text()).doesNotContain(shown);
    }

    @Test
    void anythingAskedIsAnsweredInTheFormatsOfTheSpecification() {
        List<String> names = List.of(
                "jurisdiction_id",
                "service_code",
                "status",
                "start_date",
                "end_date",
                "service_request_id",
                "lat",
                "long",
                "address_string",
                "address_id",
                "phone",
                "first_name",
                "description",
                "attribute[x]");
        assertThat(Fuzz.run(random -> {
                    Map<String, String> form = new LinkedHashMap<>(random.nextBoolean() ? form() : Map.of());
                    for (int i = 0; i < random.nextInt(4); i++) {
                        form.put(
                                names.get(random.nextInt(names.size())),
                                Fuzz.text(random, 80).replaceAll("[\\uD800-\\uDFFF]", ""));
                    }
                    String query = form.entrySet().stream()
                            .map(each -> enc(each.getKey()) + "=" + enc(each.getValue()))
                            .collect(Collectors.joining("&"));
                    String ending = random.nextBoolean() ? ".json" : ".xml";
                    Told told = random.nextBoolean()
                            ? post("/requests" + ending, form)
                            : get(List.of(
                                                    "/requests",
                                                    "/services",
                                                    "/requests/x"
                                                            + enc(Fuzz.text(random, 20)
                                                                    .replaceAll(
                                                                            "[^\\p{IsAlphabetic}\\p{IsDigit} ]", "")))
                                            .get(random.nextInt(3))
                                    + ending + "?" + query);
                    assertThat(told.status()).as(told.text()).isLessThan(500);
                    if (told.type().contains("json") && !told.type().contains("problem")) {
                        assertThat(told.json().isArray()).isTrue();
                    } else if (told.type().contains("xml")) {
                        assertThat(told.xml().getDocumentElement()).isNotNull();
                    }
                }))
                .isPositive();
    }

    // ── jurisdiction_id ──

    @Test
    void whereSeveralDistrictsAreServedTheOneMeantIsNamed() {
        isError(get("/services.json"), 400);
        isError(get("/services.json?jurisdiction_id=110106"), 404);
        isError(get("/services.json?jurisdiction_id=nowhere"), 404);
        assertThat(get("/services.json?jurisdiction_id=310104").status()).isEqualTo(200);
    }

    private static String enc(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
