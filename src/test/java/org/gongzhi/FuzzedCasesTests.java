package org.gongzhi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What {@code ./gongzhi fuzz} begins with, and what it has found: each is tried again in every run. */
class FuzzedCasesTests {

    private static final Path CASES = Path.of("src/test/fuzz");

    @TestFactory
    List<DynamicTest> everyCaseIsReadOrRefused() throws IOException {
        try (Stream<Path> files = Files.walk(CASES)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> tryAgain(CASES.relativize(file))))
                    .toList();
        }
    }

    private static void tryAgain(Path found) throws ReflectiveOperationException, IOException {
        Class.forName(found.getName(0).toString())
                .getMethod("fuzzerTestOneInput", byte[].class)
                .invoke(null, (Object) Files.readAllBytes(CASES.resolve(found)));
    }

    @Test
    void everyTargetHasSomethingToBeginWith() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/test/java"))) {
            assertThat(sources.filter(source -> source.toString().endsWith("Fuzzer.java")))
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(CASES.resolve(Path.of("src/test/java")
                                    .relativize(source)
                                    .toString()
                                    .replace(".java", "")
                                    .replace('/', '.')))
                            .isNotEmptyDirectory());
        }
    }
}
