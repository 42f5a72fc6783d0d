/**
 * 台账: every list, count, sheet and page of demands that staff read. It keeps no record of its own but the views a person saves: the rest are queries over the
 * work, so nothing is written down twice. Owns {@code demand_view}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "http",
            "region",
            "identity",
            "audit",
            "privacy",
            "file",
            "trail",
            "job",
            "todo",
            "rule",
            "demand",
            "question",
            "routing",
            "likeness"
        })
package org.gongzhi.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
