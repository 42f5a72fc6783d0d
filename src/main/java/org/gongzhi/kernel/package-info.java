/**
 * What every module shares and none owns: outcomes and refusals, who acts and how far they may see, the door to the database, codes, cursors, the
 * calendar, and the terms of Chinese full text. Owns {@code idempotency_key}, {@code holiday} and {@code installation_key}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.gongzhi.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
