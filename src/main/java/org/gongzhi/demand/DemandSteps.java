package org.gongzhi.demand;

import java.time.Instant;
import java.util.UUID;
import org.gongzhi.demand.DemandChanges.Note;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** 办理经过: adds to a demand's history; nothing is ever changed in it. */
@Repository
class DemandSteps {

    private final Sql sql;
    private final Demands demands;

    DemandSteps(Sql sql, Demands demands) {
        this.sql = sql;
        this.demands = demands;
    }

    void add(Actor actor, DemandVerb verb, @Nullable DemandStatus from, Demand after, Note note, Instant now) {
        UUID id = Ids.next();
        sql.of("""
                insert into demand_step (id, demand_id, region_code, at, verb, from_status, to_status, account_id, actor, node_code, department_id, to_name,
                    reason_code, words, public_words)
                values (:id, :demand, :region, :at, :verb, :from, :to, :account, :actor, :node, :department, :toName, :reason, :words, :publicWords)
                """)
                .bind("id", id)
                .bind("demand", after.id().value())
                .bind("region", after.origin().region())
                .bind("at", now)
                .bind("verb", verb)
                .bind("from", from)
                .bind("to", after.status())
                .bind("account", actor.accountId())
                .bind("actor", nameOf(actor))
                .bind("node", actor.isResident() ? after.origin().region() : actor.node())
                .bind("department", actor.departmentId())
                .bind("toName", note.toName())
                .bind("reason", note.reasonCode())
                .bind("words", note.words())
                .bind("publicWords", note.publicWords())
                .update();
        if (!note.files().isEmpty()) {
            demands.addFiles(after, verb == DemandVerb.RAISE ? null : id, note.files());
        }
    }

    private static String nameOf(Actor actor) {
        return actor.nodeName().isEmpty() ? actor.name() : actor.name() + "（" + actor.nodeName() + "）";
    }
}
