/**
 * 公开窗口: the residents' side, without an account. To look around, to speak and to join, to follow one's own matter by its code, and to judge it. What
 * residents do is carried out by {@code demand}; what others may read of a matter is cut here to what can be said in public. Owns no table. Announces nothing,
 * listens to nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "http",
            "region",
            "identity",
            "privacy",
            "file",
            "todo",
            "demand",
            "question",
            "likeness",
            "ledger",
            "suggestion",
            "entitlement"
        })
package org.gongzhi.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
