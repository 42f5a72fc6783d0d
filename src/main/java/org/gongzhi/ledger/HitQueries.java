package org.gongzhi.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.kernel.Sql;
import org.gongzhi.ledger.LedgerFilter.View;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What a search for words, or for one's own part, narrows the ledger to. */
@Component
class HitQueries {

    /** Fewer hits than this are looked up one by one; with more, reading the list in order meets enough of them. */
    private static final int MOST_HITS = 2000;

    private final Sql sql;
    private final int most;

    @Autowired
    HitQueries(Sql sql) {
        this(sql, MOST_HITS);
    }

    HitQueries(Sql sql, int most) {
        this.sql = sql;
        this.most = most;
    }

    /**
     * What the text index and the person's own steps narrow the list to.
     *
     * @param ids all there are, when they are few; null when the list is to be read in order
     * @param words to be matched while reading, when the hits are many
     * @param mine to be looked up while reading, when that person took part in many
     */
    record Hits(
            @Nullable List<UUID> ids,
            @Nullable String words,
            @Nullable UUID mine) {

        boolean isNothing() {
            return ids != null && ids.isEmpty();
        }
    }

    Hits of(Actor actor, LedgerReach reach, LedgerFilter filter) {
        List<UUID> ids = null;
        String words = null;
        UUID mine = null;
        if (filter.words() != null) {
            words = SearchTerms.query(filter.words()).orElse(null);
            if (words == null) {
                return new Hits(List.of(), null, null);
            }
            ids = matching(reach, words);
            words = ids == null ? words : null;
        }
        if (filter.view() == View.MINE) {
            List<UUID> own = takenPartIn(actor.accountOrNobody());
            if (own == null) {
                mine = actor.account();
            } else {
                if (ids != null) {
                    own.retainAll(ids);
                }
                ids = own;
            }
        }
        return new Hits(ids, words, mine);
    }

    private @Nullable List<UUID> matching(LedgerReach reach, String words) {
        List<UUID> ids = sql.of(
                        "select demand_matching(cast(:words as tsquery), cast(:districts as bigint[]), cast(:street as bigint), :limit) as id")
                .bind("words", words)
                .bindLongs("districts", reach.districts())
                .bind("street", reach.street())
                .bind("limit", most + 1)
                .list(row -> row.id("id"));
        return ids.size() > most ? null : ids;
    }

    private @Nullable List<UUID> takenPartIn(UUID account) {
        List<UUID> ids =
                sql.of("""
                        select demand_id as id from demand_step where account_id = :account
                        union select id from demand where handler_id = :account limit :limit""").bind("account", account).bind("limit", most + 1).list(row -> row.id("id"));
        return ids.size() > most ? null : new ArrayList<>(ids);
    }
}
