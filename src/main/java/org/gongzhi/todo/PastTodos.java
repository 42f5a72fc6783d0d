package org.gongzhi.todo;

import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Component;

/** What waited of a matter, to wait again where its end is taken back. In the caller's transaction. */
@Component
public class PastTodos {

    private final Sql sql;

    PastTodos(Sql sql) {
        this.sql = sql;
    }

    /** What waits now. */
    public List<UUID> waiting(String subjectKind, UUID subjectId) {
        return sql.of(
                        "select id from todo where subject_kind = :subjectKind and subject_id = :subjectId and closed_at is null order by id")
                .bind("subjectKind", subjectKind)
                .bind("subjectId", subjectId)
                .list(row -> row.id("id"));
    }

    /**
     * Opens these again as they were. Returns how many.
     *
     * @param but steps that stay closed
     */
    public int reopen(String subjectKind, UUID subjectId, List<UUID> ids, String... but) {
        return sql.of("""
                update todo set closed_at = null, closed_by = null
                where subject_kind = :subjectKind and subject_id = :subjectId and id = any (:ids) and closed_at is not null and step <> all (:but)
                """)
                .bind("subjectKind", subjectKind)
                .bind("subjectId", subjectId)
                .bindIds("ids", ids)
                .bindTexts("but", List.of(but))
                .update();
    }
}
