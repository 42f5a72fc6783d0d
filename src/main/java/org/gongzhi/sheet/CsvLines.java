package org.gongzhi.sheet;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.sheet.SheetReader.Sink;
import org.gongzhi.sheet.SheetReader.Unreadable;

/** Lines parted by commas, semicolons or tabs, quoted where needed (RFC 4180); in UTF-8 or UTF-16 with a mark, UTF-8 without, or GB18030, which Excel writes here. */
final class CsvLines {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int LOOKED_AT = 4_000;

    private final String text;
    private final char between;
    private int at;
    private int line = 1;

    private CsvLines(String text) {
        this.text = text;
        this.between = between(text);
    }

    static void read(byte[] content, Sink sink) {
        new CsvLines(decode(content)).read(sink);
    }

    private static String decode(byte[] content) {
        if (startsWith(content, 0xEF, 0xBB, 0xBF)) {
            return new String(content, 3, content.length - 3, StandardCharsets.UTF_8);
        }
        if (startsWith(content, 0xFF, 0xFE)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16LE);
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return new String(content, 2, content.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            return strictly(content, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            try {
                return strictly(content, GB18030);
            } catch (CharacterCodingException neither) {
                throw new Unreadable(Outcome.invalid("file", SheetRefusal.NOT_A_SHEET));
            }
        }
    }

    private static String strictly(byte[] content, Charset charset) throws CharacterCodingException {
        String text = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(content))
                .toString();
        // A picture may by chance be valid text; a sheet has no zero bytes.
        if (text.indexOf('\0') >= 0) {
            throw new Unreadable(Outcome.invalid("file", SheetRefusal.NOT_A_SHEET));
        }
        return text;
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

    /** The sign that stands most often outside quotes near the beginning. */
    private static char between(String text) {
        char best = ',';
        int most = 0;
        for (char candidate : new char[] {',', '\t', ';'}) {
            int count = 0;
            boolean isQuoted = false;
            for (int i = 0; i < Math.min(text.length(), LOOKED_AT); i++) {
                char c = text.charAt(i);
                isQuoted ^= c == '"';
                count += !isQuoted && c == candidate ? 1 : 0;
            }
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private void read(Sink sink) {
        boolean isWanted = true;
        while (isWanted && at < text.length()) {
            int number = line;
            isWanted = sink.take(number, cells());
        }
    }

    private List<String> cells() {
        List<String> cells = new ArrayList<>();
        boolean isOver = false;
        while (!isOver) {
            cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
            isOver = at >= text.length() || text.charAt(at) != between;
            if (!isOver) {
                at++;
            }
            if (cells.size() > SheetReader.MOST_COLUMNS) {
                return cells;
            }
        }
        endLine();
        return cells;
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != between && !isEnd(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        int opened = line;
        var cell = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                line += c == '\n' ? 1 : 0;
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append('"');
                at++;
            } else {
                // What stands between the closing quote and the sign is kept rather than lost.
                return cell.append(plain()).toString();
            }
        }
        throw new Unreadable(Outcome.invalid("file", SheetRefusal.QUOTE_OPEN, opened));
    }

    private void endLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
    }

    private static boolean isEnd(char c) {
        return c == '\n' || c == '\r';
    }
}
