package org.gongzhi.reorganization;

import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Component;

/** What still names a department that is to be closed. */
@Component
class ClosingQueries {

    private final Sql sql;

    ClosingQueries(Sql sql) {
        this.sql = sql;
    }

    /** 派遣规则 of any territory that suggest it on that day or later. */
    long routesTo(UUID department, LocalDate from) {
        return sql.of("""
                        select count(*) from demand_route
                        where department_id = :department and not isempty(valid) and coalesce(upper(valid), 'infinity'::date) > :from""").bind("department", department).bind("from", from).count();
    }
}
