package load;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One page after the other, by two readers at a time, on a machine that does nothing else. */
final class Pages {

    private static final int WARM_UP = 40;
    private static final int TIMES = 200;
    private static final String DISTRICT = "110105000000000";
    private static final String STREET = "110105001000000";
    private static final String COMMUNITY = "110105001026000";

    private final App app;
    private final Report report;
    private final List<Double> lists = new ArrayList<>();
    private final List<Double> cockpits = new ArrayList<>();

    Pages(App app, Report report) {
        this.app = app;
        this.report = report;
    }

    private record Reader(String what, String login, String region) {}

    void measure() throws Exception {
        nationalObserver();
        List<Reader> readers = List.of(
                new Reader("community", "zhoumin", COMMUNITY),
                new Reader("street", "chenli", STREET),
                new Reader("district", "shenyan", DISTRICT),
                new Reader("city", "shi", "110000000000000"),
                new Reader("nation", "guojia", "0"));
        for (Reader reader : readers) {
            String path = "/api/demands?region=" + reader.region();
            list(reader, "first page, newest", path + "&view=all&sort=raised");
            list(reader, "page of row 5,000", deep(reader, path + "&view=all&sort=raised&limit=100"));
            list(reader, "open work by due time", path + "&view=open&sort=due");
            list(reader, "late and soon late", path + "&view=late&sort=due");
            list(reader, "words “暖气不热”", path + "&view=all&sort=raised&q=" + encoded("暖气不热"));
            list(reader, "words “电动车 消防通道”", path + "&view=all&sort=raised&q=" + encoded("电动车 消防通道"));
            one("Tabs of the ledger with their counts, " + reader.what(), "", reader.login(), "/api/demands/counts?region=" + reader.region());
        }
        report.row("List pages: the slowest p95 of all above", "< 50 ms", Bench.ms(lists.stream().mapToDouble(d -> d).max().orElse(0)),
                Bench.ratio(50, lists.stream().mapToDouble(d -> d).max().orElse(0)));
        one("To-dos of a community", "< 50 ms", "zhoumin", "/api/todos");
        one("To-dos of a street", "< 50 ms", "chenli", "/api/todos");
        one("To-dos of a department", "< 50 ms", "reli", "/api/todos");
        one("Page of one demand", "", "shenyan", "/api/demands/" + someDemand());
        one("Published matters of the district, public window", "< 50 ms", null, "/public/matters?region=" + DISTRICT);
        for (String period : List.of("month", "year")) {
            cockpit("nation", "guojia", "0", period);
            cockpit("city", "shi", "110000000000000", period);
            cockpit("district", "shenyan", DISTRICT, period);
            cockpit("street", "chenli", STREET, period);
            cockpit("community", "zhoumin", COMMUNITY, period);
            cockpit("grid", "zhoumin", "110105001026001", period);
        }
        report.row("Cockpit: the slowest p95 of all above", "< 100 ms", Bench.ms(cockpits.stream().mapToDouble(d -> d).max().orElse(0)),
                Bench.ratio(100, cockpits.stream().mapToDouble(d -> d).max().orElse(0)));
        places();
        submit();
    }

    /** Every one another word, of places of the whole country in no order: what people type when they look for one. */
    private void places() throws Exception {
        double slowest = 0;
        for (var way : Places.values()) {
            List<String> words = List.of(app.sql(way.words()).split("\n"));
            var times = new Times();
            try (var threads = Executors.newFixedThreadPool(2)) {
                List<Future<Void>> both = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    int first = i;
                    both.add(threads.submit(() -> {
                        try (var connection = new Connection(app.port)) {
                            for (int n = first; n < words.size(); n += 2) {
                                String path = "/public/regions?search=" + encoded(words.get(n));
                                times.timed(n < WARM_UP ? "warm-up" : "search", () -> connection.get(path));
                            }
                        }
                        return null;
                    }));
                }
                for (Future<Void> reader : both) {
                    reader.get();
                }
            }
            slowest = Math.max(slowest, times.p95("search"));
            report.row("Places of the country by " + way.what() + " (p50 / p95)", "< 50 ms",
                    Bench.ms(times.p50("search")) + " / " + Bench.ms(times.p95("search")), Bench.ratio(50, times.p95("search")));
        }
        report.row("Places: the slowest p95 of all above", "< 50 ms", Bench.ms(slowest), Bench.ratio(50, slowest));
    }

    /** The sample has nobody above the city; one more of its observers, with the same password. */
    private void nationalObserver() throws Exception {
        app.sql("""
                with one as (insert into account (id, login, name, is_demo) values (uuidv7(), 'guojia', '国家级观察员', true) on conflict do nothing returning id),
                secret as (insert into account_secret (account_id, password_hash, must_change)
                    select one.id, s.password_hash, false from one, account_secret s join account a on a.id = s.account_id and a.login = 'shi')
                insert into duty (id, account_id, kind, region_code) select uuidv7(), id, 'observer', 0 from one
                """);
    }

    private String someDemand() throws Exception {
        return app.sql("select id from demand where status = 'settled' order by raised_at desc limit 1");
    }

    private String deep(Reader reader, String path) throws Exception {
        try (var connection = signedIn(reader.login())) {
            String after = "";
            for (int page = 0; page < 50; page++) {
                var answer = connection.get(path + (after.isEmpty() ? "" : "&after=" + encoded(after)));
                String next = answer.field("next");
                if (next.isEmpty() || next.equals("null")) {
                    break;
                }
                after = next;
            }
            return path.replace("&limit=100", "") + "&after=" + encoded(after);
        }
    }

    private void list(Reader reader, String what, String path) throws Exception {
        lists.add(one("List, " + reader.what() + ", " + what, "< 50 ms", reader.login(), path));
    }

    private void cockpit(String what, String login, String region, String period) throws Exception {
        cockpits.add(one("Cockpit, " + what + ", " + period, "< 100 ms", login, "/api/cockpit?region=" + region + "&period=" + period));
    }

    /** Sends it again and again from two connections; the p95. */
    private double one(String what, String target, String login, String path) throws Exception {
        var times = new Times();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(threads.submit(() -> {
                    try (var connection = login == null ? new Connection(app.port) : signedIn(login)) {
                        for (int n = 0; n < WARM_UP / 2; n++) {
                            connection.get(path);
                        }
                        for (int n = 0; n < TIMES / 2; n++) {
                            times.timed(what, () -> connection.get(path));
                        }
                    }
                    return null;
                }));
            }
            for (Future<Void> reader : both) {
                reader.get();
            }
        }
        double p95 = times.p95(what);
        double asked = target.isEmpty() ? 0 : Double.parseDouble(target.replaceAll("\\D", ""));
        report.row(what + " (p50 / p95)", target, Bench.ms(times.p50(what)) + " / " + Bench.ms(p95), asked == 0 ? "" : Bench.ratio(asked, p95));
        return p95;
    }

    private void submit() throws Exception {
        var times = new Times();
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<Void>> both = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                both.add(threads.submit(() -> {
                    try (var resident = new Connection(app.port)) {
                        resident.get("/public/kinds?region=" + COMMUNITY);
                        for (int n = 0; n < 300; n++) {
                            var answer = times.timed(n < 50 ? "warm-up" : "submit", () -> resident.send(
                                    "POST", "/public/demands", Community.once(), Community.words(Long.parseLong(COMMUNITY))));
                            if (answer.field("code").isEmpty()) {
                                times.failed("no code: " + answer.body());
                            }
                        }
                    }
                    return null;
                }));
            }
            for (Future<Void> one : both) {
                one.get();
            }
        }
        double p95 = times.p95("submit");
        report.row("Public submit (p50 / p95)", "< 150 ms", Bench.ms(times.p50("submit")) + " / " + Bench.ms(p95), Bench.ratio(150, p95));
    }

    private Connection signedIn(String login) throws IOException {
        var connection = new Connection(app.port);
        Community.signIn(connection, login);
        return connection;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
