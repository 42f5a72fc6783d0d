/**
 * Insight: the cockpit and its figures. Owns {@code metric}, {@code figure}, {@code rate_formula} and the {@code rollup*} tables. Announces nothing; listens
 * to {@link org.gongzhi.demand.DemandEvent}, from which alone the figures are made: the screen never asks other modules for numbers.
 *
 * <p>Two classes read {@code demand}, {@code demand_step}, {@code demand_transfer}, {@code demand_call_back} and {@code demand_joiner} all the same:
 * {@link org.gongzhi.insight.RebuildRollups} and {@code RecountRollups}. A figure that is only ever folded could drift unseen; counting again is only worth
 * something if it starts from the records and not from what was announced. {@code DemandKindQueries} reads the names of kinds, which are not numbers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "demand", "rule"})
package org.gongzhi.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
