package org.gongzhi.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** Two nodes on one database behind a proxy that knows neither sessions nor persons. */
class TwoNodesTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern FIRST_PASSWORD = Pattern.compile("xitong +(\\S+) +系统管理员");

    @TempDir
    private static Path folder;

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    @Test
    void anyNodeServesAnyoneAndOneThatDiesTakesNothingWithIt() throws Exception {
        RegionFixtures.plant(database.owner());
        Path firstFolder = folder.resolve("first");
        Path secondFolder = folder.resolve("second");
        try (var first = RunningApplication.on(database, firstFolder, folder.resolve("first.log"))) {
            FileSystemUtils.copyRecursively(firstFolder.resolve("keys"), secondFolder.resolve("keys"));
            try (var second = RunningApplication.on(database, secondFolder, folder.resolve("second.log"));
                    var proxy = new PlainProxy(List.of(first.port(), second.port()))) {
                Matcher password = FIRST_PASSWORD.matcher(first.said());
                assertThat(password.find()).isTrue();
                assertThat(second.said()).as("one set of administrators").doesNotContain("系统管理员");

                var cookies = new CookieManager();
                HttpClient browser =
                        HttpClient.newBuilder().cookieHandler(cookies).build();
                get(browser, first, "/api/session");
                assertThat(signIn(browser, cookies, first, password.group(1)).statusCode())
                        .isEqualTo(200);
                assertThat(get(browser, second, "/api/session").body())
                        .as("signed in at one, known to the other")
                        .contains("xitong");

                var residents = new Residents(proxy);
                residents.awaitMore(30, PATIENCE);
                first.kill();
                residents.awaitMore(30, PATIENCE);
                residents.finish();

                assertThat(residents.lost()).isEmpty();
                assertThat(demands()).isEqualTo(residents.acknowledged());
                assertThat(get(browser, second, "/api/session").body()).contains("xitong");
            }
        }
    }

    private static long demands() {
        return JdbcClient.create(database.owner())
                .sql("select count(*) from demand")
                .query(Long.class)
                .single();
    }

    private static HttpResponse<String> signIn(
            HttpClient browser, CookieManager cookies, Entrance entrance, String password)
            throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(entrance.at("/api/session"))
                        .header("Content-Type", "application/json")
                        .header("X-XSRF-TOKEN", Residents.token(cookies))
                        .POST(BodyPublishers.ofString("{\"login\":\"xitong\",\"password\":\"%s\"}".formatted(password)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static HttpResponse<String> get(HttpClient browser, Entrance entrance, String path)
            throws IOException, InterruptedException {
        return browser.send(HttpRequest.newBuilder(entrance.at(path)).build(), BodyHandlers.ofString());
    }
}
