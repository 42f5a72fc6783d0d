/**
 * Demand 民情诉求: a resident's or unit's need, heard on any channel, handled up and down the axis against clocks, and judged by whoever raised it. Owns the
 * {@code demand*} tables but the saved views. Read by those above through {@link org.gongzhi.demand.DemandLookup}; residents speak through
 * {@link org.gongzhi.demand.ResidentDemands}. Announces {@link org.gongzhi.demand.DemandEvent}; listens to {@link org.gongzhi.todo.TodoEvent}.
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
            "question"
        })
package org.gongzhi.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
