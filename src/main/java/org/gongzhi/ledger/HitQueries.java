package org.gongzhi.ledger;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.kernel.Sql;
import org.gongzhi.ledger.LedgerFilter.View;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What a search for words, or for one's own part, narrows the ledger to. */
@Component
class HitQueries {

    /** Fewer hits than this are looked up one by one; with more, reading the list in order meets enough of them. */
    private static final int MOST_HITS = 2000;

    private final Sql sql;
    private final Clock clock;
    private final int most;

    @Autowired
    HitQueries(Sql sql, Clock clock) {
        this(sql, clock, MOST_HITS);
    }

    HitQueries(Sql sql, Clock clock, int most) {
        this.sql = sql;
        this.clock = clock;
        this.most = most;
    }

    /**
     * What the text index and the person's own steps narrow the list to.
     *
     * @param ids all that the whole filter leaves, when they are few; null when the list is to be read in order
     * @param words to be matched while reading, when the hits are many
     * @param mine to be looked up while reading, when that person took part in many
     * @param least how many there are at least, when the list is to be read in order
     */
    record Hits(
            @Nullable List<UUID> ids,
            @Nullable String words,
            @Nullable UUID mine,
            int least) {

        private static final Hits UNASKED = new Hits(null, null, null, 0);

        boolean isNothing() {
            return ids != null && ids.isEmpty();
        }

        /** Of a list with one line a demand; null when it has yet to be counted, else a number above {@code most} for more than that. */
        @Nullable
        Integer countedUpTo(int most) {
            return ids != null ? Integer.valueOf(ids.size()) : least > most ? Integer.valueOf(least) : null;
        }
    }

    Hits of(Actor actor, LedgerReach reach, LedgerFilter filter) {
        UUID mine = filter.view() == View.MINE ? actor.accountOrNobody() : null;
        if (filter.words() == null && mine == null) {
            return Hits.UNASKED;
        }
        String words = null;
        if (filter.words() != null) {
            words = SearchTerms.query(filter.words()).orElse(null);
            if (words == null) {
                return new Hits(List.of(), null, null, 0);
            }
        }
        List<UUID> ids = matching(reach, filter, words, mine);
        return ids.size() > most ? new Hits(null, words, mine, ids.size()) : new Hits(ids, null, null, 0);
    }

    private List<UUID> matching(LedgerReach reach, LedgerFilter filter, @Nullable String words, @Nullable UUID mine) {
        return LedgerStatements.narrowed(sql.of("""
                                select demand_hits(cast(:words as tsquery), cast(:mine as uuid), cast(:scopes as int8multirange), :limit, cast(:districts as bigint[]),
                                    cast(:street as bigint), cast(:community as bigint), cast(:grid as bigint), :open, cast(:status as text), cast(:view_status as text), cast(:statuses as text[]),
                                    cast(:soon as timestamptz), :reopened, cast(:late as boolean), cast(:kinds as text[]), cast(:channels as text[]),
                                    cast(:department as uuid), cast(:raisedFrom as timestamptz), cast(:raisedTo as timestamptz)) as id"""), filter, clock)
                .bind("words", words)
                .bind("mine", mine)
                .bindScope(reach.scope())
                .bindLongs("districts", reach.districts())
                .bind("street", reach.street())
                .bind("community", reach.at(Region.COMMUNITY))
                .bind("grid", reach.at(Region.GRID))
                .bind("limit", most + 1)
                .list(row -> row.id("id"));
    }
}
