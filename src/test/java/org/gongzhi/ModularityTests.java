package org.gongzhi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private static final ApplicationModules modules = ApplicationModules.of(GongzhiApplication.class);

    /** No cycle, no use of what a module keeps to itself, no dependency that its package-info does not name. */
    @Test
    void modulesUseOnlyWhatStandsBelowThem() {
        assertThat(modules.stream()).hasSizeGreaterThan(3);
        modules.verify();
    }

    @Test
    void everyModuleSaysWhatItOwnsAndListensTo() {
        assertThat(modules.stream())
                .allSatisfy(module -> assertThat(
                                ModuleSources.of(module.getIdentifier().toString())
                                        .text("package-info.java"))
                        .as("package-info of %s", module.getIdentifier())
                        .contains("@NullMarked", "@ApplicationModule", "Owns ")
                        .containsAnyOf("Announces", "listens"));
    }
}
