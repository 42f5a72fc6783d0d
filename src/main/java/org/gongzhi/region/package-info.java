/**
 * The territory: every node of the country from the nation down to communities, with the range of codes that is its subtree, and below them the grids of the
 * territories that work here. Owns {@code region}, {@code region_boundary}, {@code region_load}, {@code region_common_gram}. Loads the files it ships once,
 * before the first request. Announces {@link org.gongzhi.region.RegionEvent}, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http"})
package org.gongzhi.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
