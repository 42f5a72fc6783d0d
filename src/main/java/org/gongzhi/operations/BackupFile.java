package org.gongzhi.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.gongzhi.database.DatabaseCopy;
import org.jspecify.annotations.Nullable;

/**
 * One backup as one zip file, so that it can be looked into with anything. Its last entry names every file with its SHA-256: a backup that was cut off or changed
 * is noticed before anything is unpacked over it.
 */
final class BackupFile {

    private static final String MANIFEST = "manifest.sha256";

    private BackupFile() {}

    /** Writes a backup; it is none until {@link #finish}. */
    static final class Writer implements DatabaseCopy.Sink, AutoCloseable {
        private final ZipOutputStream zip;
        private final LongConsumer progress;
        private final StringBuilder manifest = new StringBuilder();
        private long bytes;

        /** @param progress told how many bytes have been read so far */
        Writer(Path file, LongConsumer progress) throws IOException {
            OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW);
            this.zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
            this.progress = progress;
            // Most of a database packs well; harder packing would take ten times as long for a tenth.
            zip.setLevel(Deflater.BEST_SPEED);
        }

        @Override
        public void folder(String name) throws IOException {
            zip.putNextEntry(new ZipEntry(name + "/"));
            zip.closeEntry();
        }

        @Override
        public void file(String name, InputStream content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            var digest = new DigestInputStream(content, sha256());
            bytes += digest.transferTo(zip);
            zip.closeEntry();
            manifest.append(hex(digest.getMessageDigest()))
                    .append("  ")
                    .append(name)
                    .append('\n');
            progress.accept(bytes);
        }

        void finish() throws IOException {
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(manifest.toString().getBytes(UTF_8));
            zip.closeEntry();
            zip.finish();
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    /** Unpacks into an empty folder; {@link ZipException} when the file is damaged or incomplete. */
    static void unpack(Path file, Path target, LongConsumer progress) throws IOException {
        try (var zip = new ZipFile(file.toFile(), UTF_8)) {
            Map<String, String> wanted = manifest(zip);
            long bytes = 0;
            for (ZipEntry entry : entries(zip)) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new ZipException(entry.getName() + " leads out of the backup");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else if (!entry.getName().equals(MANIFEST)) {
                    Files.createDirectories(path.getParent());
                    bytes += unpack(zip, entry, path, wanted.remove(entry.getName()));
                    progress.accept(bytes);
                }
            }
            if (!wanted.isEmpty()) {
                throw new ZipException(wanted.size() + " files are missing, first "
                        + wanted.keySet().iterator().next());
            }
        }
    }

    /** Of everything in it, unpacked. */
    static long size(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile(), UTF_8)) {
            return entries(zip).stream()
                    .mapToLong(entry -> Math.max(0, entry.getSize()))
                    .sum();
        }
    }

    private static long unpack(ZipFile zip, ZipEntry entry, Path path, @Nullable String wanted) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            var digest = new DigestInputStream(content, sha256());
            long bytes = Files.copy(digest, path);
            if (!hex(digest.getMessageDigest()).equals(wanted)) {
                throw new ZipException(entry.getName() + " is not what was backed up");
            }
            return bytes;
        }
    }

    private static Map<String, String> manifest(ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(MANIFEST);
        if (entry == null) {
            throw new ZipException("it has no list of its files");
        }
        Map<String, String> wanted = new HashMap<>();
        try (InputStream content = zip.getInputStream(entry)) {
            new String(content.readAllBytes(), UTF_8)
                    .lines()
                    .forEach(line -> wanted.put(line.substring(66), line.substring(0, 64)));
        }
        return wanted;
    }

    private static List<ZipEntry> entries(ZipFile zip) {
        List<ZipEntry> entries = new ArrayList<>();
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            entries.add(all.nextElement());
        }
        return entries;
    }

    static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
