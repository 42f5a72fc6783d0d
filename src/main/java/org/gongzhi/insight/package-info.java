/**
 * Insight: the cockpit and its figures. Owns {@code metric}, {@code figure}, {@code rate_formula}, {@code call_signal} and the {@code rollup*} tables. Announces nothing; listens
 * to {@link org.gongzhi.demand.DemandEvent} and {@link org.gongzhi.callout.CalloutEvent}, from which alone the figures are made: the screen never asks other modules for numbers.
 *
 * <p>Two classes read {@code demand}, {@code demand_step}, {@code demand_transfer}, {@code demand_call_back}, {@code demand_joiner} and {@code callout} all the same:
 * {@link org.gongzhi.insight.RebuildRollups} and {@code RecountRollups}. A figure that is only ever folded could drift unseen; counting again is only worth
 * something if it starts from the records and not from what was announced. {@code DemandKindQueries} reads the names of kinds, which are not numbers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "demand", "rule", "callout"})
package org.gongzhi.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
