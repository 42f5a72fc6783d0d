package org.gongzhi.callout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.callout.CalloutFilter.Arrived;
import org.gongzhi.callout.CalloutFilter.View;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.Sql;
import org.gongzhi.ledger.LedgerReach;
import org.springframework.stereotype.Component;

/** 吹哨 in the ledger: pages and counts of calls by any filter, at any height of the tree, newest first. */
@Component
class CalloutListQueries {

    /** Totals beyond this are told as "1000+". */
    private static final int MOST_COUNTED = 1000;

    record ListRow(Callout callout, String number, String title) {
        Cursor cursor() {
            return new Cursor(callout.task().calledAt(), callout.id().value());
        }
    }

    /** Equality at one level, as the indexes serve it; below a street the scope alone narrows. */
    private static final String AT_PLACE = """
            (cast(:height as int) <> 3 or c.district_code = place.code)
            and (cast(:height as int) < 4 or c.street_code = place.code / 1000000 * 1000000)
            """;

    private static final String FILTERS = """
            and case when c.region_code <@ cast(:scopes as int8multirange) then true else false end
            and (cast(:line as uuid) is null or c.department_id = cast(:line as uuid))
            and (cast(:lineKinds as text[]) is null or d.kind_code = any (cast(:lineKinds as text[])))
            and (not :open or c.ended_at is null)
            and (not :late or (c.ended_at is null and c.paused_at is null
                 and ((c.status = 'called' and c.arrive_due_at < :now) or (c.status = 'arrived' and c.due_at < :now))))
            and (not :refused or c.status = 'refused')
            and (not :ungraded or (c.status = 'finished' and c.grade is null))
            and (not :lead or c.is_lead)
            and (cast(:department as uuid) is null or c.department_id = cast(:department as uuid))
            and (cast(:inTime as boolean) is null or c.is_in_time = cast(:inTime as boolean))
            and (not :notArrived or c.arrived_at is null)
            and (not :graded or c.grade is not null)
            and (cast(:grade as text) is null or c.grade = cast(:grade as text))
            and (cast(:from as timestamptz) is null or c.called_at >= cast(:from as timestamptz))
            and (cast(:to as timestamptz) is null or c.called_at < cast(:to as timestamptz))
            """;

    private static final String PLACES = " from unnest(cast(:places as bigint[])) as place (code) cross join lateral (";

    private static final String CALLS =
            " from callout c join demand d on d.id = c.demand_id where " + AT_PLACE + FILTERS;

    private final Sql sql;

    CalloutListQueries(Sql sql) {
        this.sql = sql;
    }

    Page<ListRow> page(
            Actor actor, LedgerReach reach, CalloutFilter filter, Optional<Cursor> after, int limit, Instant now) {
        List<ListRow> rows = bind(
                        sql.of("select one.*" + PLACES + "select c.*, d.number, d.title" + CALLS + """
                                 and (cast(:afterAt as timestamptz) is null or (c.called_at, c.id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
                                order by c.called_at desc, c.id desc limit :limit) one order by called_at desc, id desc limit :limit"""),
                        actor,
                        reach,
                        filter,
                        now)
                .bind("afterAt", after.map(Cursor::at).orElse(null))
                .bind("afterId", after.map(Cursor::id).orElse(null))
                .bind("limit", limit + 1)
                .list(row -> new ListRow(Callouts.callout(row), row.text("number"), row.text("title")));
        return Page.cut(rows, limit, ListRow::cursor);
    }

    /** As shown: 0 to 1000, or "1000+". */
    String count(Actor actor, LedgerReach reach, CalloutFilter filter, Instant now) {
        long count = bind(
                        sql.of("select count(*) from (select 1" + PLACES + "select 1" + CALLS
                                + " limit :limit) one limit :limit) counted"),
                        actor,
                        reach,
                        filter,
                        now)
                .bind("limit", MOST_COUNTED + 1)
                .count();
        return count > MOST_COUNTED ? MOST_COUNTED + "+" : Long.toString(count);
    }

    private static Sql.Statement bind(
            Sql.Statement statement, Actor actor, LedgerReach reach, CalloutFilter filter, Instant now) {
        UUID line = actor.scope().department();
        return statement
                .bind("height", reach.height())
                .bindLongs("places", reach.places())
                .bindScope(reach.scope())
                .bind("line", line)
                .bindTexts("lineKinds", actor.scope().kinds())
                .bind("open", filter.view() == View.OPEN)
                .bind("late", filter.view() == View.LATE)
                .bind("refused", filter.view() == View.REFUSED)
                .bind("ungraded", filter.view() == View.TO_GRADE)
                .bind("lead", filter.isLead())
                .bind("department", filter.department())
                .bind(
                        "inTime",
                        filter.arrived() == Arrived.IN_TIME
                                ? Boolean.TRUE
                                : filter.arrived() == Arrived.LATE ? Boolean.FALSE : null)
                .bind("notArrived", filter.arrived() == Arrived.NOT)
                .bind("graded", filter.isGraded())
                .bind("grade", filter.grade())
                .bind("from", filter.calledFrom())
                .bind("to", filter.calledTo())
                .bind("now", now);
    }
}
