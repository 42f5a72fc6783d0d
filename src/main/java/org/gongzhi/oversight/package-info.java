/**
 * Oversight 审计管理: what the audit administrator asks of the trail that takes long: a sheet of it, and the proof that nobody changed it. Owns no table.
 * Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit", "job"})
package org.gongzhi.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
