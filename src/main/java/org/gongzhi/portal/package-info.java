/**
 * 公开窗口: what the frame of the residents' pages asks before anything else. Owns no table and no rule: what residents read and say belongs to the modules of
 * those subjects, which answer below {@code /public} themselves. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "region", "identity"})
package org.gongzhi.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
