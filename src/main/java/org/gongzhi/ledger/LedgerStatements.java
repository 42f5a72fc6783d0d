package org.gongzhi.ledger;

import java.time.Clock;
import java.util.List;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.ledger.LedgerFilter.View;

/**
 * The pieces of SQL of the ledger's pages and counts. Optional conditions are written into one text; the planner drops those that are not asked for, since
 * every execution is planned for its own values. One place is asked by its own code, whose share of the demands the planner knows; a territory wider than a
 * district asks each of its districts for as many as the page holds, and the best of these are the page.
 */
final class LedgerStatements {

    private static final String COLUMNS = """
            d.id, d.number, d.title, d.joiner_count, d.region_code, d.kind_code, d.channel, d.status, d.node_code, d.department_id, d.handler_id, d.raised_at,
            d.due_at, d.warn_at, d.paused_at, d.review_on, d.is_late, d.urged_at, d.supervised_at
            """;

    /** Equality at one level: of these four, the planner keeps one; none for the whole country. */
    private static final String AT_PLACE = """
            (cast(:height as int) <> 3 or d.district_code = cast(:place as bigint))
            and (cast(:height as int) <> 4 or d.street_code = cast(:place as bigint))
            and (cast(:height as int) <> 5 or d.community_code = cast(:place as bigint))
            and (cast(:height as int) <> 6 or d.region_code = cast(:place as bigint))
            """;

    private static final String EVENT_AT_PLACE = """
            (cast(:height as int) <> 3 or s.district_code = cast(:place as bigint))
            and (cast(:height as int) <> 4 or s.street_code = cast(:place as bigint))
            and (cast(:height as int) <> 5 or s.community_code = cast(:place as bigint))
            and (cast(:height as int) <> 6 or s.region_code = cast(:place as bigint))
            """;

    private static final String IN_DISTRICT = " d.district_code = place.code ";

    private static final String EVENT_IN_DISTRICT = " s.district_code = place.code ";

    /**
     * The scope stands in the opaque form of the policies: estimated by itself it would make every list look short, and worth sorting whole. Whether somebody
     * took part is looked up row by row: an equality could be hashed, for which all that person ever did would be read first.
     */
    private static final String FILTERS = """
            and case when d.region_code <@ cast(:scopes as int8multirange) then true else false end
            and (cast(:line as uuid) is null or d.department_id = cast(:line as uuid) or (d.is_called and cast(:line as uuid) = any (d.called_departments)))
            and (cast(:lineKinds as text[]) is null or d.kind_code = any (cast(:lineKinds as text[])))
            and (cast(:words as tsquery) is null or d.search @@ cast(:words as tsquery))
            and (not :open or d.status in ('raised','accepted','assigned','handling','verifying','suspended'))
            and (cast(:statuses as text[]) is null or d.status = any (cast(:statuses as text[])))
            and (cast(:status as text) is null or d.status = cast(:status as text))
            and (cast(:view_status as text) is null or d.status = cast(:view_status as text))
            and (cast(:soon as timestamptz) is null or d.is_late or (d.paused_at is null and d.warn_at <= cast(:soon as timestamptz)))
            and (not :reopened or d.reopen_count > 0)
            and (cast(:late as boolean) is null or d.is_late = cast(:late as boolean))
            and (cast(:kinds as text[]) is null or d.kind_code = any (cast(:kinds as text[])))
            and (cast(:channels as text[]) is null or d.channel = any (cast(:channels as text[])))
            and (cast(:department as uuid) is null or d.department_id = cast(:department as uuid))
            and (cast(:mine as uuid) is null or d.handler_id = cast(:mine as uuid)
                 or exists (select from demand_step m where m.account_id = cast(:mine as uuid) and m.demand_id >= d.id and m.demand_id <= d.id))
            and (cast(:raisedFrom as timestamptz) is null or d.raised_at >= cast(:raisedFrom as timestamptz))
            and (cast(:raisedTo as timestamptz) is null or d.raised_at < cast(:raisedTo as timestamptz))
            """;

    private static final String IN_PERIOD = """
            and (cast(:from as timestamptz) is null or s.at >= cast(:from as timestamptz))
            and (cast(:to as timestamptz) is null or s.at < cast(:to as timestamptz))
            """;

    private static final String OF_STEPS = " from demand_step s join demand d on d.id = s.demand_id where ";

    /** Also what was found already: all of it when nothing was looked for. */
    private static final String AMONG_HITS =
            " and (cast(:ids as uuid[]) is null or d.id = any (cast(:ids as uuid[]))) ";

    private static final String STEPPED =
            " and s.verb in ('close', 'pass_up') and s.verb = :verb " + IN_PERIOD + AMONG_HITS + FILTERS;

    private static final String OF_JUDGEMENTS = " from demand_call_back s join demand d on d.id = s.demand_id where ";

    private static final String SO_JUDGED =
            " and s.is_valid and (not :contacted or s.is_contacted) and (not :solved or s.is_solved)"
                    + " and (cast(:satisfaction as text) is null or s.satisfaction = cast(:satisfaction as text)) "
                    + IN_PERIOD
                    + AMONG_HITS
                    + FILTERS;

    private static final String IN_EACH =
            "select d.* from unnest(cast(:places as bigint[])) as place (code) cross join lateral (";

    private static final String SORTED_BY_RAISED =
            ", d.raised_at as sort_at, d.id as sort_id, cast(null as timestamptz) as happened_at ";

    private static final String ROWS_RAISED = "select " + COLUMNS + SORTED_BY_RAISED + "from demand d where ";

    /** What was found already, one by one. */
    private static final String OF_HITS =
            "from unnest(cast(:ids as uuid[])) hit (id) join demand d on d.id = hit.id where ";

    private static final String NEWEST_RAISED = """
             and (cast(:afterAt as timestamptz) is null or (d.raised_at, d.id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
            order by d.raised_at desc, d.id desc limit :limit
            """;

    static final String RAISED = ROWS_RAISED + AT_PLACE + FILTERS + NEWEST_RAISED;

    static final String RAISED_HITS =
            "select " + COLUMNS + SORTED_BY_RAISED + OF_HITS + " true " + FILTERS + NEWEST_RAISED;

    static final String RAISED_IN_EACH = IN_EACH + ROWS_RAISED + IN_DISTRICT + FILTERS + NEWEST_RAISED
            + ") d order by d.raised_at desc, d.id desc limit :limit";

    private static final String SORTED_BY_DUE =
            ", d.due_at as sort_at, d.id as sort_id, cast(null as timestamptz) as happened_at ";

    private static final String ROWS_DUE = "select " + COLUMNS + SORTED_BY_DUE + "from demand d where ";

    private static final String FIRST_DUE = """
             and d.status in ('raised','accepted','assigned','handling','verifying','suspended')
            and (cast(:afterAt as timestamptz) is null or (d.due_at, d.id) > (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
            order by d.due_at, d.id limit :limit
            """;

    static final String DUE = ROWS_DUE + AT_PLACE + FILTERS + FIRST_DUE;

    static final String DUE_HITS = "select " + COLUMNS + SORTED_BY_DUE + OF_HITS + " true " + FILTERS + FIRST_DUE;

    static final String DUE_IN_EACH =
            IN_EACH + ROWS_DUE + IN_DISTRICT + FILTERS + FIRST_DUE + ") d order by d.due_at, d.id limit :limit";

    private static final String ROWS_HAPPENED =
            "select " + COLUMNS + ", s.at as sort_at, s.id as sort_id, s.at as happened_at ";

    private static final String NEWEST_HAPPENED = """
             and (cast(:afterAt as timestamptz) is null or (s.at, s.id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
            order by s.at desc, s.id desc limit :limit
            """;

    private static final String NEWEST_OF_ALL = ") d order by d.sort_at desc, d.sort_id desc limit :limit";

    static final String STEPS = ROWS_HAPPENED + OF_STEPS + EVENT_AT_PLACE + STEPPED + NEWEST_HAPPENED;

    static final String STEPS_IN_EACH =
            IN_EACH + ROWS_HAPPENED + OF_STEPS + EVENT_IN_DISTRICT + STEPPED + NEWEST_HAPPENED + NEWEST_OF_ALL;

    static final String JUDGED = ROWS_HAPPENED + OF_JUDGEMENTS + EVENT_AT_PLACE + SO_JUDGED + NEWEST_HAPPENED;

    static final String JUDGED_IN_EACH =
            IN_EACH + ROWS_HAPPENED + OF_JUDGEMENTS + EVENT_IN_DISTRICT + SO_JUDGED + NEWEST_HAPPENED + NEWEST_OF_ALL;

    private static final String COUNT_OF = "select count(*) from (select 1";

    private static final String UP_TO = " limit :limit) counted";

    private static final String COUNT_OF_EACH =
            "select count(*) from (select 1 from unnest(cast(:places as bigint[])) as place (code) cross join lateral (select 1";

    private static final String UP_TO_IN_EACH = " limit :limit) d limit :limit) counted";

    static final String COUNT = COUNT_OF + " from demand d where " + AT_PLACE + FILTERS + UP_TO;

    static final String COUNT_IN_EACH = COUNT_OF_EACH + " from demand d where " + IN_DISTRICT + FILTERS + UP_TO_IN_EACH;

    static final String COUNT_STEPS = COUNT_OF + OF_STEPS + EVENT_AT_PLACE + STEPPED + UP_TO;

    static final String COUNT_STEPS_IN_EACH = COUNT_OF_EACH + OF_STEPS + EVENT_IN_DISTRICT + STEPPED + UP_TO_IN_EACH;

    static final String COUNT_JUDGED = COUNT_OF + OF_JUDGEMENTS + EVENT_AT_PLACE + SO_JUDGED + UP_TO;

    static final String COUNT_JUDGED_IN_EACH =
            COUNT_OF_EACH + OF_JUDGEMENTS + EVENT_IN_DISTRICT + SO_JUDGED + UP_TO_IN_EACH;

    private LedgerStatements() {}

    /** What a filter says of a demand itself. */
    static Sql.Statement narrowed(Sql.Statement statement, LedgerFilter filter, Clock clock) {
        View view = filter.view();
        // An equality keeps the order of an index by status; a list of one does not.
        List<String> statuses = filter.statuses();
        String one = statuses != null && statuses.size() == 1 ? statuses.getFirst() : null;
        return statement
                .bind("open", view.isOpenWork())
                .bindTexts("statuses", one == null ? statuses : null)
                .bind("status", one)
                .bind("view_status", view == View.CALL_BACK ? "closed" : view == View.SUSPENDED ? "suspended" : null)
                .bind("soon", view == View.LATE ? Time.now(clock) : null)
                .bind("reopened", view == View.UNSOLVED)
                .bind("late", filter.isLate())
                .bindTexts("kinds", filter.kinds())
                .bindTexts("channels", filter.channels())
                .bind("department", filter.department())
                .bind("raisedFrom", filter.raisedFrom())
                .bind("raisedTo", filter.raisedTo());
    }
}
