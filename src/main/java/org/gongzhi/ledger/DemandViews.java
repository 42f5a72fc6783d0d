package org.gongzhi.ledger;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** 存为视图: filters a person keeps for themselves, each a tab of their ledger. */
@Repository
class DemandViews {

    static final int MOST = 20;
    static final int LONGEST_NAME = 20;

    private static final TypeReference<Map<String, String>> FILTER = new TypeReference<>() {};

    record Removed(UUID id) {}

    record View(UUID id, String name, Map<String, String> filter) {}

    private final Sql sql;
    private final ObjectMapper json;

    DemandViews(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<View> of(UUID account) {
        return sql.of("select id, name, filter from demand_view where account_id = :account order by position, id")
                .bind("account", account)
                .list(row -> new View(row.id("id"), row.text("name"), json.readValue(row.text("filter"), FILTER)));
    }

    Outcome<View> keep(UUID account, String name, Map<String, String> filter) {
        String called = name.strip();
        int length = called.codePointCount(0, called.length());
        if (length == 0 || length > LONGEST_NAME) {
            return Outcome.invalid("name", LedgerRefusal.VIEW_UNNAMED, LONGEST_NAME, length);
        }
        List<View> kept = of(account);
        if (kept.size() >= MOST) {
            return Outcome.refused(LedgerRefusal.VIEWS_TOO_MANY, MOST);
        }
        View view = new View(Ids.next(), called, filter);
        int added = sql.of("""
                        insert into demand_view (id, account_id, name, filter, position)
                        values (:id, :account, :name, cast(:filter as jsonb), (select coalesce(max(position), 0) + 1 from demand_view where account_id = :account))
                        on conflict do nothing""")
                .bind("id", view.id())
                .bind("account", account)
                .bind("name", called)
                .bind("filter", json.writeValueAsString(filter))
                .update();
        return added == 1 ? Outcome.done(view) : Outcome.invalid("name", LedgerRefusal.VIEW_NAME_TAKEN, called);
    }

    Outcome<Removed> remove(UUID account, UUID id) {
        int removed = sql.of("delete from demand_view where id = :id and account_id = :account")
                .bind("id", id)
                .bind("account", account)
                .update();
        return removed == 1 ? Outcome.done(new Removed(id)) : Outcome.refused(LedgerRefusal.VIEW_UNKNOWN);
    }
}
