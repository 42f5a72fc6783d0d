package org.gongzhi.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;

/** What a file is, told by its first bytes; what its name says is not asked. */
enum FileKind {
    JPEG,
    PNG,
    PDF,
    HEIC,
    WEBP,
    OTHER;

    static FileKind of(byte[] content) {
        if (startsWith(content, 0, "\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (startsWith(content, 0, "\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (startsWith(content, 0, "%PDF-")) {
            return PDF;
        }
        if (startsWith(content, 0, "RIFF") && startsWith(content, 8, "WEBP")) {
            return WEBP;
        }
        boolean isHeic = startsWith(content, 4, "ftyp")
                && Arrays.stream(new String[] {"heic", "heix", "hevc", "heim", "heis", "mif1", "msf1", "avif"})
                        .anyMatch(brand -> startsWith(content, 8, brand));
        return isHeic ? HEIC : OTHER;
    }

    /** Whether a name promises a picture: decides only between two sentences of refusal. */
    static boolean isNamedAsImage(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).matches(".*\\.(jpe?g|png|gif|bmp|tiff?|jfif)");
    }

    /** A PDF whose beginning and end are there; a cut-off upload lacks the end. */
    static boolean isWholePdf(byte[] content) {
        int tail = Math.min(content.length, 1024);
        return new String(content, content.length - tail, tail, ISO_8859_1).contains("%%EOF");
    }

    private static boolean startsWith(byte[] content, int from, String magic) {
        byte[] wanted = magic.getBytes(ISO_8859_1);
        return content.length >= from + wanted.length
                && Arrays.equals(content, from, from + wanted.length, wanted, 0, wanted.length);
    }
}
