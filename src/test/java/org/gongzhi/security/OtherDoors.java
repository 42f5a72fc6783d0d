package org.gongzhi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.Browser;

/** The doors that no duty opens: what anybody hears on the street, and which doors a machine's token opens. */
final class OtherDoors {

    private static final List<String> VERBS = List.of("read", "register", "open311", "metrics");
    private static final Door METRICS = new Door("GET", "/actuator/prometheus", "", "application/json", null);

    private final SecurityPeople people;
    private final int port;
    private final UnaryOperator<String> named;

    OtherDoors(SecurityPeople people, int port, UnaryOperator<String> named) {
        this.people = people;
        this.port = port;
        this.named = named;
    }

    /** As it stands on the page. */
    String page(List<Door> open, List<Door> workplace) {
        var text = new StringBuilder("""

                ## Doors on the street

                Nobody signs in here: residents at the public window, programs at Open311, calendars with a secret address. What is somebody's own is opened by a code or a
                key that was given to them, and is not there (∅) without it.

                | Door | Anybody |
                |---|:-:|
                """);
        assertThat(open).hasSizeGreaterThan(10);
        try (Browser stranger = new Browser(port, "127.0.0.7")) {
            stranger.get("/api/session");
            for (Door door : open) {
                Browser.Answer answer = door.knock(stranger, named, "\"0\"");
                assertThat(answer.status()).as("%s: %s", door, answer.body()).isLessThan(500);
                text.append("| `")
                        .append(door)
                        .append("` | ")
                        .append(sign(answer.status()))
                        .append(" |\n");
            }
        }
        text.append("""

                ## Machine tokens

                A token opens the doors of its verbs, below its own node, from its addresses, until its end; every other door is shut to it, and these are shut to it without
                the verb. A key with the verb open311 also reports at `POST /open311/v2/requests`. Metrics are opened by nothing else, whoever has signed in.

                | Door | read | register | open311 | metrics |
                |---|:-:|:-:|:-:|:-:|
                """);
        Map<String, String> tokens = tokens();
        try (Browser machine = new Browser(port, "127.0.0.1")) {
            for (Door door : withMetrics(workplace)) {
                List<String> heard = VERBS.stream()
                        .map(verb -> heard(machine, door, verb, Objects.requireNonNull(tokens.get(verb))))
                        .toList();
                if (heard.stream().anyMatch(sign -> !sign.equals("—"))) {
                    text.append("| `")
                            .append(door)
                            .append("` | ")
                            .append(String.join(" | ", heard))
                            .append(" |\n");
                }
            }
        }
        return text.toString();
    }

    private String heard(Browser machine, Door door, String verb, String token) {
        Browser.Answer answer = door.knock(machine, named, "\"0\"", "Authorization", "Bearer " + token);
        assertThat(answer.status())
                .as("%s with %s: %s", door, verb, answer.body())
                .isNotEqualTo(401)
                .isLessThan(500);
        return sign(answer.status());
    }

    private static List<Door> withMetrics(List<Door> workplace) {
        var doors = new ArrayList<>(workplace);
        doors.add(METRICS);
        return doors;
    }

    private static String sign(int status) {
        return switch (status) {
            case 401, 403 -> "—";
            case 404 -> "∅";
            default -> status < 300 ? "✓" : "·";
        };
    }

    private Map<String, String> tokens() {
        Map<String, String> tokens = new LinkedHashMap<>();
        try (Browser administrator = new Browser(port, "127.0.0.6")) {
            administrator.signIn(
                    people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG).login(), SecurityPeople.PASSWORD);
            for (String verb : VERBS) {
                Browser.Answer issued = administrator.post(
                        "/api/machine-tokens",
                        """
                        {"name": "门边的机器", "regionCode": "%s", "verbs": ["%s"], "addresses": [], "expiresOn": "%s"}""".formatted(CHAOYANG, verb, LocalDate.now(Time.ZONE).plusDays(1)),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
                assertThat(issued.status()).as(issued.body().toString()).isEqualTo(200);
                tokens.put(verb, issued.body().path("token").asString());
            }
        }
        return tokens;
    }
}
