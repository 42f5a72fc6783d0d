package load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * A hotline's sheet of 100,000 cases, as an office imports it: brought, checked, applied. Beside it a bare COPY of the very rows that became of it, what the disk and
 * PostgreSQL alone take for them: into the same table with its million rows, under other keys and without triggers, rolled back; and into an empty table with the same
 * columns, constraints and indexes.
 */
final class Import {

    private static final int CASES = 100_000;
    private static final String COLUMNS =
            "id, version, number, region_code, title, words, kind_code, channel, place, is_anonymous, contact_id, raised_at, registered_by, status, status_at, node_code,"
                    + " first_node_code, clock_rule_id, due_at, warn_at, is_late, joiner_count, reopen_count, is_published, search, is_demo";

    private final App app;
    private final Report report;

    Import(App app, Report report) {
        this.app = app;
        this.report = report;
    }

    void measure() throws Exception {
        Bench.say("import of %,d cases".formatted(CASES));
        String officer = app.sql("select a.login from account a join duty d on d.account_id = a.id where d.kind = 'district_officer' and d.region_code = 110105000000000"
                + " and d.valid @> current_date order by a.login limit 1");
        try (var connection = new Connection(app.port)) {
            Community.signIn(connection, officer);
            String sheet = sheet();
            long start = System.nanoTime();
            Connection.Answer sent = send(connection, "POST", "/api/sheet-imports?kind=hotline&name=bench.csv", sheet);
            String id = sent.field("id");
            long uploaded = System.nanoTime();
            finish(connection, send(connection, "PUT", "/api/sheet-imports/" + id + "/mapping",
                    "{\"columns\":{\"number\":\"工单编号\",\"called\":\"来电时间\",\"words\":\"诉求内容\",\"type\":\"诉求类型\",\"community\":\"社区\",\"street\":\"街道\",\"name\":\"来电人\",\"phone\":\"联系电话\"}}"));
            long checked = System.nanoTime();
            finish(connection, send(connection, "POST", "/api/sheet-imports/" + id + "/application", "{}"));
            long applied = System.nanoTime();
            Connection.Answer page = connection.get("/api/sheet-imports/" + id);
            int done = Integer.parseInt(page.field("applied"));
            Path rows = exported(id);
            double copy = copyIntoSame(rows);
            double empty = copyIntoEmpty(rows);
            Files.delete(rows);
            double whole = (applied - start) / 1e9;
            report.row("Import of %,d hotline cases: upload, check, apply".formatted(done), "", "%.1f s (%.1f + %.1f + %.1f)".formatted(
                    whole, (uploaded - start) / 1e9, (checked - uploaded) / 1e9, (applied - checked) / 1e9), "");
            report.row("… cases a second, all three together", "", "%.0f /s".formatted(done / whole), "");
            report.row("… the same rows by bare COPY into the same table", "", "%.1f s, %.0f /s".formatted(copy, done / copy), "");
            report.row("… share of COPY's rate, all three together", "≥ 20 %", "%.1f %%".formatted(100 * copy / whole), Bench.ratio(copy / whole, 0.2));
            report.row("… share of COPY's rate, applying alone", "", "%.1f %%".formatted(100 * copy / ((applied - checked) / 1e9)), "");
            report.row("… the same rows by bare COPY into an empty table with the same indexes", "", "%.1f s, share %.1f %%".formatted(empty, 100 * empty / whole), "");
            takeBack(connection, id);
        }
    }

    private static Connection.Answer send(Connection connection, String method, String path, String body) throws IOException {
        Connection.Answer answer = connection.send(method, path, Map.of("Idempotency-Key", UUID.randomUUID().toString()), body);
        if (answer.status() >= 300) {
            throw new IOException(method + " " + path + ": " + answer.body());
        }
        return answer;
    }

    private static void finish(Connection connection, Connection.Answer accepted) throws Exception {
        String job = accepted.field("jobId");
        while (true) {
            Connection.Answer now = connection.get("/api/jobs/" + job);
            switch (now.field("state")) {
                case "done" -> {
                    return;
                }
                case "failed", "cancelled" -> throw new IOException(now.body());
                default -> Thread.sleep(100);
            }
        }
    }

    /** Cases of half a year, over all communities of the district. */
    private String sheet() throws Exception {
        List<String> places = List.of(app.sql("""
                select s.name || ',' || c.name from region c join region s on s.code = c.parent_code
                where c.level = 5 and c.is_working and c.code between 110105000000000 and 110105999999999 order by c.code""").split("\n"));
        List<String> said = List.of("暖气不热，家里有老人和孩子，已经打过三次电话", "楼道里堆了很多杂物，电动车也停在楼道，担心起火", "小区门口垃圾没有清运，天热有味",
                "半夜还在施工，吵得睡不着", "路灯坏了一个多星期，晚上看不清路", "地下车库漏水，车被淋了");
        List<String> types = List.of("供暖", "通道堵塞", "垃圾清运", "施工噪声", "公共设施", "漏水反味");
        var random = new Random(12345);
        var sheet = new StringBuilder(24_000_000).append("工单编号,来电时间,诉求内容,诉求类型,街道,社区,来电人,联系电话\n");
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Shanghai"));
        String run = Long.toString(System.nanoTime(), 36);
        for (int i = 0; i < CASES; i++) {
            int what = random.nextInt(said.size());
            sheet.append(run).append('-').append(i).append(',')
                    .append(now.minusMinutes(1 + random.nextInt(180 * 24 * 60)).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"))).append(',')
                    .append(1 + random.nextInt(40)).append("号楼").append(100 + random.nextInt(2000)).append('室').append(said.get(what)).append(',')
                    .append(types.get(what)).append(',').append(places.get(random.nextInt(places.size()))).append(",王女士,138").append(10_000_000 + random.nextInt(89_999_999)).append('\n');
        }
        return sheet.toString();
    }

    /** The rows that became of the import, in the order of the sheet, with keys nobody has yet. */
    private Path exported(String importId) throws Exception {
        Path rows = Files.createTempDirectory("gongzhi-bench").resolve("rows");
        Files.createFile(rows);
        rows.getParent().toFile().setExecutable(true, false);
        rows.getParent().toFile().setReadable(true, false);
        rows.toFile().setWritable(true, false);
        app.sql("copy (select " + COLUMNS.replaceFirst("id, version, number", "uuidv7(), version, number || '-copy'")
                + " from demand where id in (select demand_id from hotline_case where import_id = '" + importId + "') order by id) to '" + rows + "'");
        return rows;
    }

    private double copyIntoSame(Path rows) throws Exception {
        app.sql("checkpoint");
        double took = timed("begin; set local session_replication_role = replica; copy demand (" + COLUMNS + ") from '" + rows + "'; rollback");
        app.sql("vacuum demand");
        return took;
    }

    private double copyIntoEmpty(Path rows) throws Exception {
        app.sql("create table if not exists bench_copy (like demand including all)");
        app.sql("truncate bench_copy");
        app.sql("checkpoint");
        double took = timed("copy bench_copy (" + COLUMNS + ") from '" + rows + "'");
        app.sql("drop table bench_copy");
        return took;
    }

    private double timed(String statements) throws Exception {
        long start = System.nanoTime();
        app.sql(statements);
        return (System.nanoTime() - start) / 1e9;
    }

    /** So that a second run starts from the same data. */
    private static void takeBack(Connection connection, String id) throws Exception {
        Bench.say("taking the import back");
        long start = System.nanoTime();
        finish(connection, send(connection, "POST", "/api/sheet-imports/" + id + "/undoing", "{}"));
        Bench.say("took %.1f s".formatted((System.nanoTime() - start) / 1e9));
    }
}
