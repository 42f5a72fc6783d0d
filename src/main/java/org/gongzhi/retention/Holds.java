package org.gongzhi.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.springframework.stereotype.Repository;

/** 暂不清除: cases kept as they are while somebody needs them so. */
@Repository
class Holds {

    private final Sql sql;
    private final Clock clock;

    Holds(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Case(UUID id, RegionCode region, boolean isAnonymized) {}

    record Hold(UUID id, UUID demandId, String number, String reason, String setBy, Instant setAt) {}

    /** The case of that number in the reader's scope, held until the transaction ends; numbers are unique within a street, so there may be several: then none. */
    Optional<Case> find(String number) {
        List<Case> found = sql.of(
                        "select id, region_code, anonymized_at is not null as done from demand where number = :number limit 2 for no key update")
                .bind("number", number)
                .list(row -> new Case(row.id("id"), row.region("region_code"), row.yes("done")));
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** False when it is on hold already. */
    boolean add(UUID id, Case held, String reason, UUID by) {
        return sql.of("""
                        insert into demand_hold (id, demand_id, region_code, reason, set_by, set_at)
                        values (:id, :demand, :region, :reason, :by, :now) on conflict do nothing""")
                        .bind("id", id)
                        .bind("demand", held.id())
                        .bind("region", held.region())
                        .bind("reason", reason)
                        .bind("by", by)
                        .bind("now", Time.now(clock))
                        .update()
                == 1;
    }

    /** The case it was on; empty when there is no such hold, or it is lifted. */
    Optional<Case> lift(UUID id, UUID by) {
        return sql.of("""
                        update demand_hold set lifted_by = :by, lifted_at = :now where id = :id and lifted_at is null returning demand_id, region_code""")
                .bind("id", id)
                .bind("by", by)
                .bind("now", Time.now(clock))
                .optional(row -> new Case(row.id("demand_id"), row.region("region_code"), false));
    }

    /** Those that stand, latest first; at most 200. */
    List<Hold> standing() {
        return sql.of("""
                        select h.id, h.demand_id, d.number, h.reason, a.name, h.set_at
                        from demand_hold h join demand d on d.id = h.demand_id join account a on a.id = h.set_by
                        where h.lifted_at is null order by h.set_at desc, h.id desc limit 200""")
                .list(row -> new Hold(
                        row.id("id"),
                        row.id("demand_id"),
                        row.text("number"),
                        row.text("reason"),
                        row.text("name"),
                        row.at("set_at")));
    }
}
