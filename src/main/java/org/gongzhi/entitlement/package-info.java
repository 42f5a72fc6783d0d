/**
 * Entitlement 个人信息请求: what a reporter may ask of what is stored about them, by their follow-up code: to see it, to have a copy, to have it corrected, to have it
 * deleted (个人信息保护法 arts. 44–47), answered by whoever answers for the case within a time that is a rule. Owns {@code entitlement}. Announces nothing; what is
 * late goes up with the other to-dos; the residents' side of it is carried out for {@code portal}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "http", "region", "audit", "privacy", "todo", "question", "demand", "redaction"
        })
package org.gongzhi.entitlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
