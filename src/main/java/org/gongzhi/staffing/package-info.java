/**
 * Staffing 人员: accounts, duties and departments as the administrators of a territory keep them, and what takes two administrators to decide. Owns {@code
 * duty_proposal}, {@code account_import} and its rows; changes what identity owns through {@link org.gongzhi.identity.Accounts}. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit", "job", "todo", "demand"})
package org.gongzhi.staffing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
