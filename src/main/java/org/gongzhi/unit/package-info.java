/**
 * Units 单位: the firms, shops, social organizations, agencies, schools and buildings on the territory; what each is, where it stands and stood, what was changed of it.
 * Owns {@code unit_kind}, {@code unit_band}, {@code unit_industry}, {@code unit}, {@code unit_place} and {@code unit_change}. Announces
 * {@link org.gongzhi.unit.UnitEvent}; follows changes of the tree of territories.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit"})
package org.gongzhi.unit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
