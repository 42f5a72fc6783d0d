package org.gongzhi.job;

import java.time.Clock;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.ObjectMapper;

/** Asks for long work, inside the caller's transaction; it starts once that has committed. */
@Component
public class Jobs {

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;
    private final JobSignal signal;
    private final ObjectProvider<JobKind> kinds;

    Jobs(Sql sql, ObjectMapper json, Clock clock, JobSignal signal, ObjectProvider<JobKind> kinds) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.signal = signal;
        this.kinds = kinds;
    }

    /** Puts a job in the queue; {@code parameters} is any value that can be written as JSON, and what the kind gets back. */
    public UUID submit(Actor actor, String kind, Object parameters) {
        if (kinds.stream().noneMatch(known -> known.code().equals(kind))) {
            throw new IllegalArgumentException("no kind of job is called " + kind);
        }
        if (actor.dutyId() == null) {
            throw new IllegalArgumentException("a job needs a duty to run in: " + actor);
        }
        UUID id = Ids.next();
        sql.of("""
                insert into job (id, kind, account_id, duty_id, region_code, parameters, created_at)
                values (:id, :kind, :account, :duty, :region, :parameters::jsonb, :now)""")
                .bind("id", id)
                .bind("kind", kind)
                .bind("account", actor.account())
                .bind("duty", actor.dutyId())
                .bind("region", actor.node())
                .bind("parameters", json.writeValueAsString(parameters))
                .bind("now", Time.now(clock))
                .update();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                signal.give();
            }
        });
        return id;
    }
}
