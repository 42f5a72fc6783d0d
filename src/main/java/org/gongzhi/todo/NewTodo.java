package org.gongzhi.todo;

import java.time.Instant;
import java.util.UUID;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;

/**
 * Something somebody must do by a time.
 *
 * @param step the verb that settles it
 * @param region where the matter is
 * @param node which node must act; with a department or an account, the node it was given from or belongs to
 * @param account null: anyone of the department, or with the duty at the node
 * @param kindCode the line, for duties bounded by kind of matter
 * @param title what, in the resident's words
 * @param note where it stands, in words; may be empty
 */
public record NewTodo(
        String subjectKind,
        UUID subjectId,
        String step,
        RegionCode region,
        RegionCode node,
        @Nullable UUID department,
        @Nullable UUID account,
        @Nullable String kindCode,
        String title,
        String note,
        Instant openedAt,
        Instant dueAt,
        Instant warnAt) {}
