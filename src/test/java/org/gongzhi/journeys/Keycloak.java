package org.gongzhi.journeys;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Keycloak as its makers deliver it, unpacked in a folder, with the realm that stands beside the tests. It can be stopped and started again. */
final class Keycloak {

    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final Path home;
    private final int port = free();
    private Process running;

    /** @param home where the distribution was unpacked */
    Keycloak(Path home) {
        this.home = home.toAbsolutePath();
        this.running = start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    String issuer() {
        return "http://127.0.0.1:" + port + "/realms/gongzhi";
    }

    void stop() {
        running.descendants().forEach(ProcessHandle::destroy);
        running.destroy();
        try {
            if (!running.waitFor(30, TimeUnit.SECONDS)) {
                running.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void startAgain() {
        running = start();
    }

    private Process start() {
        try {
            Path realms = Files.createDirectories(home.resolve("data/import"));
            Files.copy(
                    Path.of("src/test/resources/gongzhi-realm.json"),
                    realms.resolve("gongzhi-realm.json"),
                    StandardCopyOption.REPLACE_EXISTING);
            var command = new ProcessBuilder(
                            "bash",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port)
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target/keycloak.log").toFile());
            command.environment().put("JAVA_HOME", System.getProperty("java.home"));
            command.environment().put("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx512m");
            // Its threads need this from Java 24 on, and its own script does not say it.
            command.environment().put("JAVA_OPTS_APPEND", "--add-opens=java.base/java.lang=ALL-UNNAMED");
            Process process = command.start();
            Awaitility.await("Keycloak answers, see target/keycloak.log")
                    .atMost(LONGEST_START)
                    .failFast("Keycloak has ended, see target/keycloak.log", () -> !process.isAlive())
                    .until(this::answers);
            return process;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean answers() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int free() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
