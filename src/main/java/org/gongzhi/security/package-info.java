/**
 * Security 安全: what the security administrator of a territory watches and ends: who is signed in, who is locked out, which keys seal, and what each duty may.
 * Owns no table. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit"})
package org.gongzhi.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
