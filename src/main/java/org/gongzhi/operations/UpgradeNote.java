package org.gongzhi.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What the last upgrade of a data folder began with, so that the way back is one command.
 *
 * @param from the version of the database before: 0047
 * @param backup made right before
 * @param isDone the upgrade went through: the next one begins anew
 */
record UpgradeNote(String from, String to, Path backup, boolean isDone) {

    private static final String FILE = "last-upgrade";

    void write(Path dataDir) throws IOException {
        Files.writeString(
                dataDir.resolve(FILE),
                "from=%s\nto=%s\nbackup=%s\ndone=%s\n".formatted(from, to, backup, isDone),
                UTF_8);
    }

    static Optional<UpgradeNote> read(Path dataDir) throws IOException {
        Path file = dataDir.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var written = new Properties();
        // A backslash is part of a path on some machines, and an escape in a file of properties.
        written.load(new StringReader(Files.readString(file, UTF_8).replace("\\", "\\\\")));
        return Optional.of(new UpgradeNote(
                written.getProperty("from", ""),
                written.getProperty("to", ""),
                Path.of(written.getProperty("backup", "")),
                Boolean.parseBoolean(written.getProperty("done"))));
    }

    UpgradeNote done() {
        return new UpgradeNote(from, to, backup, true);
    }

    static void forget(Path dataDir) throws IOException {
        Files.deleteIfExists(dataDir.resolve(FILE));
    }
}
