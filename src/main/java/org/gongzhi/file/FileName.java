package org.gongzhi.file;

import java.text.Normalizer;

/** The name a file goes by: what people wrote, without folders, hidden turns of direction or characters that some system cannot store. */
final class FileName {

    private static final int MOST = 80;

    private FileName() {}

    /** With the ending that fits the content: {@code 照片.HEIC} that is a JPEG becomes {@code 照片.jpg}. */
    static String of(String written, String ending) {
        String name = Normalizer.normalize(written, Normalizer.Form.NFC).replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\.[\\p{Alnum}]{1,5}$", "");
        var clean = new StringBuilder();
        name.codePoints().filter(point -> !isUnseen(point)).limit(MOST).forEach(point -> {
            boolean isForbidden = point < ' ' || "<>:\"/|?*".indexOf(point) >= 0;
            clean.appendCodePoint(isForbidden ? '_' : point);
        });
        String kept = clean.toString().strip().replaceFirst("^\\.+", "");
        return (kept.isEmpty() ? "文件" : kept) + "." + ending;
    }

    /** Direction overrides make {@code gpj.exe} of {@code exe.jpg}; controls and halves of pairs break headers and the database. */
    private static boolean isUnseen(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE;
    }
}
