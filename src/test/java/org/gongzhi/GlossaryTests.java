package org.gongzhi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** One word per thing: the glossary knows every module, and no other. */
class GlossaryTests {

    private static final Pattern MODULE_ROW = Pattern.compile("^\\| `([a-z][a-z0-9]*)` \\|", Pattern.MULTILINE);

    @Test
    void theGlossaryListsExactlyTheModules() throws IOException {
        Set<String> modules = ApplicationModules.of(GongzhiApplication.class).stream()
                .map(ApplicationModule::getIdentifier)
                .map(Object::toString)
                .collect(Collectors.toSet());
        Set<String> listed = MODULE_ROW
                .matcher(Files.readString(Path.of("docs/glossary.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
        assertThat(modules).hasSizeGreaterThan(10);
        assertThat(listed).isEqualTo(modules);
    }
}
