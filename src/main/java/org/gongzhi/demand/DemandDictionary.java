package org.gongzhi.demand;

import java.util.Optional;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Kinds and reasons as the rules need them: what a kind's clock class is, whether a reason fits a verb. */
@Repository
class DemandDictionary {

    record Kind(String code, String name, String clazz, boolean isPublic) {}

    record Reason(String code, String name, @Nullable String instead, boolean needsWords) {}

    private final Sql sql;

    DemandDictionary(Sql sql) {
        this.sql = sql;
    }

    Outcome<Kind> kind(String code) {
        Optional<Kind> kind = sql.of(
                        "select code, name, class, is_public from demand_kind where code = :code and is_active")
                .bind("code", code)
                .optional(row -> new Kind(row.text("code"), row.text("name"), row.text("class"), row.yes("is_public")));
        return kind.<Outcome<Kind>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("kind", DemandRefusal.KIND_UNKNOWN));
    }

    /** The reason, if it is one for this verb and comes with the words it needs. */
    Outcome<Reason> reason(String verb, @Nullable String code, @Nullable String words) {
        Optional<Reason> reason = sql.of(
                        "select code, name, instead, needs_words from demand_reason where code = :code and verb = :verb")
                .bind("code", code)
                .bind("verb", verb)
                .optional(row -> new Reason(
                        row.text("code"), row.text("name"), row.textOrNull("instead"), row.yes("needs_words")));
        if (reason.isEmpty()) {
            return Outcome.invalid("reason", DemandRefusal.REASON_UNKNOWN);
        }
        return reason.get().needsWords() && (words == null || words.isBlank())
                ? Outcome.invalid("words", DemandRefusal.REASON_NEEDS_WORDS)
                : Outcome.done(reason.get());
    }
}
