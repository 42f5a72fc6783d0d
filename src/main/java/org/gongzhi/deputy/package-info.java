/**
 * Deputies 代理: for some days somebody has another's duty as one more of their own; what they do in it is told as theirs for the other. Owns no table: a deputy's duty
 * is a duty, kept by {@link org.gongzhi.identity.Accounts}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit"})
package org.gongzhi.deputy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
