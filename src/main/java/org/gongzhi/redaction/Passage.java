package org.gongzhi.redaction;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The texts of one row that is written on a case.
 *
 * @param place {@code case} for the case itself, else the table it stands in
 */
record Passage(String place, UUID id, List<@Nullable String> parts) {

    static final String CASE = "case";

    Passage {
        parts = Collections.unmodifiableList(new ArrayList<>(parts));
    }

    Passage with(List<@Nullable String> others) {
        return new Passage(place, id, others);
    }

    /** What was written since stays: only parts that still read as they were shown are replaced. */
    Passage back(Passage shown, Passage meant) {
        List<@Nullable String> next = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            boolean isUntouched = Objects.equals(parts.get(i), shown.parts().get(i));
            next.add(isUntouched ? meant.parts().get(i) : parts.get(i));
        }
        return with(next);
    }

    @Nullable
    String part(int n) {
        return parts.get(n);
    }
}
