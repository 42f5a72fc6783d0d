/**
 * Dictionary 类别和理由: how each territory uses the kinds of demand and the reasons, by dated rules, and how new ones come about. What they are called stands with
 * the demands. Owns {@code demand_kind_rule} and {@code demand_reason_rule}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "region", "demand", "rule"})
package org.gongzhi.dictionary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
