/**
 * Rules 规则: what every dated, cited rule of a territory has in common — it holds from a day, is inherited from the nearest territory above that says something,
 * is followed by another version and never changed. The tables stand in the modules whose rules they are, each behind a {@link org.gongzhi.rule.RuleBook}, which is
 * a {@link org.gongzhi.rule.DatedBook} and reads and writes as all of them do, unless it has reasons of its own; what a change would mean is worked out by whoever knows the cases, behind a {@link org.gongzhi.rule.RuleEffect}. Keeps the holidays of the working
 * calendar as well. Owns {@code rule_change} and {@code holiday_notice}. Announces nothing, listens
 * to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "identity", "audit"})
package org.gongzhi.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
