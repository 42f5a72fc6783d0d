package org.gongzhi.support;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Throws generated input at something for a bounded time. Every input comes of a number, which the failure names: a crash found is kept as a case of its own, by
 * {@link #again}.
 */
public final class Fuzz {

    private static final Duration FOR = Duration.ofMillis(Long.getLong("gongzhi.fuzz.millis", 1_500));

    private Fuzz() {}

    /** Fresh numbers at each run, so that the runs of a year see more than one run does. */
    public static long run(Consumer<Random> attempt) {
        long first = Long.getLong("gongzhi.fuzz.seed", System.nanoTime());
        long end = System.nanoTime() + FOR.toNanos();
        long tried = 0;
        while (System.nanoTime() < end) {
            again(first + tried, attempt);
            tried++;
        }
        return tried;
    }

    /** The attempt of one number. */
    public static void again(long number, Consumer<Random> attempt) {
        try {
            attempt.accept(new Random(number));
        } catch (RuntimeException | StackOverflowError | AssertionError broken) {
            throw new AssertionError("input number " + number + " (-Dgongzhi.fuzz.seed=" + number + ")", broken);
        }
    }

    /** A valid beginning, bent: bytes changed, parts cut out, doubled, swapped. */
    public static byte[] bent(Random random, byte[] valid) {
        byte[] bent = valid.clone();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            if (bent.length == 0) {
                return bent;
            }
            int at = random.nextInt(bent.length);
            int length = Math.min(bent.length - at, 1 + random.nextInt(64));
            switch (random.nextInt(5)) {
                case 0 -> bent[at] = (byte) random.nextInt();
                case 1 -> bent[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bent = java.util.Arrays.copyOf(bent, at);
                case 3 -> {
                    byte[] longer = new byte[bent.length + length];
                    System.arraycopy(bent, 0, longer, 0, at + length);
                    System.arraycopy(bent, at, longer, at + length, bent.length - at);
                    bent = longer;
                }
                default -> java.util.Arrays.fill(bent, at, at + length, (byte) random.nextInt());
            }
        }
        return bent;
    }

    /** Text of what people type and what nobody types. */
    public static String text(Random random, int longest) {
        String[] pieces = {
            "暖气不热",
            "2026-11-20 08:30",
            "13800005521",
            "，",
            ",",
            "\"",
            "\"\"",
            "\n",
            "\r\n",
            "\t",
            ";",
            " ",
            "\u3000",
            "＝",
            "=1+1",
            "𠮷",
            "㛃",
            "😀",
            "\uD800",
            "\uDC00",
            "\u0000",
            "\u202E",
            "\uFEFF",
            "%",
            "&",
            "<",
            ">",
            "'",
            "\\",
            "''':*",
            "!",
            "|",
            "(",
            ")",
            ":*",
            "永安里",
            "朝阳区",
            "0",
            "-1",
            "99999999999999999999",
            "1e308",
            "NaN",
            "null",
            "社区",
            "街道",
            "a",
            "É",
            "ﬃ",
            "e\u0301",
            HexFormat.of().toHexDigits(random.nextInt())
        };
        var text = new StringBuilder();
        int parts = random.nextInt(12);
        for (int i = 0; i < parts && text.length() < longest; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.substring(0, Math.min(text.length(), longest));
    }
}
