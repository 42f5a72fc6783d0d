package load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The smallest write the application has, a person choosing a language, against pgbench running the very transaction it becomes: the settings for row-level
 * security, the row, and the audit entry that every write carries.
 */
final class OneRow {

    private static final int WARM_UP_SECONDS = 90;
    private static final int SECONDS = 20;

    private final App app;
    private final Report report;

    OneRow(App app, Report report) {
        this.app = app;
        this.report = report;
    }

    void measure(int people) throws Exception {
        List<String> logins = List.of(app.sql("select login from account where login like 'sg%' order by login limit " + people).split("\n"));
        List<String> ids = List.of(app.sql("select id from account where login like 'sg%' order by login limit " + people).split("\n"));
        double http = overHttp(logins);
        double plain = pgbench(ids);
        report.row("One-row write over HTTP, %d at a time".formatted(people), "", "%.0f /s".formatted(http), "");
        report.row("… the same SQL by pgbench, same run", "", plain == 0 ? "pgbench is missing" : "%.0f /s".formatted(plain), "");
        if (plain > 0) {
            report.row("… share of pgbench's rate", "≥ 20 %", "%.1f %%".formatted(100 * http / plain), Bench.ratio(http / plain, 0.2));
        }
    }

    private double overHttp(List<String> logins) throws Exception {
        Bench.say("one-row write over HTTP");
        var times = new Times();
        List<Connection> connections = new ArrayList<>();
        for (String login : logins) {
            var connection = new Connection(app.port);
            Community.signIn(connection, login);
            connections.add(connection);
        }
        long start = System.nanoTime() + Duration.ofSeconds(WARM_UP_SECONDS).toNanos();
        long end = start + Duration.ofSeconds(SECONDS).toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Void>> all = new ArrayList<>();
            for (Connection connection : connections) {
                all.add(threads.submit(() -> {
                    while (System.nanoTime() < end) {
                        times.timed("write", () -> connection.send("PUT", "/api/account/locale", Map.of(), "{\"locale\":\"zh-CN\"}"));
                    }
                    return null;
                }));
            }
            for (Future<Void> one : all) {
                one.get();
            }
        }
        return times.count("write", start, end) / (double) SECONDS;
    }

    private double pgbench(List<String> ids) throws Exception {
        Bench.say("the same by pgbench");
        Path folder = Files.createTempDirectory("gongzhi-bench");
        List<String> command = new ArrayList<>(List.of(App.tool("pgbench"), "-n", "-M", "prepared", "-c", "16", "-j", "2", "-T", Integer.toString(SECONDS)));
        command.addAll(app.databaseOptions());
        for (int i = 0; i < ids.size(); i++) {
            Path script = folder.resolve("write" + i + ".sql");
            Files.writeString(script, SCRIPT.replace("ACCOUNT", ids.get(i)));
            command.add("-f");
            command.add(script.toString());
        }
        command.add("gongzhi");
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", app.databasePassword("gongzhi_app"));
        Process process;
        try {
            process = builder.start();
        } catch (IOException missing) {
            return 0;
        }
        String printed = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Matcher rate = Pattern.compile("tps = ([0-9.]+)").matcher(printed);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IOException("pgbench: " + printed);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static final String SCRIPT = """
            begin;
            select set_config('app.scopes', '{[0,1000000000000000)}', true), set_config('app.account', 'ACCOUNT', true), set_config('app.department', '', true), set_config('app.kinds', '', true), set_config('app.window', '', true), set_config('app.code', '', true), set_config('app.worker', '', true);
            update account set locale = 'zh-CN', version = version + 1 where id = 'ACCOUNT';
            with entry as (insert into audit_entry (id, at, account_id, actor, address, action, subject_kind, subject_id, region_code, before, after, purpose, digest) values (uuidv7(), now(), 'ACCOUNT', '演示人员', '127.0.0.1', 'account.locale', 'account', 'ACCOUNT', 0, null, '{"locale":"zh-CN"}', null, decode('00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff', 'hex')) returning id) insert into audit_unsealed (entry_id) select id from entry;
            end;
            """;
}
