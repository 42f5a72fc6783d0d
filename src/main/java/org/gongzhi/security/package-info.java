/**
 * Security 安全: what the security administrator of a territory watches and ends: who is signed in, who is locked out, who has a
 * second factor and which duties demand one, which keys seal, and what each duty may;
 * and 密钥轮换, the change of the key that seals contacts while everything runs. Owns {@code key_rotation}, {@code key_node}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit", "privacy", "factor"})
package org.gongzhi.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
