package org.gongzhi.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** The keys, which travel apart from the backup they open. */
final class KeyFolder {

    private KeyFolder() {}

    /** Copies every key with the rights it has: readable by its owner only. */
    static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> keys = Files.list(from)) {
            for (Path key : keys.toList()) {
                Files.copy(
                        key,
                        to.resolve(key.getFileName()),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
