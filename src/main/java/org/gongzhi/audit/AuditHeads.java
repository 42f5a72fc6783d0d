package org.gongzhi.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Heads of the chain in a plain file outside the database, one line each: {@code 2026-11-24T07:10:00Z 1204 9f86d0…}. Copy it away now and then; whoever
 * rewrites the tables cannot rewrite the copy.
 */
@Component
class AuditHeads {

    /** A new line after so many entries or so long, whichever comes first: enough to notice a theft, small enough to keep for years. */
    static final int EVERY = 500;

    static final Duration AT_LEAST = Duration.ofMinutes(1);

    private static final Pattern LINE = Pattern.compile("(\\S+) (\\d{1,18}) ([0-9a-f]{64})");

    private final Path file;
    private long lastPosition;
    private Instant lastAt = Instant.EPOCH;

    @Autowired
    AuditHeads(@Value("${gongzhi.data-dir}") String dataFolder) {
        this(Path.of(dataFolder));
    }

    AuditHeads(Path dataFolder) {
        this.file = dataFolder.resolve("audit-heads.log");
    }

    Path file() {
        return file.toAbsolutePath();
    }

    synchronized void note(Instant at, AuditSealer.Head head) {
        boolean isSoon = head.position() - lastPosition < EVERY && at.isBefore(lastAt.plus(AT_LEAST));
        if (head.position() <= lastPosition || isSoon) {
            return;
        }
        String line = at + " " + head.position() + " " + head.chain() + "\n";
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = US_ASCII.encode(line);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The heads of the audit chain cannot be written to " + file(), e);
        }
        lastPosition = head.position();
        lastAt = at;
    }

    /** A line of the file: a head, or words that are none. */
    record Noted(int line, String text, AuditSealer.Head head) {
        boolean isReadable() {
            return head.position() > 0;
        }
    }

    List<Noted> all() {
        List<Noted> heads = new ArrayList<>();
        try {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file, US_ASCII) : List.of();
            for (String line : lines) {
                Matcher matcher = LINE.matcher(line);
                AuditSealer.Head head = matcher.matches()
                        ? new AuditSealer.Head(Long.parseLong(matcher.group(2)), matcher.group(3))
                        : AuditSealer.Head.NONE;
                heads.add(new Noted(heads.size() + 1, line, head));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The heads of the audit chain cannot be read from " + file(), e);
        }
        return heads;
    }
}
