/**
 * Second factors 第二因素: codes of six digits from an authenticator (RFC 6238), recovery codes for the day it is lost, and which duties demand one. Owns {@code
 * second_factor}, {@code second_factor_secret}, {@code second_factor_recovery}, {@code second_factor_demand}. Signing in asks it, whoever keeps an account tells
 * it. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "privacy"})
package org.gongzhi.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
