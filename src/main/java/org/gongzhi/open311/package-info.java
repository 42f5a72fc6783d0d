/**
 * Open311: the same window for programs, after GeoReport v2 (wiki.open311.org/GeoReport_v2). What may be read is what the public window shows; who reports needs a
 * machine token as {@code api_key}. Jurisdictions are districts, by their six digits. Owns no table. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "http", "region", "audit", "privacy", "demand", "question", "token"})
package org.gongzhi.open311;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
