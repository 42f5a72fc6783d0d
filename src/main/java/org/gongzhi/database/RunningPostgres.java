package org.gongzhi.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The embedded PostgreSQL of another Gongzhi that is running on this data folder; a command line verb works beside it. */
record RunningPostgres(String url, Login owner, Login application) implements DatabaseServer {

    static RunningPostgres of(Path dataDir) {
        Path folder = dataDir.resolve(EmbeddedPostgres.FOLDER);
        try {
            int port = Integer.parseInt(Files.readString(folder.resolve(EmbeddedPostgres.PORT_FILE), UTF_8)
                    .strip());
            Login superuser = new Login(
                    EmbeddedPostgres.SUPERUSER,
                    Files.readString(folder.resolve(EmbeddedPostgres.PASSWORD_FILE), UTF_8)
                            .strip());
            return new RunningPostgres(
                    EmbeddedPostgres.url(port, EmbeddedPostgres.DATABASE),
                    superuser.derived(DatabaseRoles.OWNER),
                    superuser.derived(DatabaseRoles.APPLICATION));
        } catch (IOException | NumberFormatException e) {
            throw new UncheckedIOException(
                    "The database of the running Gongzhi in " + dataDir + " is not ready yet", new IOException(e));
        }
    }

    @Override
    public void close() {
        // The process that started it stops it.
    }
}
