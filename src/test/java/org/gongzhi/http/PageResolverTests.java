package org.gongzhi.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.resource.ResourceResolverChain;

class PageResolverTests {

    @TempDir
    private Path folder;

    @BeforeEach
    void build() throws IOException {
        for (String file : List.of("index.html", "portal.html", "icon.svg")) {
            Files.writeString(folder.resolve(file), file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"workbench", "demands/0199d0a4-7c1e-7000-8000-000000000000", "ledger"})
    void anAddressOfTheWorkplaceIsAnsweredWithItsPage(String path) {
        assertThat(file(path)).isEqualTo("index.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal", "portal/speak", "portal/cases"})
    void anAddressOfThePublicWindowIsAnsweredWithIts(String path) {
        assertThat(file(path)).isEqualTo("portal.html");
    }

    @Test
    void aFileIsAFile() {
        assertThat(file("icon.svg")).isEqualTo("icon.svg");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api/nothing", "public/nothing", "assets/old-1a2b3c.js", "favicon.ico", "portal/old.js"})
    void whatIsNoPageIsNotFound(String path) {
        assertThat(file(path)).isNull();
    }

    private @Nullable String file(String path) {
        var request = new MockHttpServletRequest("GET", "/" + path);
        Resource found = new Pages.EntryResolver()
                .resolveResource(request, path, List.of(new FileSystemResource(folder + "/")), NOTHING_ELSE);
        return found == null ? null : found.getFilename();
    }

    private static final ResourceResolverChain NOTHING_ELSE = new ResourceResolverChain() {
        @Override
        public @Nullable Resource resolveResource(
                @Nullable HttpServletRequest request, String path, List<? extends Resource> locations) {
            return null;
        }

        @Override
        public @Nullable String resolveUrlPath(String path, List<? extends Resource> locations) {
            return null;
        }
    };
}
