package org.gongzhi.window;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongzhi.support.Pictures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever reports without a name leaves nothing that could name them: not where they were, not on what they wrote, in no table, file or line of any log. */
@WindowTest
@ExtendWith(OutputCaptureExtension.class)
class AnonymousReportTests {

    private static final String ADDRESS = "203.0.113.77";
    private static final String DEVICE = "ReporterPhone-8861";
    private static final String TAKEN_AT = "GPS-39.9087-116.3975";

    private final Street street;
    private final int port;
    private final Path dataFolder;

    AnonymousReportTests(
            @Autowired Street street, @LocalServerPort int port, @Value("${gongzhi.data-dir}") Path dataFolder) {
        this.street = street;
        this.port = port;
        this.dataFolder = dataFolder;
    }

    @Test
    void anAnonymousReportLeavesNoAddressNoDeviceAndNoLineThatCouldNameTheReporter(
            CapturedOutput printed, @Autowired MeterRegistry meters) throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
        Level usual = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.INFO);
        long sessions = count("spring_session");
        Map<String, String> traces = new LinkedHashMap<>();
        try (Phone phone = new Phone(
                port,
                Map.of("X-Forwarded-For", ADDRESS, "User-Agent", DEVICE, "Referer", "https://example.org/" + DEVICE))) {
            report(phone, traces);
        } finally {
            root.detachAppender(log);
            root.setLevel(usual);
        }
        traces.put("the address", ADDRESS);
        traces.put("the device", DEVICE);
        traces.put("where the picture was taken", TAKEN_AT);

        assertThat(count("spring_session")).as("sessions of residents").isEqualTo(sessions);
        for (Map.Entry<String, String> trace : traces.entrySet()) {
            assertThat(log.list)
                    .as("log lines with %s", trace.getKey())
                    .noneMatch(line -> text(line).contains(trace.getValue()));
            assertThat(meters.getMeters())
                    .as("metrics with %s", trace.getKey())
                    .noneMatch(meter -> meter.getId().getTags().toString().contains(trace.getValue()));
            assertThat(printed.getAll()).as("printed with %s", trace.getKey()).doesNotContain(trace.getValue());
            assertThat(tablesHolding(trace.getValue()))
                    .as("tables with %s", trace.getKey())
                    .isEmpty();
            assertThat(filesHolding(trace.getValue()))
                    .as("files with %s", trace.getKey())
                    .isEmpty();
        }
    }

    /** All that can be done without a name: a picture, the report, a wrong field, following it, adding to it, joining another. */
    private void report(Phone phone, Map<String, String> traces) {
        String region = Street.COMMUNITY.toString();
        Phone.Answer picture =
                phone.upload("/public/files?region=" + region, "门前.jpg", Pictures.photo(60, 40, 1, TAKEN_AT));
        assertThat(picture.status()).as(picture.text()).isEqualTo(201);
        Phone.Answer raised = phone.post(
                "/public/demands",
                Map.of(
                        "regionCode",
                        region,
                        "kind",
                        "neighbours",
                        "words",
                        "举报：楼上有人私自改动燃气管道",
                        "anonymous",
                        true,
                        "fileIds",
                        List.of(picture.body().path("id").asString())),
                Map.of());
        assertThat(raised.status()).as(raised.text()).isEqualTo(201);
        String code = raised.body().path("code").asString();
        Map<String, String> withCode = Map.of("X-Case-Code", code);
        assertThat(phone.get("/public/cases", withCode).status()).isEqualTo(200);
        assertThat(phone.post("/public/cases/words", Map.of("words", "今天又在改"), withCode)
                        .status())
                .isEqualTo(200);
        assertThat(phone.post("/public/cases/words", Map.of("words", "长".repeat(10_000)), withCode)
                        .status())
                .isEqualTo(422);
        assertThat(phone.get("/public/cases", Map.of("X-Case-Code", "2222233333"))
                        .status())
                .isEqualTo(404);
        assertThat(phone.post("/public/demands", Map.of("regionCode", region, "nonsense", DEVICE), Map.of())
                        .status())
                .isBetween(400, 422);
        UUID id = street.owner
                .sql("select id from demand where number = :number")
                .param("number", raised.body().path("number").asString())
                .query(UUID.class)
                .single();
        street.must(id, "acceptance", Map.of(), street.secretary);
        traces.put("the follow-up code", code);
        traces.put("the follow-up code without its gap", code.replace(" ", ""));
        traces.put("the mark of the browser", phone.cookie("gongzhi-visitor"));
        traces.put("the token of the browser", phone.cookie("XSRF-TOKEN"));
    }

    private static String text(ILoggingEvent line) {
        return line.getFormattedMessage()
                + line.getMDCPropertyMap()
                + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy()));
    }

    private long count(String table) {
        return street.owner
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single();
    }

    /** Every table of every schema of ours, every column as text; what is stored as bytes is looked for as bytes. */
    private List<String> tablesHolding(String trace) {
        JdbcClient owner = street.owner;
        String bytes = HexFormat.of().formatHex(trace.getBytes(StandardCharsets.UTF_8));
        List<String> tables = owner.sql("""
                        select format('%I.%I', schemaname, tablename) from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')""")
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
        assertThat(tables).hasSizeGreaterThan(25);
        List<String> holding = new ArrayList<>();
        for (String table : tables) {
            long rows = owner.sql("select count(*) from " + table
                            + " t where t::text like '%' || :trace || '%' or t::text like '%' || :bytes || '%'")
                    .param("trace", trace)
                    .param("bytes", bytes)
                    .query(Long.class)
                    .single();
            if (rows > 0) {
                holding.add(table);
            }
        }
        return holding;
    }

    private List<Path> filesHolding(String trace) throws Exception {
        byte[] wanted = trace.getBytes(StandardCharsets.UTF_8);
        try (Stream<Path> files = Files.walk(dataFolder)) {
            List<Path> holding = new ArrayList<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                if (content.contains(new String(wanted, StandardCharsets.ISO_8859_1))) {
                    holding.add(file);
                }
            }
            return holding;
        }
    }
}
