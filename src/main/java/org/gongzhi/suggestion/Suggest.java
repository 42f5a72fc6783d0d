package org.gongzhi.suggestion;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.suggestion.Suggestion.Addressee;
import org.gongzhi.suggestion.Suggestion.Sender;
import org.gongzhi.todo.Due;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Somebody says something of the system itself. */
@Component
class Suggest {

    static final String ANSWER = "answer_suggestion";
    private static final int MOST_WORDS = 1000;
    private static final int MOST_IN_A_TITLE = 60;

    private final Transactions transactions;
    private final Suggestions suggestions;
    private final Todos todos;
    private final Audit audit;
    private final Clock clock;

    Suggest(Transactions transactions, Suggestions suggestions, Todos todos, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.suggestions = suggestions;
        this.todos = todos;
        this.audit = audit;
        this.clock = clock;
    }

    /** As it was typed, from the page with this address. */
    record Said(
            @Nullable String kind,
            @Nullable String words,
            @Nullable String page) {}

    /** What waits for an answer now, and until when. */
    record Sent(SuggestionId id, Due due) {}

    Outcome<Sent> fromStaff(Actor actor, Said said, Addressee to) {
        String name = actor.name() + (actor.nodeName().isEmpty() ? "" : " · " + actor.nodeName());
        return send(actor, said, to, new Sender(actor.node(), actor.accountId(), actor.departmentId(), name), null);
    }

    Outcome<Sent> fromResident(Actor resident, RegionCode window, Said said, Addressee to, byte[] code) {
        return send(resident, said, to, new Sender(window, null, null, resident.name()), code);
    }

    static Outcome<String> checked(@Nullable String typed) {
        String words = Words.tidy(typed);
        int length = words.codePointCount(0, words.length());
        if (length == 0) {
            return Outcome.invalid("words", SuggestionRefusal.WORDS_MISSING);
        }
        return length > MOST_WORDS
                ? Outcome.invalid("words", SuggestionRefusal.WORDS_TOO_LONG, MOST_WORDS, length)
                : Outcome.done(words);
    }

    private Outcome<Sent> send(Actor actor, Said said, Addressee to, Sender sender, byte @Nullable [] code) {
        SuggestionKind kind = SuggestionKind.find(said.kind()).orElse(null);
        if (kind == null) {
            return Outcome.invalid("kind", SuggestionRefusal.KIND_UNKNOWN);
        }
        return checked(said.words())
                .then(words -> transactions.write(actor, () -> {
                    Instant now = Time.now(clock);
                    Due due = todos.due(sender.region(), SuggestionId.SUBJECT, ANSWER, "*", now);
                    Suggestion suggestion = new Suggestion(
                            new SuggestionId(Ids.next()),
                            kind,
                            words,
                            PagePattern.of(said.page()).value(),
                            sender,
                            to,
                            now,
                            due.dueAt(),
                            due.warnAt(),
                            null,
                            null);
                    suggestions.add(suggestion, code);
                    if (!to.isForAdministrators()) {
                        todos.open(actor, waiting(suggestion));
                    }
                    audit.record(
                            actor,
                            "suggestion.send",
                            SuggestionId.SUBJECT,
                            suggestion.id().value(),
                            sender.region(),
                            null,
                            Map.of(
                                    "kind",
                                    kind.code(),
                                    "page",
                                    suggestion.page(),
                                    "node",
                                    to.node().toString()),
                            null);
                    return Outcome.done(new Sent(suggestion.id(), due));
                }));
    }

    private static NewTodo waiting(Suggestion said) {
        return new NewTodo(
                SuggestionId.SUBJECT,
                said.id().value(),
                ANSWER,
                said.sender().region(),
                said.to().node(),
                null,
                null,
                null,
                title(said),
                said.sender().name(),
                said.askedAt(),
                said.dueAt(),
                said.warnAt());
    }

    /** The first of the words, on one line. */
    static String title(Suggestion said) {
        String line = said.words().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= MOST_IN_A_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_IN_A_TITLE - 1)) + "…";
    }
}
