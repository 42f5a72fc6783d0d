/**
 * The PostgreSQL under everything: the embedded one that the application starts by itself in its data folder, or an external one that it is pointed to.
 *
 * <p>Owns no tables. Prepares two roles: an owner, which only migrates, and {@code gongzhi_app}, which owns nothing, cannot bypass row-level security and is
 * the only one the application works with. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
package org.gongzhi.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
