package org.gongzhi.sheet;

/** For {@code ./gongzhi fuzz}: whatever is brought as a sheet is read or refused. */
public final class SheetReaderFuzzer {

    private SheetReaderFuzzer() {}

    public static void fuzzerTestOneInput(byte[] input) {
        SheetReaderFuzzTests.read(input);
    }
}
