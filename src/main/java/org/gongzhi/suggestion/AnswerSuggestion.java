package org.gongzhi.suggestion;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.suggestion.Suggestion.Answer;
import org.gongzhi.todo.Due;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The level above answers; the sender reads it. */
@Component
class AnswerSuggestion {

    static final String READ = "read_answer";

    private final Transactions transactions;
    private final Suggestions suggestions;
    private final SuggestionPermissions permissions;
    private final Todos todos;
    private final Audit audit;
    private final Clock clock;

    AnswerSuggestion(
            Transactions transactions,
            Suggestions suggestions,
            SuggestionPermissions permissions,
            Todos todos,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.suggestions = suggestions;
        this.permissions = permissions;
        this.todos = todos;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param actor as {@link SuggestionPermissions#reading} lets them see */
    Outcome<SuggestionStatus> answer(Actor actor, SuggestionId id, @Nullable String typed) {
        return Suggest.checked(typed)
                .then(words -> transactions.write(
                        actor,
                        () -> held(actor, id)
                                .then(said -> permissions.answering(actor, said, Time.now(clock)))
                                .map(said -> {
                                    Instant now = Time.now(clock);
                                    String name =
                                            actor.name() + (actor.nodeName().isEmpty() ? "" : " · " + actor.nodeName());
                                    suggestions.answer(actor, id, new Answer(now, name, words));
                                    todos.settle(actor, SuggestionId.SUBJECT, id.value());
                                    tellSender(actor, said, name, now);
                                    record(actor, said, "suggestion.answer");
                                    return SuggestionStatus.ANSWERED;
                                })));
    }

    /** Read twice, it has been read. */
    Outcome<SuggestionStatus> read(Actor actor, SuggestionId id) {
        return transactions.write(
                actor,
                () -> held(actor, id)
                        .then(said -> SuggestionPermissions.isSender(actor, said)
                                ? Outcome.done(said)
                                : Outcome.<Suggestion>refused(SuggestionRefusal.ONLY_THE_SENDER))
                        .then(said -> said.answer() == null
                                ? Outcome.<Suggestion>refused(SuggestionRefusal.NOT_ANSWERED_YET)
                                : Outcome.done(said))
                        .map(said -> {
                            suggestions.markRead(id, Time.now(clock));
                            todos.settle(actor, SuggestionId.SUBJECT, id.value(), READ);
                            if (said.readAt() == null) {
                                record(actor, said, "suggestion.read");
                            }
                            return SuggestionStatus.ANSWERED;
                        }));
    }

    private Outcome<Suggestion> held(Actor actor, SuggestionId id) {
        return suggestions
                .lock(id)
                .filter(said -> SuggestionPermissions.mayRead(actor, said))
                .<Outcome<Suggestion>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(SuggestionRefusal.UNKNOWN));
    }

    /** Residents come back with their code, and nobody's list is watched for them. */
    private void tellSender(Actor actor, Suggestion said, String answerer, Instant now) {
        if (said.sender().account() == null) {
            return;
        }
        Due due = todos.due(said.sender().region(), SuggestionId.SUBJECT, READ, "*", now);
        todos.open(
                actor,
                new NewTodo(
                        SuggestionId.SUBJECT,
                        said.id().value(),
                        READ,
                        said.sender().region(),
                        said.sender().region(),
                        said.sender().department(),
                        said.sender().account(),
                        null,
                        Suggest.title(said),
                        answerer,
                        now,
                        due.dueAt(),
                        due.warnAt()));
    }

    private void record(Actor actor, Suggestion said, String action) {
        audit.record(
                actor,
                action,
                SuggestionId.SUBJECT,
                said.id().value(),
                said.sender().region(),
                Map.of("status", said.status().code()),
                Map.of("status", SuggestionStatus.ANSWERED.code()),
                null);
    }
}
