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
import org.gongzhi.kernel.Time;
import org.gongzhi.ledger.HitQueries.Hits;
import org.gongzhi.ledger.LedgerFilter.Counted;
import org.gongzhi.ledger.LedgerFilter.Happened;
import org.gongzhi.ledger.LedgerFilter.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The ledger: pages and counts of demands by any filter, at any height of the tree. Optional conditions are written into one text; the planner drops those
 * that are not asked for, since every execution is planned for its own values.
 */
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

    private static final String COLUMNS = """
            d.id, d.number, d.title, d.joiner_count, d.region_code, d.kind_code, d.channel, d.status, d.node_code, d.department_id, d.handler_id, d.raised_at,
            d.due_at, d.warn_at, d.paused_at, d.review_on, d.is_late, d.urged_at, d.supervised_at
            """;

    /** Equality at one level: of these four, the planner keeps one. */
    private static final String AT_PLACE = """
            (cast(:height as int) <> 3 or d.district_code = place.code) and (cast(:height as int) <> 4 or d.street_code = place.code)
            and (cast(:height as int) <> 5 or d.community_code = place.code) and (cast(:height as int) <> 6 or d.region_code = place.code)
            """;

    private static final String EVENT_AT_PLACE = """
            (cast(:height as int) <> 3 or s.district_code = place.code) and (cast(:height as int) <> 4 or s.street_code = place.code)
            and (cast(:height as int) <> 5 or s.community_code = place.code) and (cast(:height as int) <> 6 or s.region_code = place.code)
            """;

    /** The scope stands in the opaque form of the policies: estimated by itself it would make every list look short, and worth sorting whole. */
    private static final String FILTERS = """
            and case when d.region_code <@ cast(:scopes as int8multirange) then true else false end
            and (cast(:line as uuid) is null or d.department_id = cast(:line as uuid))
            and (cast(:lineKinds as text[]) is null or d.kind_code = any (cast(:lineKinds as text[])))
            and (cast(:ids as uuid[]) is null or d.id = any (cast(:ids as uuid[])))
            and (cast(:words as tsquery) is null or d.search @@ cast(:words as tsquery))
            and (not :open or d.status in ('raised','accepted','assigned','handling','verifying','suspended'))
            and (cast(:statuses as text[]) is null or d.status = any (cast(:statuses as text[])))
            and (cast(:view_status as text) is null or d.status = cast(:view_status as text))
            and (cast(:soon as timestamptz) is null or d.is_late or (d.paused_at is null and d.warn_at <= cast(:soon as timestamptz)))
            and (not :reopened or d.reopen_count > 0)
            and (cast(:late as boolean) is null or d.is_late = cast(:late as boolean))
            and (cast(:kinds as text[]) is null or d.kind_code = any (cast(:kinds as text[])))
            and (cast(:channels as text[]) is null or d.channel = any (cast(:channels as text[])))
            and (cast(:department as uuid) is null or d.department_id = cast(:department as uuid))
            and (cast(:mine as uuid) is null or d.handler_id = cast(:mine as uuid)
                 or exists (select from demand_step m where m.demand_id = d.id and m.account_id = cast(:mine as uuid)))
            and (cast(:raisedFrom as timestamptz) is null or d.raised_at >= cast(:raisedFrom as timestamptz))
            and (cast(:raisedTo as timestamptz) is null or d.raised_at < cast(:raisedTo as timestamptz))
            """;

    private static final String IN_PERIOD = """
            and (cast(:from as timestamptz) is null or s.at >= cast(:from as timestamptz))
            and (cast(:to as timestamptz) is null or s.at < cast(:to as timestamptz))
            """;

    private static final String STEPS = " from demand_step s join demand d on d.id = s.demand_id where "
            + EVENT_AT_PLACE + " and s.verb in ('close', 'pass_up') and s.verb = :verb " + IN_PERIOD + FILTERS;

    private static final String JUDGEMENTS = " from demand_call_back s join demand d on d.id = s.demand_id where "
            + EVENT_AT_PLACE
            + " and s.is_valid and (not :contacted or s.is_contacted) and (not :solved or s.is_solved)"
            + " and (cast(:satisfaction as text) is null or s.satisfaction = cast(:satisfaction as text)) " + IN_PERIOD
            + FILTERS;

    private static final String PLACES = " from unnest(cast(:places as bigint[])) as place (code) cross join lateral (";

    private static final String RAISED = "select d.*" + PLACES + "select " + COLUMNS
            + ", d.raised_at as sort_at, d.id as sort_id, cast(null as timestamptz) as happened_at from demand d where "
            + AT_PLACE + FILTERS + """
             and (cast(:afterAt as timestamptz) is null or (d.raised_at, d.id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
            order by d.raised_at desc, d.id desc limit :limit) d order by d.raised_at desc, d.id desc limit :limit""";

    private static final String DUE = "select d.*" + PLACES + "select " + COLUMNS
            + ", d.due_at as sort_at, d.id as sort_id, cast(null as timestamptz) as happened_at from demand d where "
            + AT_PLACE + FILTERS + """
             and d.status in ('raised','accepted','assigned','handling','verifying','suspended')
            and (cast(:afterAt as timestamptz) is null or (d.due_at, d.id) > (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
            order by d.due_at, d.id limit :limit) d order by d.due_at, d.id limit :limit""";

    private static final String NEWEST_EVENTS = """
             and (cast(:afterAt as timestamptz) is null or (s.at, s.id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
            order by s.at desc, s.id desc limit :limit) d order by d.sort_at desc, d.sort_id desc limit :limit""";

    private static final String EVENT_COLUMNS = ", s.at as sort_at, s.id as sort_id, s.at as happened_at ";

    private static final String UP_TO = " limit :limit) d limit :limit) counted";

    private final Sql sql;
    private final HitQueries hits;
    private final Clock clock;

    LedgerQueries(Sql sql, HitQueries hits, Clock clock) {
        this.sql = sql;
        this.hits = hits;
        this.clock = clock;
    }

    Page<ListRow> page(Actor actor, LedgerReach reach, LedgerFilter filter, @Nullable Cursor after, int limit) {
        Hits found = hits.of(actor, reach, filter);
        if (found.isNothing()) {
            return new Page<>(List.of(), null, null);
        }
        Happened happened = filter.happened();
        Sql.Statement statement;
        if (happened != null && happened.what().isJudgement()) {
            statement =
                    sql.of("select d.*" + PLACES + "select " + COLUMNS + EVENT_COLUMNS + JUDGEMENTS + NEWEST_EVENTS);
        } else if (happened != null) {
            statement = sql.of("select d.*" + PLACES + "select " + COLUMNS + EVENT_COLUMNS + STEPS + NEWEST_EVENTS);
        } else {
            statement = filter.byDue() ? sql.of(DUE) : sql.of(RAISED);
        }
        List<ListRow> rows = bind(statement, actor, reach, filter, found)
                .bind("afterAt", after == null ? null : after.at())
                .bind("afterId", after == null ? null : after.id())
                .bind("limit", limit + 1)
                .list(LedgerQueries::row);
        return Page.cut(rows, limit, ListRow::cursor);
    }

    /** As shown: 0 to 1000, or "1000+". */
    String count(Actor actor, LedgerReach reach, LedgerFilter filter) {
        Hits found = hits.of(actor, reach, filter);
        if (found.isNothing()) {
            return "0";
        }
        Happened happened = filter.happened();
        Sql.Statement statement;
        if (happened != null && happened.what().isJudgement()) {
            statement = sql.of("select count(*) from (select 1" + PLACES + "select 1" + JUDGEMENTS + UP_TO);
        } else if (happened != null) {
            statement = sql.of("select count(*) from (select 1" + PLACES + "select 1" + STEPS + UP_TO);
        } else {
            statement = sql.of("select count(*) from (select 1" + PLACES + "select 1 from demand d where " + AT_PLACE
                    + FILTERS + UP_TO);
        }
        long count = bind(statement, actor, reach, filter, found)
                .bind("limit", MOST_COUNTED + 1)
                .count();
        return count > MOST_COUNTED ? MOST_COUNTED + "+" : Long.toString(count);
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
        View view = filter.view();
        return statement
                .bind("height", reach.height())
                .bindLongs("places", reach.places())
                .bindScope(reach.scope())
                .bind("line", actor.scope().department())
                .bindTexts("lineKinds", actor.scope().kinds())
                .bindIds("ids", found.ids())
                .bind("words", found.words())
                .bind("mine", found.mine())
                .bind("open", view.isOpenWork())
                .bindTexts("statuses", filter.statuses())
                .bind("view_status", view == View.CALL_BACK ? "closed" : view == View.SUSPENDED ? "suspended" : null)
                .bind("soon", view == View.LATE ? Time.now(clock) : null)
                .bind("reopened", view == View.UNSOLVED)
                .bind("late", filter.isLate())
                .bindTexts("kinds", filter.kinds())
                .bindTexts("channels", filter.channels())
                .bind("department", filter.department())
                .bind("raisedFrom", filter.raisedFrom())
                .bind("raisedTo", filter.raisedTo())
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
