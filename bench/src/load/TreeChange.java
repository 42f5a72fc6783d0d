package load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Streets merged into one until fifty thousand cases move: planned, applied and taken back, as the administrator does it, while nothing else runs. */
final class TreeChange {

    private static final long CASES = 50_000;

    private final App app;
    private final Report report;

    TreeChange(App app, Report report) {
        this.app = app;
        this.report = report;
    }

    void measure() throws Exception {
        Bench.say("reorganization of %,d cases".formatted(CASES));
        List<String> streets = new ArrayList<>();
        long cases = 0;
        for (String line : app.sql("select street_code || ' ' || count(*) from demand where street_code % 1000000000 <> 0 group by street_code order by count(*) desc").split("\n")) {
            if (cases < CASES || streets.size() < 2) {
                streets.add(line.split(" ")[0]);
                cases += Long.parseLong(line.split(" ")[1]);
            }
        }
        try (var administrator = new Connection(app.port)) {
            Community.signIn(administrator, "xitong");
            long start = System.nanoTime();
            String id = send(administrator, "POST", "/api/reorganizations", """
                    {"subject":"region","kind":"merge","nodes":["%s"],"name":"合并测量街道","effectiveOn":"%s"}
                    """.formatted(String.join("\",\"", streets), app.sql("select (now() at time zone 'Asia/Shanghai')::date"))).field("id");
            double planned = seconds(start);
            double applied = run(administrator, id, "application", "applied");
            long rows = Long.parseLong(app.sql("select rows_moved from reorganization where id = '" + id + "'"));
            report.row("Reorganization of %,d cases in %d streets: plan".formatted(cases, streets.size()), "", "%.1f s".formatted(planned), "");
            report.row("… applied, one transaction, %,d rows".formatted(rows), "", "%.1f s, %,.0f rows/s".formatted(applied, rows / applied), "");
            double undone = run(administrator, id, "undoing", "undone");
            report.row("… taken back", "", "%.1f s, %,.0f rows/s".formatted(undone, rows / undone), "");
        }
    }

    private double run(Connection administrator, String id, String what, String state) throws Exception {
        long start = System.nanoTime();
        send(administrator, "POST", "/api/reorganizations/" + id + "/" + what, null);
        String now = "";
        while (!now.equals(state)) {
            now = app.sql("select case when j.state in ('waiting', 'running') and r.state in ('applying', 'undoing') then '' else r.state end "
                    + "from reorganization r join job j on j.id = r.job_id where r.id = '" + id + "'");
            if (!now.isEmpty() && !now.equals(state)) {
                throw new IOException("the reorganization is " + now + ", not " + state + "; see the application's log");
            }
            Thread.sleep(100);
        }
        return seconds(start);
    }

    private static Connection.Answer send(Connection connection, String method, String path, String body) throws IOException {
        Connection.Answer answer = connection.send(method, path, Community.once(), body);
        if (answer.status() >= 300) {
            throw new IOException(path + ": " + answer.status() + " " + answer.body());
        }
        return answer;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
