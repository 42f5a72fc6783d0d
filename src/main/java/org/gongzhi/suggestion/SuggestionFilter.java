package org.gongzhi.suggestion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.gongzhi.kernel.Outcome;
import org.jspecify.annotations.Nullable;

/** Which suggestions a list shows. */
record SuggestionFilter(View view, @Nullable SuggestionKind kind) {

    enum View {
        TO_ANSWER,
        LATE,
        MINE,
        ANSWERED,
        ALL;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As written in an address. */
    record Asked(@Nullable String view, @Nullable String kind) {

        Outcome<SuggestionFilter> read() {
            Optional<View> asked = view == null || view.isBlank()
                    ? Optional.of(View.TO_ANSWER)
                    : Arrays.stream(View.values())
                            .filter(each -> each.code().equals(view))
                            .findFirst();
            if (asked.isEmpty()) {
                return Outcome.invalid("view", SuggestionRefusal.FILTER_INVALID, "view");
            }
            if (kind == null || kind.isBlank()) {
                return Outcome.done(new SuggestionFilter(asked.get(), null));
            }
            return SuggestionKind.find(kind)
                    .<Outcome<SuggestionFilter>>map(known -> Outcome.done(new SuggestionFilter(asked.get(), known)))
                    .orElseGet(() -> Outcome.invalid("kind", SuggestionRefusal.FILTER_INVALID, "kind"));
        }
    }

    SuggestionFilter as(View other) {
        return new SuggestionFilter(other, kind);
    }
}
