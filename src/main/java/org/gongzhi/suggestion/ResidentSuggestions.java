package org.gongzhi.suggestion;

import java.time.Instant;
import java.util.Optional;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a resident says of the window itself, without an account, and what they read of it by their code. */
@Component
public class ResidentSuggestions {

    private final Suggest suggest;
    private final Suggestions suggestions;
    private final Addressees addressees;
    private final RegionLookup regions;
    private final Transactions transactions;

    ResidentSuggestions(
            Suggest suggest,
            Suggestions suggestions,
            Addressees addressees,
            RegionLookup regions,
            Transactions transactions) {
        this.suggest = suggest;
        this.suggestions = suggestions;
        this.addressees = addressees;
        this.regions = regions;
        this.transactions = transactions;
    }

    /** Whoever answers for a window, to be asked before the transaction in which somebody speaks. */
    public record Window(RegionCode region, RegionCode answeredAt, boolean isForAdministrators) {}

    /**
     * What was said has arrived.
     *
     * @param dueAt until when it should be answered
     */
    public record Heard(Instant dueAt, String dueInWords) {}

    /**
     * What was said and what was answered, for whoever holds the code.
     *
     * @param to who answers, as people call them; null for whoever keeps the system
     * @param answer null while there is none
     */
    public record Followed(
            SuggestionKind kind,
            String words,
            Instant askedAt,
            Instant dueAt,
            @Nullable String to,
            @Nullable Instant answeredAt,
            @Nullable String answer) {}

    public Window window() {
        RegionCode served = regions.served().code();
        Suggestion.Addressee to = addressees.ofWindow(served);
        return new Window(served, to.node(), to.isForAdministrators());
    }

    /**
     * Goes to whoever answers for the window.
     *
     * @param code digest of the code it is followed by
     */
    public Outcome<Heard> say(
            Actor resident,
            Window window,
            @Nullable String kind,
            @Nullable String words,
            @Nullable String page,
            byte[] code) {
        return suggest.fromResident(
                        resident,
                        window.region(),
                        new Suggest.Said(kind, words, page),
                        new Suggestion.Addressee(window.answeredAt(), window.isForAdministrators()),
                        code)
                .map(sent -> new Heard(sent.due().dueAt(), sent.due().inWords()));
    }

    /** Who answered is told by place only. */
    public Outcome<Followed> follow(byte[] code) {
        return transactions.readWithCode(code, () -> {
            Optional<Suggestion> found = suggestions.byCode(code);
            return found.<Outcome<Followed>>map(said -> Outcome.done(followed(said)))
                    .orElseGet(() -> Outcome.refused(SuggestionRefusal.CODE_UNKNOWN));
        });
    }

    private Followed followed(Suggestion said) {
        Suggestion.Answer told = said.answer();
        return new Followed(
                said.kind(),
                said.words(),
                said.askedAt(),
                said.dueAt(),
                said.to().isForAdministrators()
                        ? null
                        : regions.get(said.to().node()).name(),
                told == null ? null : told.at(),
                told == null ? null : told.words());
    }
}
