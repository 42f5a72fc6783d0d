/**
 * Retention 保存期限: some time after a case has ended, by dated rules, what names people in it is taken out for good: contacts, exact places, what texts say of
 * persons, pictures where the rule says so. The case, its history and its figures stay. Open cases and those on hold are never touched; what will go is shown
 * before, what went is proved after. Owns {@code retention_rule}, {@code retention_run}, {@code retention_item}, {@code demand_hold}. Announces nothing, listens to
 * nothing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "http", "region", "identity", "audit", "privacy", "demand", "question", "rule"
        })
package org.gongzhi.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
