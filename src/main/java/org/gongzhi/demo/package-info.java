/**
 * The sample territory: Beijing Chaoyang's real tree with generated grids, people and a year of demands, the same for the same seed. Marked as generated
 * everywhere; switched off with {@code --empty}. Owns {@code demo_load}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "region",
            "identity",
            "privacy",
            "todo",
            "rule",
            "question",
            "demand",
            "archive",
            "organization",
            "unit",
            "insight"
        })
package org.gongzhi.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
