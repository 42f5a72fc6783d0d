package org.gongzhi.retention;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.gongzhi.privacy.Digests;
import org.springframework.stereotype.Component;

/** Looks again at cases that were anonymized, whether anything of a person can still be found. Inside the caller's transaction. */
@Component
class RetentionProof {

    private final RetentionRuns runs;
    private final Traces traces;
    private final Digests digests;

    RetentionProof(RetentionRuns runs, Traces traces, Digests digests) {
        this.runs = runs;
        this.traces = traces;
        this.digests = digests;
    }

    /** Of the cases in their order: shows that it is these and no others. */
    String digest(List<UUID> cases) {
        ByteBuffer bytes = ByteBuffer.allocate(cases.size() * 2 * Long.BYTES);
        cases.forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return HexFormat.of().formatHex(digests.keyed("retention run", bytes.array()));
    }

    /** Findings: in contacts, places, pictures; in texts; by search. Zero when nothing is left. */
    int remaining(UUID run) {
        List<UUID> ids = runs.cases(run);
        List<Traces.Case> cases = traces.cases(ids);
        var anybody = new Forgetting(List.of());
        long texts = traces.texts(ids).stream()
                        .filter(text -> !text.without(anybody).equals(text))
                        .count()
                + cases.stream()
                        .filter(each -> !forgotten(each, anybody).equals(each))
                        .count();
        return (int) (traces.remaining(run) + texts + traces.foundByOtherWords(cases));
    }

    static Traces.Case forgotten(Traces.Case said, Forgetting people) {
        return new Traces.Case(
                said.id(),
                said.number(),
                notNull(people.apply(said.title())),
                notNull(people.apply(said.words())),
                people.apply(said.reasonWords()),
                false,
                said.answers().stream()
                        .map(each -> each.with(each.values().stream()
                                .map(value -> notNull(people.apply(value)))
                                .toList()))
                        .toList());
    }

    private static String notNull(@org.jspecify.annotations.Nullable String text) {
        return text == null ? Forgetting.NOTHING_LEFT : text;
    }
}
