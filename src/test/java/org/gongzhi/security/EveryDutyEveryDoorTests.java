package org.gongzhi.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;
import static org.gongzhi.support.RegionFixtures.YONGANLI_GRID_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Somebody of every duty knocks at every door of the workplace, signed in as people are, and what each hears stands in {@code docs/permissions.md}. Whoever opens
 * or shuts a door changes that page with it: {@code mvn test -Dtest=EveryDutyEveryDoorTests -Dgongzhi.permissions.write=true} writes it anew.
 */
@GongzhiTest
@Import(SecurityPeople.Beans.class)
// A house of its own: what is knocked at here changes rules, departments and accounts.
@TestPropertySource(properties = "gongzhi.rate-limits.factor=1000")
class EveryDutyEveryDoorTests {

    private static final Path KEPT = Path.of("docs", "permissions.md");

    private final SecurityPeople people;
    private final PermissionTable table;
    private final MessageSource messages;
    private final List<RequestMappingHandlerMapping> mappings;
    private final int port;

    @AutoClose
    private final Browser counter;

    EveryDutyEveryDoorTests(
            @Autowired SecurityPeople people,
            @Autowired PermissionTable table,
            @Autowired MessageSource messages,
            @Autowired List<RequestMappingHandlerMapping> mappings,
            @LocalServerPort int port) {
        this.people = people;
        this.table = table;
        this.messages = messages;
        this.mappings = mappings;
        this.port = port;
        this.counter = new Browser(port, "127.0.0.9");
    }

    @Test
    void whatEachDutyHearsAtEachDoorStandsInThePermissionTable() throws IOException {
        counter.signIn(people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI).login(), SecurityPeople.PASSWORD);
        List<Door> doors = Door.all(mappings, counter.get("/api/openapi").body());
        assertThat(doors).hasSizeGreaterThan(80);
        Map<DutyKind, Map<Door, Heard>> heard = new EnumMap<>(DutyKind.class);
        for (DutyKind duty : PermissionTable.DUTIES) {
            try (Browser browser = new Browser(port, "127.0.0.1")) {
                var somebody = people.holding(duty, nodeOf(duty));
                assertThat(browser.signIn(somebody.login(), SecurityPeople.PASSWORD)
                                .status())
                        .isEqualTo(200);
                heard.put(duty, knock(browser, doors));
            }
        }
        heard.forEach((duty, answers) -> answers.forEach((door, answer) -> {
            if (duty.isAdministrator() && door.path().startsWith("/api/demands/{id}")) {
                assertThat(answer).as("%s at %s", duty, door).isIn(Heard.NOT_THERE, Heard.REFUSED, Heard.ASKED_MORE);
            }
        }));
        JsonNode description = counter.get("/api/openapi").body();
        String page = page(doors, heard)
                + new OtherDoors(people, port, this::unknown).page(Door.open(mappings, description), doors);
        if (Boolean.getBoolean("gongzhi.permissions.write")) {
            Files.writeString(KEPT, page);
        }
        assertThat(Files.readString(KEPT))
                .as("%s is stale: see the class comment for how to write it, and read what changed", KEPT)
                .isEqualTo(page);
    }

    @Test
    void nobodyIsHeardAtAnyDoorWithoutSigningIn() {
        counter.signIn(people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI).login(), SecurityPeople.PASSWORD);
        List<Door> doors = Door.all(mappings, counter.get("/api/openapi").body());
        try (Browser stranger = new Browser(port, "127.0.0.8")) {
            stranger.get("/api/session");
            for (Door door : doors) {
                Browser.Answer answer = door.knock(stranger, this::unknown, "\"0\"");
                assertThat(answer.status()).as(door.toString()).isEqualTo(401);
            }
        }
    }

    @Test
    void aDoorForFilesToWhichNoneIsSentIsNoErrorOfOurs() {
        counter.signIn(people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI).login(), SecurityPeople.PASSWORD);
        Browser.Answer answer = counter.post(
                "/api/files", "{}", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("http.body-unreadable");
    }

    private Map<Door, Heard> knock(Browser browser, List<Door> doors) {
        UUID read = raised();
        return doors.stream().collect(Collectors.toMap(door -> door, door -> {
            // Whoever may change a matter changes it: each gets a fresh one.
            UUID demand = door.changes() && door.isOfADemand() ? raised() : read;
            String version = door.isOfADemand() ? versionOf(demand) : "\"0\"";
            Browser.Answer answer =
                    door.knock(browser, name -> door.isOfADemand() ? demand.toString() : unknown(name), version);
            assertThat(answer.status())
                    .as("%s: %s", door, answer.body())
                    .isNotEqualTo(401)
                    .isLessThan(500);
            return Heard.of(answer.status());
        }));
    }

    private String unknown(String variable) {
        return switch (variable) {
            case "book" -> "clock";
            case "code", "region" -> YONGANLI.toString();
            default -> UUID.randomUUID().toString();
        };
    }

    private UUID raised() {
        Browser.Answer answer = counter.post(
                "/api/demands", """
                {"regionCode": "110105001026001", "kind": "heating", "channel": "phone", "words": "暖气不热", "anonymous": true}""", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return UUID.fromString(answer.body().path("id").asString());
    }

    private String versionOf(UUID demand) {
        int version = counter.get("/api/demands/" + demand)
                .body()
                .path("demand")
                .path("version")
                .asInt();
        return "\"" + version + "\"";
    }

    /** Where the matter knocked at is theirs, or below them. */
    private static RegionCode nodeOf(DutyKind duty) {
        return switch (duty) {
            case GRID_WORKER -> YONGANLI_GRID_1;
            case COMMUNITY_CLERK, COMMUNITY_SECRETARY -> YONGANLI;
            case STREET_OFFICER, STREET_LEADER, DEPARTMENT_HANDLER -> JIANWAI;
            default -> CHAOYANG;
        };
    }

    private String page(List<Door> doors, Map<DutyKind, Map<Door, Heard>> heard) {
        var text = new StringBuilder("""
                # Who may do what

                Written by the application itself: `EveryDutyEveryDoorTests` signs somebody of every duty in, knocks at every door, and fails when this page says
                anything else. Abilities are what the pages ask before they show a button; doors are what the server answers whatever a page shows.

                ## Abilities

                """);
        header(text, "Ability");
        for (PermissionTable.Ability row : table.rows()) {
            text.append("| ").append(word("security.ability." + row.code())).append(" |");
            for (DutyKind duty : PermissionTable.DUTIES) {
                text.append(row.duties().contains(duty.code()) ? " ✓ |" : " — |");
            }
            text.append('\n');
        }
        text.append("""

                ## Doors

                The matter knocked at is a demand just registered in the community of 永安里; grid worker, community, street and district are those above it, and the
                department was not given it. Not listed: one's own session and account, which are everybody's own, and the description of the interface.

                - ✓ answered
                - · let in, and asked for more: the form, the state of the matter or its version does not allow it now
                - ∅ nothing there for this duty
                - — refused: not this duty's

                """);
        header(text, "Door");
        for (Door door : doors) {
            text.append("| `").append(door).append("` |");
            for (DutyKind duty : PermissionTable.DUTIES) {
                text.append(' ')
                        .append(Objects.requireNonNull(
                                        Objects.requireNonNull(heard.get(duty)).get(door))
                                .sign())
                        .append(" |");
            }
            text.append('\n');
        }
        return text.toString();
    }

    private void header(StringBuilder text, String first) {
        text.append("| ").append(first).append(" |");
        PermissionTable.DUTIES.forEach(duty ->
                text.append(' ').append(word("identity.duty." + duty.code())).append(" |"));
        text.append("\n|---|")
                .append(":-:|".repeat(PermissionTable.DUTIES.size()))
                .append('\n');
    }

    private String word(String key) {
        return messages.getMessage(key, null, Locale.ENGLISH);
    }

    private enum Heard {
        ANSWERED("✓"),
        ASKED_MORE("·"),
        NOT_THERE("∅"),
        REFUSED("—");

        private final String sign;

        Heard(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }

        static Heard of(int status) {
            return switch (status) {
                case 403 -> REFUSED;
                case 404 -> NOT_THERE;
                default -> status < 300 ? ANSWERED : ASKED_MORE;
            };
        }
    }
}
