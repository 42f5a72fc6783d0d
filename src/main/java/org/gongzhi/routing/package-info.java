/**
 * Routing 派遣规则: which department a kind of matter of a territory is suggested to, by dated rules. It suggests; a person assigns. Owns {@code demand_route}.
 * Announces nothing, listens to nothing; read through {@link org.gongzhi.routing.RouteLookup}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "demand", "rule"})
package org.gongzhi.routing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
