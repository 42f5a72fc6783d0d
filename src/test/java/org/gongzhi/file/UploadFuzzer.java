package org.gongzhi.file;

/** For {@code ./gongzhi fuzz}: whatever is uploaded is stored as what it is, or refused. */
public final class UploadFuzzer {

    private UploadFuzzer() {}

    public static void fuzzerTestOneInput(byte[] input) {
        UploadFuzzTests.upload("照片.jpg", input);
    }
}
