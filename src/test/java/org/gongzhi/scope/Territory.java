package org.gongzhi.scope;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.support.Browser;
import org.gongzhi.support.RandomTree;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A territory as it stands after its months, and those who look at it now: some of every kind of duty, each at a browser, signed in. */
final class Territory implements AutoCloseable {

    final long seed;
    final RandomTree tree;
    final Staff staff;
    final LivedWorld lived;
    final JdbcClient owner;
    final Truth truth;

    private final HikariDataSource tables;
    private final Map<UUID, Browser> browsers = new HashMap<>();
    private final Map<UUID, UUID> actingAs = new HashMap<>();

    Territory(
            long seed,
            RandomTree tree,
            Staff staff,
            LivedWorld lived,
            JdbcClient owner,
            HikariDataSource tables,
            Truth truth) {
        this.seed = seed;
        this.tree = tree;
        this.staff = staff;
        this.lived = lived;
        this.owner = owner;
        this.tables = tables;
        this.truth = truth;
    }

    /** Of every kind of duty two, with and without a line, those first who have something to see; and every duty of some who hold several. */
    List<Held> readers() {
        Map<String, List<Held>> byKind = new LinkedHashMap<>();
        List<Held> shuffled = new ArrayList<>(staff.duties);
        java.util.Collections.shuffle(shuffled, new Random(seed));
        shuffled.sort(
                java.util.Comparator.comparing(held -> truth.demands().stream().noneMatch(held::sees)));
        for (Held held : shuffled) {
            List<Held> alike = byKind.computeIfAbsent(
                    held.kind() + (held.kinds() == null ? "" : " of a line"), _ -> new ArrayList<>());
            if (alike.size() < 2) {
                alike.add(held);
            }
        }
        List<Held> readers =
                new ArrayList<>(byKind.values().stream().flatMap(List::stream).toList());
        for (Held held : List.copyOf(readers)) {
            staff.duties.stream()
                    .filter(other -> other.account().equals(held.account()) && !readers.contains(other))
                    .limit(readers.size() < 28 ? 2 : 0)
                    .forEach(readers::add);
        }
        return readers;
    }

    Browser as(Held held, int port) {
        Browser browser = browsers.computeIfAbsent(held.account(), _ -> {
            Browser fresh = new Browser(port, "127.0.0.1");
            Browser.Answer answer = fresh.signIn(held.login(), Staff.PASSWORD);
            if (answer.status() != 200) {
                throw new AssertionError("cannot sign in: " + answer.body());
            }
            return fresh;
        });
        if (!held.id().equals(actingAs.put(held.account(), held.id()))) {
            Browser.Answer answer = browser.put("/api/session/duty", "{\"dutyId\":\"" + held.id() + "\"}");
            if (answer.status() != 200) {
                throw new AssertionError("cannot act as " + held + ": " + answer.body());
            }
        }
        return browser;
    }

    String because(Held held, String what) {
        return "seed " + seed + ", " + held + " asks " + what;
    }

    static List<String> texts(JsonNode items, String name) {
        List<String> texts = new ArrayList<>();
        items.forEach(item -> texts.add(item.path(name).asString("")));
        return texts;
    }

    @Override
    public void close() {
        browsers.values().forEach(Browser::close);
        tables.close();
    }
}
