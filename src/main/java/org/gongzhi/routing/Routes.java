package org.gongzhi.routing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where matters of a kind went. */
@Component
class Routes {

    private final Sql sql;

    Routes(Sql sql) {
        this.sql = sql;
    }

    /** @param department to which it went, by name; null: to nobody yet, or to a colleague */
    record Went(
            String number,
            Instant raisedAt,
            @Nullable UUID departmentId,
            @Nullable String department) {}

    /** Where demands of these kinds went that were raised since, below a node; newest first. */
    List<Went> went(Region node, List<String> kinds, Instant since) {
        return sql.of("""
                        select d.number, d.raised_at, p.id as department_id, p.name
                        from demand d left join department p on p.id = d.department_id
                        where d.region_code >= :from and d.region_code < :to and d.raised_at >= :since
                          and (cardinality(:kinds) = 0 or d.kind_code = any (:kinds))
                        order by d.raised_at desc, d.id desc limit 50000""")
                .bind("from", node.code())
                .bind("to", node.to())
                .bind("since", since)
                .bindTexts("kinds", kinds)
                .list(row -> new Went(
                        row.text("number"),
                        row.at("raised_at"),
                        row.idOrNull("department_id"),
                        row.textOrNull("name")));
    }
}
