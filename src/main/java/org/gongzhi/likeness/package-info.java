/**
 * Likeness 相似: which demands are probably the same matter, by distance, kind, words and time, with radius and days as dated rules of each kind and territory. Says
 * why; a person decides. Owns the {@code likeness_*} tables. Announces nothing, listens to nothing; read through {@link org.gongzhi.likeness.LikenessLookup}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "demand", "rule"})
package org.gongzhi.likeness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
