package load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The table: what was asked for, what was measured, and the ratio (above 1 is better than asked for). */
final class Report {

    private record Row(String what, String target, String measured, String ratio) {}

    private record Fact(String name, String value) {}

    private final List<Row> rows = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();

    void row(String what, String target, String measured, String ratio) {
        rows.add(new Row(what, target, measured, ratio));
        System.err.printf("bench:   %-80s %-10s %s%n", what, target, measured);
    }

    void fact(String name, String value) {
        facts.add(new Fact(name, value));
    }

    void write(Path file) throws IOException {
        fact("Measured", ZonedDateTime.now().format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z")));
        fact("Processor", firstOf("/proc/cpuinfo", "model name") + ", " + Runtime.getRuntime().availableProcessors() + " cores, load tool and database included");
        fact("Memory", firstOf("/proc/meminfo", "MemTotal"));
        fact("System", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java " + System.getProperty("java.runtime.version"));
        fact("Load average at the end (1, 5, 15 min)", Files.exists(Path.of("/proc/loadavg")) ? Files.readString(Path.of("/proc/loadavg")).split(" [0-9]+/")[0] : "");
        var text = new StringBuilder("# Measured\n\n");
        facts.forEach(fact -> text.append("* ").append(fact.name()).append(": ").append(fact.value()).append('\n'));
        text.append("\n| What | Asked for | Measured | Ratio (above 1: better) |\n| --- | --- | --- | --- |\n");
        rows.forEach(row -> text.append("| ").append(row.what()).append(" | ").append(row.target()).append(" | ")
                .append(row.measured()).append(" | ").append(row.ratio()).append(" |\n"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        System.out.println(text);
    }

    private static String firstOf(String file, String name) throws IOException {
        if (!Files.exists(Path.of(file))) {
            return "unknown";
        }
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .limit(1)
                .collect(Collectors.joining());
    }
}
