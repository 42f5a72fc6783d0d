package org.gongzhi.suggestion;

import java.time.Instant;
import java.util.List;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.Sql;
import org.gongzhi.suggestion.SuggestionFilter.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of suggestions: one's own, those addressed to a node of one's scope, and for whoever keeps the system those that go no higher. Newest first. */
@Component
class SuggestionQueries {

    /** Totals beyond this are told as "1000+". */
    private static final int MOST_COUNTED = 1000;

    private static final String FILTERED = """
             from suggestion s
            where (s.account_id = cast(:account as uuid)
                   or (:isAdministrator and s.is_for_administrators)
                   or (:seesTerritory and not s.is_for_administrators and case when s.node_code <@ cast(:scopes as int8multirange) then true else false end))
              and (not :mine or s.account_id = cast(:account as uuid))
              and (not :toAnswer or (:isAdministrator and s.is_for_administrators)
                   or (not s.is_for_administrators and s.node_code = cast(:answersAt as bigint))
                   or (not s.is_for_administrators and cast(:answersAt as bigint) is not null and s.due_at < :now
                       and case when s.node_code <@ cast(:scopes as int8multirange) then true else false end))
              and (not :open or s.answered_at is null)
              and (not :answered or s.answered_at is not null)
              and (cast(:lateAt as timestamptz) is null or s.due_at < cast(:lateAt as timestamptz))
              and (cast(:kind as text) is null or s.kind = cast(:kind as text))
            """;

    private final Sql sql;

    SuggestionQueries(Sql sql) {
        this.sql = sql;
    }

    Page<Suggestion> page(Actor actor, SuggestionFilter filter, @Nullable Cursor after, int limit, Instant now) {
        List<Suggestion> rows = bind(sql.of("select " + Suggestions.COLUMNS + FILTERED + """
                                 and (cast(:afterAt as timestamptz) is null or (s.asked_at, s.id) < (cast(:afterAt as timestamptz), cast(:afterId as uuid)))
                                order by s.asked_at desc, s.id desc limit :limit"""), actor, filter, now)
                .bind("afterAt", after == null ? null : after.at())
                .bind("afterId", after == null ? null : after.id())
                .bind("limit", limit + 1)
                .list(Suggestions::suggestion);
        return Page.cut(
                rows, limit, said -> new Cursor(said.askedAt(), said.id().value()));
    }

    /** As shown: 0 to 1000, or "1000+". */
    String count(Actor actor, SuggestionFilter filter, Instant now) {
        long count = bind(
                        sql.of("select count(*) from (select 1" + FILTERED + " limit :limit) counted"),
                        actor,
                        filter,
                        now)
                .bind("limit", MOST_COUNTED + 1)
                .count();
        return count > MOST_COUNTED ? MOST_COUNTED + "+" : Long.toString(count);
    }

    private static Sql.Statement bind(Sql.Statement statement, Actor actor, SuggestionFilter filter, Instant now) {
        boolean isAdministrator = actor.duty() == DutyKind.SYSTEM_ADMINISTRATOR;
        View view = filter.view();
        return statement
                .bind("account", actor.account())
                .bind("isAdministrator", isAdministrator)
                .bind("seesTerritory", !isAdministrator && actor.departmentId() == null)
                .bindScope(actor.scope())
                .bind("answersAt", SuggestionPermissions.worksAtNode(actor) ? actor.node() : null)
                .bind("mine", view == View.MINE)
                .bind("toAnswer", view == View.TO_ANSWER)
                .bind("open", view == View.TO_ANSWER || view == View.LATE)
                .bind("answered", view == View.ANSWERED)
                .bind("now", now)
                .bind("lateAt", view == View.LATE ? now : null)
                .bind("kind", filter.kind() == null ? null : filter.kind().code());
    }
}
