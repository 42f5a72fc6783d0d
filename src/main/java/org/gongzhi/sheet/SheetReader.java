package org.gongzhi.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Words;

/** Reads a sheet line by line, whatever program wrote it; never more of it in memory than its bytes and a line. */
final class SheetReader {

    static final int MOST_BYTES = 64 * 1024 * 1024;
    static final int MOST_LINES = 200_000;
    static final int MOST_COLUMNS = 200;
    static final int LONGEST_CELL = 32_767;
    /** What a workbook may grow to when unpacked; its list of texts is held in memory and so is bounded more narrowly. */
    private static final long MOST_UNPACKED = 1_200L * 1024 * 1024;

    private static final long MOST_TEXTS = 200L * 1024 * 1024;

    private SheetReader() {}

    /** Takes lines from the first on, as the sheet counts them; false ends the reading. Blank lines are not told. */
    @FunctionalInterface
    interface Sink {
        boolean take(int number, List<String> cells);
    }

    /** The file is not a sheet that can be read, and why. */
    @SuppressWarnings("serial")
    static final class Unreadable extends RuntimeException {
        private final transient Outcome.Refused<?> why;

        Unreadable(Outcome.Refused<?> why) {
            super(why.reason().code(), null, false, false);
            this.why = why;
        }

        Outcome.Refused<?> why() {
            return why;
        }
    }

    /** @throws Unreadable with the sentence for whoever sent it */
    static void read(byte[] content, Sink sink) {
        var bounded = new Bounded(sink);
        if (startsWith(content, 'P', 'K', 3, 4)) {
            requireBounded(content);
            XlsxLines.read(content, bounded);
        } else if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Unreadable(Outcome.invalid("file", SheetRefusal.OLD_EXCEL));
        } else {
            CsvLines.read(content, bounded);
        }
    }

    /** Tidies cells, drops blank lines, and holds the limits. */
    private static final class Bounded implements Sink {
        private final Sink sink;
        private int lines;

        Bounded(Sink sink) {
            this.sink = sink;
        }

        @Override
        public boolean take(int number, List<String> cells) {
            if (cells.size() > MOST_COLUMNS) {
                throw new Unreadable(Outcome.invalid("file", SheetRefusal.TOO_WIDE, MOST_COLUMNS, number));
            }
            List<String> tidy = new ArrayList<>(cells.size());
            boolean isBlank = true;
            for (String cell : cells) {
                String text = Words.tidy(cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell);
                isBlank &= text.isEmpty();
                tidy.add(text);
            }
            if (isBlank) {
                return true;
            }
            // A title and the headings stand above the lines.
            if (++lines > MOST_LINES + SheetHead.MOST_ABOVE) {
                throw new Unreadable(Outcome.invalid("file", SheetRefusal.TOO_MANY_LINES, MOST_LINES));
            }
            return sink.take(number, tidy);
        }
    }

    /** A few kilobytes can unpack to gigabytes: looked at before anything is held. */
    private static void requireBounded(byte[] content) {
        long unpacked = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipFile zip = ZipFile.builder()
                .setByteArray(content)
                .setIgnoreLocalFileHeader(true)
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                boolean isTexts = entry.getName().endsWith("sharedStrings.xml");
                long part = 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        part += read;
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED || (isTexts && part > MOST_TEXTS)) {
                            throw new Unreadable(
                                    Outcome.invalid("file", SheetRefusal.TOO_LARGE, MOST_BYTES / 1024 / 1024));
                        }
                    }
                }
            }
        } catch (Unreadable known) {
            throw known;
        } catch (IOException | RuntimeException broken) {
            throw new Unreadable(Outcome.invalid("file", SheetRefusal.NOT_A_SHEET));
        }
    }

    private static boolean startsWith(byte[] content, int... magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((content[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
