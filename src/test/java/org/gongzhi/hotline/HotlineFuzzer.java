package org.gongzhi.hotline;

import java.nio.charset.StandardCharsets;

/** For {@code ./gongzhi fuzz}: times and places of a sheet are understood or not. The first line is a time, the second a street, the third a community. */
public final class HotlineFuzzer {

    private HotlineFuzzer() {}

    public static void fuzzerTestOneInput(byte[] input) {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 4);
        HotlineTimes.read(lines[0]);
        if (lines.length == 4) {
            HotlineFuzzTests.PLACES.find(lines[1], lines[2], lines[3], lines[0].isEmpty());
        }
    }
}
