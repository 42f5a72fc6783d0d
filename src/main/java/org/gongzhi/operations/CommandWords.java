package org.gongzhi.operations;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.LongConsumer;

/** What commands say: Chinese first, English below. */
final class CommandWords {

    private CommandWords() {}

    /** UTF-8 whatever the terminal's setting says. */
    static PrintStream out() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    static void say(PrintStream out, String chinese, String english) {
        out.println(chinese);
        out.println("  " + english);
    }

    /** Says every tenth part once. */
    static LongConsumer progress(PrintStream out, String what, long total) {
        int[] said = {0};
        return bytes -> {
            int tenths = total == 0 ? 10 : (int) Math.min(10, bytes * 10 / total);
            if (tenths > said[0]) {
                said[0] = tenths;
                out.printf("  %s %d%%（%s）%n", what, tenths * 10, size(bytes));
            }
        };
    }

    static String size(long bytes) {
        return bytes < 1 << 20
                ? Math.max(1, bytes >> 10) + " KB"
                : bytes < 1 << 30
                        ? (bytes >> 20) + " MB"
                        : String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1 << 30));
    }
}
