package load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Seeds, measures, and writes what it measured next to what was asked for. */
final class Bench {

    private final Map<String, String> options;
    private final int demands;
    private final int users;
    private final int seconds;
    private final Path data;
    private final Report report = new Report();

    private Bench(Map<String, String> options) {
        this.options = options;
        demands = Integer.parseInt(options.getOrDefault("demands", "1000000"));
        users = Integer.parseInt(options.getOrDefault("users", "8"));
        seconds = Integer.parseInt(options.getOrDefault("seconds", "60"));
        data = Path.of(options.getOrDefault("data", "target/bench/data")).toAbsolutePath();
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, String> options = new java.util.HashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.replaceFirst("^--", "").split("=", 2);
            options.put(parts[0], parts.length == 2 ? parts[1] : "true");
        }
        new Bench(options).run();
    }

    private boolean wants(String part) {
        return options.getOrDefault("only", part).contains(part);
    }

    private void run() throws Exception {
        boolean isSeeded = Files.exists(data);
        say((isSeeded ? "starting on " : "seeding %,d demands into ".formatted(demands)) + data);
        long start = System.nanoTime();
        try (App app = start(true)) {
            double seed = (System.nanoTime() - start) / 1e9;
            if (!isSeeded) {
                report.row("Seeding %,d demands, regions and figures included".formatted(demands), "", "%.0f s".formatted(seed), "");
            }
            report.fact("Data", "%s demands, %s steps, %s figures, database %s".formatted(
                    grouped(app.sql("select count(*) from demand")), grouped(app.sql("select count(*) from demand_step")),
                    grouped(app.sql("select count(*) from rollup_node")), app.sql("select pg_size_pretty(pg_database_size('gongzhi'))")));
            settle(app);
            List<Community> communities = wants("life") || wants("write") ? communities(app, users * 10) : List.of();
            if (wants("life")) {
                lives(app, communities);
            }
            if (wants("pages")) {
                new Pages(app, report).measure();
            }
            if (wants("write")) {
                new OneRow(app, report).measure(16);
            }
            if (wants("import")) {
                new Import(app, report).measure();
            }
            if (wants("reorganization")) {
                new TreeChange(app, report).measure();
            }
        }
        if (wants("nodes")) {
            nodes();
        }
        if (wants("start")) {
            starts();
        }
        report.write(Path.of("bench/results/latest.md"));
    }

    private App start(boolean withCache) throws IOException, InterruptedException {
        return App.start(data, withCache && Files.exists(App.CACHE), List.of("--gongzhi.demo.demands=" + demands));
    }

    /** What a database of some days' age has behind it: visibility maps, statistics and clean pages. */
    private void settle(App app) throws IOException, InterruptedException {
        say("vacuum and checkpoint");
        app.sql("vacuum (analyze)");
        app.sql("checkpoint");
    }

    /** Communities of many streets, so that numbers are not all drawn from one counter. */
    private static List<Community> communities(App app, int wanted) throws Exception {
        List<List<Long>> streets = new ArrayList<>();
        try (var anyone = new Connection(app.port)) {
            for (long street : children(anyone, 110105_000_000_000L)) {
                if (street != 110105_001_000_000L) {
                    streets.add(new ArrayList<>(children(anyone, street)));
                }
            }
        }
        List<Community> communities = new ArrayList<>();
        for (int i = 0; communities.size() < wanted; i++) {
            for (List<Long> street : streets) {
                if (i < street.size() && communities.size() < wanted) {
                    communities.add(new Community(app.port, street.get(i)));
                }
            }
        }
        say("signing in " + wanted * 2 + " people");
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> signIns = new ArrayList<>();
            for (Community community : communities) {
                signIns.add(threads.submit(() -> {
                    community.signIn();
                    return null;
                }));
            }
            for (Future<?> signIn : signIns) {
                signIn.get();
            }
        }
        return communities;
    }

    private static List<Long> children(Connection anyone, long code) throws IOException {
        Matcher codes = Pattern.compile("\"code\":\"(\\d{15})\"")
                .matcher(anyone.get("/public/regions/%015d/children".formatted(code)).body());
        List<Long> found = new ArrayList<>();
        while (codes.find()) {
            found.add(Long.parseLong(codes.group(1)));
        }
        return found;
    }

    /** Closed loop: a community begins the next life when the last has ended. Warm-up, steady, ten times the communities, and back again. */
    private void lives(App app, List<Community> all) throws Exception {
        var times = new Times();
        var until = new AtomicLong[] {new AtomicLong(Long.MAX_VALUE), new AtomicLong(0)};
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            say("life cycles: warm-up of 150 s");
            List<Future<?>> running = new ArrayList<>();
            all.subList(0, users).forEach(one -> running.add(threads.submit(() -> live(one, times, until[0]))));
            Thread.sleep(Duration.ofSeconds(150));
            say("life cycles: steady, %d communities, %d s".formatted(users, seconds));
            long steady = System.nanoTime();
            Thread.sleep(Duration.ofSeconds(seconds));
            long spike = System.nanoTime();
            say("life cycles: spike, %d communities, 30 s".formatted(users * 10));
            until[1].set(spike + Duration.ofSeconds(30).toNanos());
            all.subList(users, users * 10).forEach(one -> running.add(threads.submit(() -> live(one, times, until[1]))));
            Thread.sleep(Duration.ofSeconds(30));
            long after = System.nanoTime();
            say("life cycles: after the spike, 30 s");
            Thread.sleep(Duration.ofSeconds(30));
            long end = System.nanoTime();
            until[0].set(end);
            for (Future<?> one : running) {
                one.get();
            }
            livesReported(times, steady, spike, after, end);
        }
    }

    /** As many communities at work, all at one node and then half at each of two, after the same warm-up. */
    private void nodes() throws Exception {
        try (App first = start(true)) {
            List<Community> communities = communities(first, users);
            double one = perSecond(communities);
            try (App second = first.another(data.resolveSibling("second-node"))) {
                List<Community> divided = new ArrayList<>(communities.subList(0, users / 2));
                for (Community community : communities.subList(users / 2, users)) {
                    Community there = community.at(second.port);
                    there.signIn();
                    divided.add(there);
                }
                double two = perSecond(divided);
                report.row("Two nodes and one database on this machine: life cycles per second, %d communities".formatted(users), "",
                        "%.1f /s, one node %.1f /s".formatted(two, one), ratio(two, one));
            }
        }
    }

    private double perSecond(List<Community> communities) throws Exception {
        var times = new Times();
        var until = new AtomicLong(Long.MAX_VALUE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            communities.forEach(one -> running.add(threads.submit(() -> live(one, times, until))));
            Thread.sleep(Duration.ofSeconds(90));
            long from = System.nanoTime();
            Thread.sleep(Duration.ofSeconds(30));
            long to = System.nanoTime();
            until.set(to);
            for (Future<?> one : running) {
                one.get();
            }
            return times.count(Community.WHOLE, from, to) / ((to - from) / 1e9);
        }
    }

    private void livesReported(Times times, long steady, long spike, long after, long end) {
        double normal = times.percentileOfAll(0.95, steady, spike);
        double perSecond = times.count(Community.WHOLE, steady, spike) / ((spike - steady) / 1e9);
        report.row("Life cycles of a demand per second, %d communities, closed loop".formatted(users), "≥ 50",
                "%.1f /s".formatted(perSecond), ratio(perSecond, 50));
        report.row("… p95 of all their requests", "< 500 ms", ms(normal), ratio(500, normal));
        report.row("… requests per second", "", "%.0f /s".formatted(times.kinds().stream()
                .filter(kind -> !kind.equals(Community.WHOLE))
                .mapToInt(kind -> times.count(kind, steady, spike)).sum() / ((spike - steady) / 1e9)), "");
        for (String kind : times.kinds()) {
            report.row("… p50 / p95 of “" + kind + "”", "", ms(times.percentile(kind, 0.5, steady, spike)) + " / "
                    + ms(times.percentile(kind, 0.95, steady, spike)), "");
        }
        double spikePerSecond = times.count(Community.WHOLE, spike, after) / ((after - spike) / 1e9);
        double spiked = times.percentileOfAll(0.95, spike, after);
        report.row("Spike, %d communities for 30 s: life cycles per second".formatted(users * 10), "≥ 50",
                "%.1f /s".formatted(spikePerSecond), ratio(spikePerSecond, 50));
        report.row("… p95 of all requests", "< 500 ms", ms(spiked), ratio(500, spiked));
        report.row("… back to normal (p95 of a second within 1.5 × of before, or below 50 ms)", "≤ 30 s",
                back(times, after, end, Math.max(50, 1.5 * normal)), "");
        report.row("Errors in all of this", "0", Integer.toString(times.failures().size()), "");
        times.failures().stream().limit(5).forEach(Bench::say);
    }

    private static String back(Times times, long after, long end, double normal) {
        for (int second = 0; after + (second + 1) * 1_000_000_000L <= end; second++) {
            double p95 = times.percentileOfAll(0.95, after + second * 1_000_000_000L, after + (second + 1) * 1_000_000_000L);
            if (p95 > 0 && p95 <= normal) {
                return (second + 1) + " s";
            }
        }
        return "not within the time watched";
    }

    private static Void live(Community community, Times times, AtomicLong until) {
        while (System.nanoTime() < until.get()) {
            try {
                community.life(times);
            } catch (IOException counted) {
                // In the list of failures already; the next life begins afresh.
            }
        }
        return null;
    }

    private void starts() throws Exception {
        for (boolean withCache : new boolean[] {true, false}) {
            if (withCache && !Files.exists(App.CACHE)) {
                continue;
            }
            double[] took = new double[5];
            for (int i = 0; i < took.length; i++) {
                say("start %d %s".formatted(i + 1, withCache ? "with AOT cache" : "without"));
                long from = System.nanoTime();
                try (App app = start(withCache)) {
                    took[i] = (System.nanoTime() - from) / 1e9;
                }
            }
            Arrays.sort(took);
            report.row("Packaged start to the first answer, median of 5, " + (withCache ? "with the AOT cache" : "without it"), "≤ 8 s",
                    "%.1f s (%.1f–%.1f)".formatted(took[2], took[0], took[4]), ratio(8, took[2]));
        }
    }

    static String ms(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f ms" : "%.0f ms", value);
    }

    /** Above 1 is better than asked for. */
    static String ratio(double good, double than) {
        return than == 0 ? "" : String.format(Locale.ROOT, "%.2f", good / than);
    }

    private static String grouped(String number) {
        return String.format(Locale.ROOT, "%,d", Long.parseLong(number));
    }

    static void say(String what) {
        System.err.println("bench: " + what);
    }
}
