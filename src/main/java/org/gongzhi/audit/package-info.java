/**
 * Audit 审计: who did what, when, from where, what was there before and after, and for what purpose. Entries are written in the transaction of the change,
 * carry a keyed digest (HMAC-SM3) from the moment they exist, and are chained within a second, so that a change, a removal, an insertion or a new order shows
 * in {@code verify-audit}. The heads of the chain also lie in a file, {@code audit-heads.log}: who rewrites the tables has to rewrite that too.
 *
 * <p>Owns {@code audit_entry}, {@code audit_unsealed}, {@code audit_seal}. Announces nothing, listens to nothing. Others call {@link
 * org.gongzhi.audit.Audit#record}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"kernel", "http", "region"})
package org.gongzhi.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
