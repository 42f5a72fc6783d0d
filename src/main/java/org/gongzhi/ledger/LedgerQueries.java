package org.gongzhi.ledger;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.ledger.HitQueries.Hits;
import org.gongzhi.ledger.LedgerFilter.Counted;
import org.gongzhi.ledger.LedgerFilter.Happened;
import org.gongzhi.ledger.LedgerFilter.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The ledger: pages and counts of demands by any filter, at any height of the tree. */
@Component
class LedgerQueries {

    /** Totals beyond this are told as "1000+". */
    static final int MOST_COUNTED = 1000;

    /** @param happenedAt when the counted thing happened; null in the plain ledger */
    record ListRow(
            UUID id,
            String number,
            String title,
            int joiners,
            RegionCode region,
            String kind,
            String channel,
            String status,
            RegionCode node,
            @Nullable UUID departmentId,
            @Nullable UUID handlerId,
            Instant raisedAt,
            Instant dueAt,
            Instant warnAt,
            @Nullable Instant pausedAt,
            @Nullable LocalDate reviewOn,
            boolean isLate,
            @Nullable Instant urgedAt,
            @Nullable Instant supervisedAt,
            @Nullable Instant happenedAt,
            Cursor cursor) {}

    private final Sql sql;
    private final HitQueries hits;
    private final Clock clock;

    LedgerQueries(Sql sql, HitQueries hits, Clock clock) {
        this.sql = sql;
        this.hits = hits;
        this.clock = clock;
    }

    Page<ListRow> page(Actor actor, LedgerReach reach, LedgerFilter filter, @Nullable Cursor after, int limit) {
        return page(actor, reach, filter, hits.of(actor, reach, filter), after, limit);
    }

    /** With how many there are of all, which comes of the same search. */
    Page<ListRow> pageOfAll(Actor actor, LedgerReach reach, LedgerFilter filter, @Nullable Cursor after, int limit) {
        Hits found = hits.of(actor, reach, filter);
        return page(actor, reach, filter, found, after, limit).counted(count(actor, reach, filter, found));
    }

    private Page<ListRow> page(
            Actor actor, LedgerReach reach, LedgerFilter filter, Hits found, @Nullable Cursor after, int limit) {
        if (found.isNothing()) {
            return new Page<>(List.of(), null, null);
        }
        readInOrder(reach, found);
        List<ListRow> rows = bind(pageStatement(reach, filter, found), actor, reach, filter, found)
                .bind("afterAt", after == null ? null : after.at())
                .bind("afterId", after == null ? null : after.id())
                .bind("limit", limit + 1)
                .list(LedgerQueries::row);
        return Page.cut(rows, limit, ListRow::cursor);
    }

    /** As shown: 0 to 1000, or "1000+". */
    String count(Actor actor, LedgerReach reach, LedgerFilter filter) {
        return count(actor, reach, filter, hits.of(actor, reach, filter));
    }

    private String count(Actor actor, LedgerReach reach, LedgerFilter filter, Hits found) {
        Integer known = found.isNothing() || filter.happened() == null ? found.countedUpTo(MOST_COUNTED) : null;
        long count = known != null ? known : counted(actor, reach, filter, found);
        return count > MOST_COUNTED ? MOST_COUNTED + "+" : Long.toString(count);
    }

    private long counted(Actor actor, LedgerReach reach, LedgerFilter filter, Hits found) {
        readInOrder(reach, found);
        return bind(countStatement(reach, filter, found), actor, reach, filter, found)
                .bind("limit", MOST_COUNTED + 1)
                .count();
    }

    /**
     * For the rest of this transaction. The policy and the scope are opaque to the planner, so every list looks shorter to it than it is: it would gather all
     * of a place through one index, any other condition through a second, and sort, where an index in the order of the list has the page in a few steps. Words
     * with many hits seem rarer still, since it takes the parts of a word for independent of each other; and of each of many districts it knows no share.
     */
    private void readInOrder(LedgerReach reach, Hits found) {
        boolean isUnlikely = found.words() != null || found.mine() != null || (reach.isWide() && found.ids() == null);
        sql.of("""
                        select set_config('enable_bitmapscan', 'off', true) as bitmaps, set_config('enable_sort', :sort, true) as sort,
                               set_config('max_parallel_workers_per_gather', '0', true) as workers""").bind("sort", isUnlikely ? "off" : "on").one(row -> row.text("sort"));
    }

    private Sql.Statement pageStatement(LedgerReach reach, LedgerFilter filter, Hits found) {
        Happened happened = filter.happened();
        boolean isFound = found.ids() != null;
        boolean inEach = reach.isWide() && !isFound;
        if (happened != null && happened.what().isJudgement()) {
            return inEach ? sql.of(LedgerStatements.JUDGED_IN_EACH) : sql.of(LedgerStatements.JUDGED);
        }
        if (happened != null) {
            return inEach ? sql.of(LedgerStatements.STEPS_IN_EACH) : sql.of(LedgerStatements.STEPS);
        }
        if (isFound) {
            return filter.byDue() ? sql.of(LedgerStatements.DUE_HITS) : sql.of(LedgerStatements.RAISED_HITS);
        }
        if (filter.byDue()) {
            return inEach ? sql.of(LedgerStatements.DUE_IN_EACH) : sql.of(LedgerStatements.DUE);
        }
        return inEach ? sql.of(LedgerStatements.RAISED_IN_EACH) : sql.of(LedgerStatements.RAISED);
    }

    private Sql.Statement countStatement(LedgerReach reach, LedgerFilter filter, Hits found) {
        Happened happened = filter.happened();
        boolean inEach = reach.isWide() && found.ids() == null;
        if (happened != null && happened.what().isJudgement()) {
            return inEach ? sql.of(LedgerStatements.COUNT_JUDGED_IN_EACH) : sql.of(LedgerStatements.COUNT_JUDGED);
        }
        if (happened != null) {
            return inEach ? sql.of(LedgerStatements.COUNT_STEPS_IN_EACH) : sql.of(LedgerStatements.COUNT_STEPS);
        }
        return inEach ? sql.of(LedgerStatements.COUNT_IN_EACH) : sql.of(LedgerStatements.COUNT);
    }

    /** One number for each tab, all with the rest of the filter applied. */
    Map<View, String> counts(Actor actor, LedgerReach reach, LedgerFilter filter) {
        Map<View, String> counts = new LinkedHashMap<>();
        for (View view : View.values()) {
            counts.put(view, count(actor, reach, filter.as(view)));
        }
        return counts;
    }

    private Sql.Statement bind(
            Sql.Statement statement, Actor actor, LedgerReach reach, LedgerFilter filter, Hits found) {
        Happened happened = filter.happened();
        Counted what = happened == null ? null : happened.what();
        // Hits are all of the reach already, and are looked up one by one.
        boolean isLookedUp = found.ids() != null;
        return LedgerStatements.narrowed(statement, filter, clock)
                .bind("height", isLookedUp ? 0 : reach.height())
                .bind(
                        "place",
                        isLookedUp || reach.isWide() ? null : reach.places().getFirst())
                .bindLongs("places", reach.places())
                .bindScope(reach.scope())
                .bind("line", actor.scope().department())
                .bindTexts("lineKinds", actor.scope().kinds())
                .bindIds("ids", found.ids())
                .bind("words", found.words())
                .bind("mine", found.mine())
                .bind("verb", what == Counted.CLOSED ? DemandVerb.CLOSE : DemandVerb.PASS_UP)
                .bind("contacted", what == Counted.CONTACTED)
                .bind("solved", what == Counted.SOLVED)
                .bind("satisfaction", what == Counted.SATISFIED || what == Counted.BASICALLY ? what : null)
                .bind("from", happened == null ? null : happened.from())
                .bind("to", happened == null ? null : happened.to());
    }

    private static ListRow row(Sql.Row row) throws SQLException {
        return new ListRow(
                row.id("id"),
                row.text("number"),
                row.text("title"),
                row.whole("joiner_count"),
                row.region("region_code"),
                row.text("kind_code"),
                row.text("channel"),
                row.text("status"),
                row.region("node_code"),
                row.idOrNull("department_id"),
                row.idOrNull("handler_id"),
                row.at("raised_at"),
                row.at("due_at"),
                row.at("warn_at"),
                row.atOrNull("paused_at"),
                row.onOrNull("review_on"),
                row.yes("is_late"),
                row.atOrNull("urged_at"),
                row.atOrNull("supervised_at"),
                row.atOrNull("happened_at"),
                new Cursor(row.at("sort_at"), row.id("sort_id")));
    }
}
