/**
 * Question 补充问题: what is asked besides of whoever raises a matter of a kind, by dated rules of each territory, and what was answered, in the wording of the time.
 * Owns {@code kind_question_rule}; the answers stand with the demand they came with. Announces nothing, listens to nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "http", "region", "rule"})
package org.gongzhi.question;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
