package org.gongzhi.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What others did meanwhile with the demands a person has a part in. */
@Component
class ChangesQueries {

    /** Beyond this the card is no longer read; the ledger has the rest. */
    private static final int MOST = 8;

    record ChangeRow(
            UUID id,
            Instant at,
            UUID demandId,
            String title,
            String verb,
            String actor,
            @Nullable String toName,
            String words) {}

    private final Sql sql;

    ChangesQueries(Sql sql) {
        this.sql = sql;
    }

    /** Steps by others since then, newest first; the last one of each demand, which says how it stands. */
    List<ChangeRow> since(Actor actor, Instant since) {
        return sql.of("""
                        select * from (
                            select distinct on (s.demand_id) s.id, s.at, s.demand_id, d.title, s.verb, s.actor, s.to_name, s.words
                            from (
                                select distinct own.demand_id from demand_step own
                                where own.account_id = :account) mine
                            join demand d on d.id = mine.demand_id
                            join demand_step s on s.demand_id = mine.demand_id
                            where s.at > :since and s.account_id is distinct from :account
                              and d.region_code <@ cast(:scopes as int8multirange) and s.region_code <@ cast(:scopes as int8multirange)
                            order by s.demand_id, s.at desc, s.id desc) latest
                        order by at desc, id desc limit :limit""")
                .bind("account", actor.account())
                .bind("since", since)
                .bindScope(actor.scope())
                .bind("limit", MOST)
                .list(row -> new ChangeRow(
                        row.id("id"),
                        row.at("at"),
                        row.id("demand_id"),
                        row.text("title"),
                        row.text("verb"),
                        row.text("actor"),
                        row.textOrNull("to_name"),
                        row.text("words")));
    }
}
