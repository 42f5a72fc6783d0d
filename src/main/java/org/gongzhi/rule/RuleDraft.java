package org.gongzhi.rule;

import java.time.LocalDate;
import org.gongzhi.kernel.RegionCode;

/**
 * A rule somebody wants to set.
 *
 * @param key empty for something new in a book that can have it: the book makes one up
 * @param why for the history
 */
public record RuleDraft(String key, RegionCode region, LocalDate from, RuleTerms terms, String source, String why) {

    public RuleDraft withKey(String other) {
        return new RuleDraft(other, region, from, terms, source, why);
    }

    public RuleDraft withTerms(RuleTerms other) {
        return new RuleDraft(key, region, from, other, source, why);
    }
}
