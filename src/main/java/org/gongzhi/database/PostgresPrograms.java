package org.gongzhi.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/** A folder with PostgreSQL's programs, and the major version they are. */
record PostgresPrograms(Path bin, int major) {

    private static final Logger log = LoggerFactory.getLogger(PostgresPrograms.class);
    private static final int BUNDLED_MAJOR = 18;

    String program(String name) {
        return bin.resolve(OperatingSystem.current() == OperatingSystem.WINDOWS ? name + ".exe" : name)
                .toString();
    }

    /** The programs that travel inside the application, unpacked below the given folder once. */
    static PostgresPrograms bundled(Path parent) {
        String archive = archive();
        URL source = PostgresPrograms.class.getResource("/" + archive);
        if (source == null) {
            throw new DatabaseUnavailable(
                    "This build of Gongzhi has no PostgreSQL for this machine (" + archive + ").",
                    "Build it on a machine of this kind, or use an external PostgreSQL with --spring.datasource.url=jdbc:postgresql://...");
        }
        return unpacked(source, BUNDLED_MAJOR, parent);
    }

    /** Programs of another release, from an archive of the same making. */
    static PostgresPrograms unpacked(URL source, int major, Path parent) {
        try {
            // The size tells one release from another, at no cost at a start.
            Path home = parent.resolve(
                    "programs-" + major + "-" + source.openConnection().getContentLengthLong());
            if (!Files.isDirectory(home)) {
                log.info("Unpacking PostgreSQL {} (first start)", major);
                unpack(source, home);
            }
            return new PostgresPrograms(home.resolve("bin"), major);
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL cannot be unpacked below " + parent, e);
        }
    }

    /** The name of this machine's archive inside its artifact. */
    static String archive() {
        return "postgres-%s-%s.txz"
                .formatted(OperatingSystem.current().name().toLowerCase(Locale.ROOT), architecture());
    }

    private static String architecture() {
        String name = System.getProperty("os.arch");
        return name.equals("aarch64") ? "arm_64" : "x86_64";
    }

    /** Unpacks beside the target and renames at the end, so that an interrupted start leaves no half folder behind. */
    private static void unpack(URL source, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path unfinished = home.resolveSibling(home.getFileName() + ".unfinished");
        deleteTree(unfinished);
        try (InputStream raw = source.openStream();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(raw)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = unfinished.resolve(entry.getName()).normalize();
                if (!target.startsWith(unfinished)) {
                    throw new IOException("entry outside the archive: " + entry.getName());
                }
                unpack(entry, tar, target);
            }
        }
        Files.move(unfinished, home);
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if (OperatingSystem.current() != OperatingSystem.WINDOWS) {
            boolean executable = (entry.getMode() & 0100) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
