/**
 * Changes of the tree: regions and departments are renamed, moved, merged, split, opened and closed, on a day, after a plan that can be read, and back again while
 * nothing new depends on it. Owns {@code reorganization}, {@code reorganization_code}, {@code reorganization_change}, {@code tree_column},
 * {@code demand_past_region}. Every module's columns stand in {@code tree_column}; a module with more to do is a {@link org.gongzhi.kernel.TreeFollower}.
 * Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit", "job", "demand"})
package org.gongzhi.reorganization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
