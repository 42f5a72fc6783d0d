/**
 * The wire: who asks, mutations that can be repeated safely, and one place where a refusal or an outage becomes an RFC 9457 problem in the asker's language.
 * Owns no table of its own (writes {@code idempotency_key}). Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "kernel")
package org.gongzhi.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
