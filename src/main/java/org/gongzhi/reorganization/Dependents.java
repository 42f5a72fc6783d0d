package org.gongzhi.reorganization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.reorganization.ReorganizationQueries.Column;
import org.springframework.stereotype.Component;

/** What has come to depend on a change since it was applied: with that, it stays. */
@Component
class Dependents {

    private final ReorganizationQueries queries;
    private final PlanContents contents;

    Dependents(ReorganizationQueries queries, PlanContents contents) {
        this.queries = queries;
        this.contents = contents;
    }

    Outcome<Boolean> none(Reorganization change) {
        Instant appliedAt = Objects.requireNonNull(change.appliedAt());
        Asked.Subject subject = change.asked().subject();
        List<String> depends = new ArrayList<>();
        long later = queries.laterChanges(change.id(), appliedAt, change.plan().touches());
        if (later > 0) {
            depends.add(contents.counted("changes", later));
        }
        long goneOn = queries.casesGoneOn(change.id(), appliedAt);
        if (goneOn > 0) {
            depends.add(contents.counted("gone-on", goneOn));
        }
        List<String> fresh = fresh(change);
        if (!fresh.isEmpty()) {
            Map<String, Long> strangers = new LinkedHashMap<>();
            for (Column column : queries.columns(subject)) {
                strangers.merge(column.topic(), queries.strangers(change.id(), subject, column, fresh), Math::max);
            }
            strangers.forEach((topic, count) -> {
                if (count > 0) {
                    depends.add(contents.counted("new-" + topic, count));
                }
            });
        }
        return depends.isEmpty()
                ? Outcome.done(true)
                : Outcome.refused(ReorganizationRefusal.DEPENDED_ON, String.join("、", depends));
    }

    /** Codes as rows name them. */
    private static List<String> fresh(Reorganization change) {
        // A department that moved is the same row: nothing new can be told from what was there.
        return change.asked().subject() == Asked.Subject.REGION
                ? change.plan().fresh().stream()
                        .map(code -> Long.toString(Long.parseLong(code)))
                        .toList()
                : change.plan().nodes().stream()
                        .filter(node -> node.what() == Plan.What.OPENED)
                        .map(node -> Objects.requireNonNull(node.to()))
                        .toList();
    }
}
