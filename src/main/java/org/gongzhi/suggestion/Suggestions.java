package org.gongzhi.suggestion;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Sql;
import org.gongzhi.suggestion.Suggestion.Addressee;
import org.gongzhi.suggestion.Suggestion.Answer;
import org.gongzhi.suggestion.Suggestion.Sender;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The table of suggestions. */
@Component
class Suggestions {

    static final String COLUMNS = """
            s.id, s.kind, s.words, s.page, s.region_code, s.account_id, s.department_id, s.actor, s.node_code, s.is_for_administrators, s.asked_at, s.due_at,
            s.warn_at, s.answered_at, s.answerer, s.answer, s.read_at
            """;

    private final Sql sql;

    Suggestions(Sql sql) {
        this.sql = sql;
    }

    /** @param code digest of the code a resident follows it by */
    void add(Suggestion said, byte @Nullable [] code) {
        sql.of("""
                insert into suggestion (id, kind, words, page, region_code, account_id, department_id, actor, node_code, is_for_administrators, asked_at, due_at,
                    warn_at, code_digest)
                values (:id, :kind, :words, :page, :region, :account, :department, :actor, :node, :isForAdministrators, :askedAt, :dueAt, :warnAt, :code)""")
                .bind("id", said.id().value())
                .bind("kind", said.kind().code())
                .bind("words", said.words())
                .bind("page", said.page())
                .bind("region", said.sender().region())
                .bind("account", said.sender().account())
                .bind("department", said.sender().department())
                .bind("actor", said.sender().name())
                .bind("node", said.to().node())
                .bind("isForAdministrators", said.to().isForAdministrators())
                .bind("askedAt", said.askedAt())
                .bind("dueAt", said.dueAt())
                .bind("warnAt", said.warnAt())
                .bind("code", code)
                .updateLater();
    }

    Optional<Suggestion> find(SuggestionId id) {
        return sql.of("select " + COLUMNS + " from suggestion s where s.id = :id")
                .bind("id", id.value())
                .optional(Suggestions::suggestion);
    }

    /** For whoever answers it: two at once do it one after the other. */
    Optional<Suggestion> lock(SuggestionId id) {
        return sql.of("select " + COLUMNS + " from suggestion s where s.id = :id for update")
                .bind("id", id.value())
                .optional(Suggestions::suggestion);
    }

    /** Those that nobody is answering just now either: whoever answers settles what waits, and must not wait for us. */
    List<Suggestion> unanswered(List<UUID> ids) {
        return sql.of("select " + COLUMNS + """
                         from suggestion s where s.id = any (:ids) and s.answered_at is null for update skip locked""").bindIds("ids", ids).list(Suggestions::suggestion);
    }

    /** Read with the code in hand. */
    Optional<Suggestion> byCode(byte[] digest) {
        return sql.of("select " + COLUMNS + " from suggestion s where s.code_digest = :digest")
                .bind("digest", digest)
                .optional(Suggestions::suggestion);
    }

    void answer(Actor actor, SuggestionId id, Answer answer) {
        sql.of("""
                update suggestion set answered_at = :at, answerer_id = :account, answerer = :name, answer = :words where id = :id and answered_at is null""")
                .bind("at", answer.at())
                .bind("account", actor.account())
                .bind("name", answer.name())
                .bind("words", answer.words())
                .bind("id", id.value())
                .updateOneLater();
    }

    void markRead(SuggestionId id, Instant at) {
        sql.of("update suggestion set read_at = :at where id = :id and read_at is null")
                .bind("at", at)
                .bind("id", id.value())
                .updateLater();
    }

    static Suggestion suggestion(Sql.Row row) throws SQLException {
        Instant answeredAt = row.atOrNull("answered_at");
        UUID account = row.idOrNull("account_id");
        return new Suggestion(
                new SuggestionId(row.id("id")),
                SuggestionKind.of(row.text("kind")),
                row.text("words"),
                row.text("page"),
                new Sender(row.region("region_code"), account, row.idOrNull("department_id"), row.text("actor")),
                new Addressee(row.region("node_code"), row.yes("is_for_administrators")),
                row.at("asked_at"),
                row.at("due_at"),
                row.at("warn_at"),
                answeredAt == null ? null : new Answer(answeredAt, row.text("answerer"), row.text("answer")),
                row.atOrNull("read_at"));
    }
}
