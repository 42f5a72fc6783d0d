/**
 * Trail 来龙去脉: what came of what. One edge table for the whole product: every module links what it makes to what it came from, and any record's chain, up to
 * its origins and down to its outcomes, is one query.
 *
 * <p>Owns {@code trail_edge}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Trail",
        allowedDependencies = {"kernel"})
package org.gongzhi.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
