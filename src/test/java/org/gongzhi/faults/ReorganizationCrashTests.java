package org.gongzhi.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongzhi.kernel.Time;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed in the middle, a change of the tree has not begun; started again, it is made whole, and so is its undoing. */
class ReorganizationCrashTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String COMMUNITY = "110105001026000";
    /** Changed after most others: whoever has changed steps and waits for it is in the middle of the work. */
    private static final String LATE = "todo";

    private static final String CONTENTS = """
            select sum(hashtextextended(row, 0) % 1000000007) from (
                select (to_jsonb(d) - 'version')::text as row from demand d union all select to_jsonb(t)::text from todo t
                union all select to_jsonb(s)::text from demand_step s union all select to_jsonb(c)::text from demand_code c
                union all select to_jsonb(r)::text from region r where r.closed_on is null and r.level > 3) rows
            """;

    @TempDir
    private Path folder;

    private CookieManager cookies = new CookieManager();
    private HttpClient client = HttpClient.newHttpClient();

    @Test
    void aChangeAndItsUndoingKilledHalfWayAreMadeWholeAndLoseNothing() throws Exception {
        Path log = folder.resolve("log");
        try (var application = new RunningApplication(folder.resolve("data"), log, List.of())) {
            application.plantRegions();
            var residents = new Residents(application);
            residents.awaitMore(40, PATIENCE);
            residents.finish();
            one(
                    application,
                    "with u as (update account_secret set must_change = false returning 1) select count(*) from u");
            long demands = one(application, "select count(*) from demand");
            long contents = contents(application);
            signIn(application, password(log));
            String id = field(
                    send(application, "/api/reorganizations", """
                            {"subject":"region","kind":"move","nodes":["%s"],"parent":"110105002000000","effectiveOn":"%s"}
                            """.formatted(COMMUNITY, LocalDate.now(Time.ZONE))),
                    "id");

            killHalfWay(application, "/api/reorganizations/" + id + "/application");
            assertThat(contentsWhile(application, "applying", contents))
                    .as("nothing has happened")
                    .isEqualTo(contents);
            awaitState(application, "applied");
            assertThat(one(application, "select count(*) from demand")).isEqualTo(demands);
            assertThat(one(application, "select count(*) from demand where street_code = 110105002000000"))
                    .isEqualTo(demands);
            assertThat(one(
                            application,
                            "select count(*) from demand_past_region where region_code / 1000 * 1000 = " + COMMUNITY))
                    .isEqualTo(demands);
            assertThat(residents.lost()).isEmpty();

            signIn(application, password(log));
            long moved = contents(application);
            killHalfWay(application, "/api/reorganizations/" + id + "/undoing");
            assertThat(contentsWhile(application, "undoing", moved))
                    .as("nothing has been taken back")
                    .isEqualTo(moved);
            awaitState(application, "undone");
            assertThat(contents(application))
                    .as("all of it has been taken back")
                    .isEqualTo(contents);
            assertThat(residents.lost()).isEmpty();
        }
        RunningApplication.Said verified = RunningApplication.verb(folder.resolve("data"), "verify-audit");
        assertThat(verified.exitCode()).as(verified.printed()).isZero();
    }

    /** Lets the work come as far as that table, and no further; kills the application there and starts it again. */
    private void killHalfWay(RunningApplication application, String path) throws Exception {
        try (Connection held = application.database().getConnection();
                var statement = held.createStatement()) {
            held.setAutoCommit(false);
            statement.execute("lock table " + LATE + " in share mode");
            send(application, path, "");
            RunningApplication.awaiting(
                    PATIENCE,
                    () -> "the work does not come as far as " + LATE,
                    () -> one(application, """
                            select count(*) from pg_locks l where not l.granted and l.relation = '%s'::regclass
                              and exists (select from pg_locks s where s.pid = l.pid and s.granted and s.mode = 'RowExclusiveLock'
                                          and s.relation = 'demand_step'::regclass)
                            """.formatted(LATE)) > 0);
            application.kill();
        } catch (SQLException gone) {
            // The database has followed its application.
        }
        application.startAgain();
    }

    private static void awaitState(RunningApplication application, String state) throws InterruptedException {
        RunningApplication.awaiting(
                PATIENCE,
                () -> "the change is not " + state,
                () -> one(application, "select count(*) from reorganization where state = '" + state + "'") == 1);
    }

    /** Of every row that a change may touch, without versions. */
    private static long contents(RunningApplication application) {
        return one(application, CONTENTS);
    }

    /** At one moment; what was expected when the application, back again, has carried on with the work already. */
    private static long contentsWhile(RunningApplication application, String state, long expected) {
        return one(
                application,
                "select case when exists (select from reorganization where state = '" + state + "') then (" + CONTENTS
                        + ") else " + expected + " end");
    }

    private static long one(RunningApplication application, String sql) {
        try {
            return application.count(sql);
        } catch (IOException | SQLException notNow) {
            throw new IllegalStateException(notNow);
        }
    }

    private static String password(Path log) throws IOException {
        Matcher shown = Pattern.compile("\\bxitong\\s+(\\S+)").matcher(Files.readString(log, UTF_8));
        assertThat(shown.find()).as("the first start shows the password").isTrue();
        return shown.group(1);
    }

    private void signIn(RunningApplication application, String password) throws IOException, InterruptedException {
        cookies = new CookieManager();
        client = HttpClient.newBuilder().cookieHandler(cookies).build();
        client.send(
                HttpRequest.newBuilder(application.at("/api/session")).build(), HttpResponse.BodyHandlers.discarding());
        send(application, "/api/session", "{\"login\":\"xitong\",\"password\":\"%s\"}".formatted(password));
    }

    private String send(RunningApplication application, String path, String body)
            throws IOException, InterruptedException {
        String token = cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(application.at(path))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", token)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isLessThan(300);
        return answer.body();
    }

    private static String field(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return found.group(1);
    }
}
