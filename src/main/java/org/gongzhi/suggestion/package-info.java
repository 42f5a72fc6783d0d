/**
 * 提意见: what people say of the system itself, from any page, answered by the level above theirs. Owns {@code suggestion}. Announces nothing; what is
 * late goes up with the other to-dos;
 * the residents' side of it is carried out for {@code portal}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit", "todo"})
package org.gongzhi.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
