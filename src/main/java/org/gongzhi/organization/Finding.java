package org.gongzhi.organization;

import java.util.List;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has to say about an organization: that it may not be so, or that it normally is otherwise.
 *
 * @param stop the refusal; null for a warning
 * @param key of the sentence that says it, with the article and the remedy
 */
record Finding(@Nullable OrganizationRefusal stop, String key, String field, List<Object> facts) {

    static Finding stop(OrganizationRefusal reason, String field, Object... facts) {
        return new Finding(reason, reason.code(), field, List.of(facts));
    }

    static Finding warning(String key, String field, Object... facts) {
        return new Finding(null, "organization.warning." + key, field, List.of(facts));
    }

    /** Done with the warnings unless something may not be. */
    static Outcome<List<Finding>> unlessStopped(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.stop() != null) {
                return Outcome.invalid(
                        finding.field(), finding.stop(), finding.facts().toArray());
            }
        }
        return Outcome.done(findings);
    }
}
