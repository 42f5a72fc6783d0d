package load;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The packaged application as a process, as {@code ./gongzhi run} starts it, on a folder of its own. */
final class App implements AutoCloseable {

    static final Path PACKAGED = Path.of("target/app/gongzhi.jar");
    static final Path CACHE = Path.of("target/app/gongzhi.aot");

    private final Process process;
    final int port;
    final Path data;

    private App(Process process, int port, Path data) {
        this.process = process;
        this.port = port;
        this.data = data;
    }

    /** Returns once the first page is answered. */
    static App start(Path data, boolean withCache, List<String> arguments) throws IOException, InterruptedException {
        int port = freePort();
        Files.createDirectories(data);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8", "-Duser.timezone=Asia/Shanghai", "--enable-native-access=ALL-UNNAMED"));
        if (withCache) {
            command.add("-XX:AOTCache=" + CACHE);
        }
        command.addAll(List.of("-jar", PACKAGED.toString(), "--server.port=" + port, "--gongzhi.data-dir=" + data,
                "--gongzhi.demo=true", "--gongzhi.rate-limits.factor=1000000"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolveSibling("application.log").toFile()))
                .start();
        var app = new App(process, port, data);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        app.awaitFirstPage();
        return app;
    }

    /** A second node on the database of this one, with a copy of its keys. */
    App another(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("keys"));
        try (Stream<Path> keys = Files.list(data.resolve("keys"))) {
            for (Path key : keys.toList()) {
                Files.copy(key, folder.resolve("keys").resolve(key.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return start(folder, Files.exists(CACHE), List.of(
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + Files.readString(data.resolve("postgresql/port")).strip() + "/gongzhi",
                "--spring.datasource.username=gongzhi_owner", "--spring.datasource.password=" + databasePassword("gongzhi_owner"),
                "--gongzhi.datasource.app-password=" + databasePassword("gongzhi_app")));
    }

    private void awaitFirstPage() throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofMinutes(30).toNanos();
        while (System.nanoTime() < deadline) {
            try (var connection = new Connection(port)) {
                if (connection.get("/actuator/health/readiness").status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // Nothing listens before everything is loaded.
            }
            if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the application ended; see " + data.resolveSibling("application.log"));
            }
        }
        throw new IllegalStateException("the application does not answer");
    }

    /** Where plain SQL goes, with the application's own role and rights. */
    List<String> databaseOptions() throws IOException {
        return List.of("-h", "127.0.0.1", "-p", Files.readString(data.resolve("postgresql/port")).strip(), "-U", "gongzhi_app");
    }

    String databasePassword(String role) throws IOException {
        String first = Files.readString(data.resolve("postgresql/password")).strip();
        if (role.equals("postgres")) {
            return first;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(first.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("gongzhi database role " + role).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One statement through psql, as the superuser; returns what it printed. */
    String sql(String statement) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(tool("psql"), "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", "127.0.0.1", "-p",
                Files.readString(data.resolve("postgresql/port")).strip(), "-U", "postgres", "-d", "gongzhi", "-c", statement);
        builder.environment().put("PGPASSWORD", databasePassword("postgres"));
        Process psql = builder.redirectErrorStream(true).start();
        String printed = new String(psql.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        if (psql.waitFor() != 0) {
            throw new IOException("psql: " + printed);
        }
        return printed;
    }

    /** Debian keeps the tools of each PostgreSQL out of the path. */
    static String tool(String name) throws IOException {
        try (Stream<Path> versions = Files.exists(Path.of("/usr/lib/postgresql")) ? Files.list(Path.of("/usr/lib/postgresql")) : Stream.empty()) {
            return versions.map(version -> version.resolve("bin").resolve(name))
                    .filter(Files::isExecutable)
                    .map(Path::toString)
                    .max(String::compareTo)
                    .orElse(name);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
