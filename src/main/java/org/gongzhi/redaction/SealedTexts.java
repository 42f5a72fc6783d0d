package org.gongzhi.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.privacy.PublicTitle;
import org.gongzhi.redaction.Originals.Sealed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Texts about a case that are sealed from the beginning: they go with it when its term is over, and a new key reaches them. Inside the caller's transaction. */
@Component
public class SealedTexts {

    /** Where the title of a case stands too. */
    private static final Set<String> TITLED = Set.of("todo", "trail");

    private final Originals originals;
    private final Redactions redactions;
    private final DemandLookup.Joint demands;

    SealedTexts(Originals originals, Redactions redactions, DemandLookup.Joint demands) {
        this.originals = originals;
        this.redactions = redactions;
        this.demands = demands;
    }

    /**
     * Seals a text about the case.
     *
     * @param sort of text; with {@code row} there is one
     */
    public void keep(UUID demand, RegionCode region, String sort, UUID row, String text) {
        originals.keep(demand, region, sort, row, text);
    }

    public Optional<String> find(String sort, UUID row) {
        return originals.kept(sort, row);
    }

    /**
     * 更正: the case, which the caller holds, says something else from now on, and what it said is sealed. What is covered stays covered in the new words too.
     *
     * @param row of whatever it was corrected for
     * @param title null: as it is
     * @param words null: as they are
     */
    public void correct(Actor actor, Demand demand, UUID row, @Nullable String title, @Nullable String words) {
        UUID id = demand.id().value();
        RegionCode region = demand.origin().region();
        // Before the texts change: what the step says of the case is what it said until now.
        demands.tell(actor, demand, DemandVerb.CORRECT, "按反映人的请求更正了个人信息", "有内容已更正");
        List<Passage> all = originals.passages(id);
        Covering covering = standing(id);
        Passage shown = all.stream()
                .filter(each -> each.place().equals(Passage.CASE))
                .findFirst()
                .orElseThrow();
        List<Sealed> texts = originals.texts(id);
        Optional<Sealed> sealed = texts.stream()
                .filter(each -> each.original().place().equals(Passage.CASE))
                .findFirst();
        Passage plain = sealed.map(each -> shown.back(covering.apply(each.original()), each.original()))
                .orElse(shown);
        Passage right = corrected(plain, title, words);
        if (right.equals(plain)) {
            return;
        }
        originals.keep(id, region, "corrected", row, plain.part(0) + "\n" + plain.part(1));
        sealed.ifPresent(each -> originals.unseal(each.seal()));
        Passage next = covering.apply(right);
        if (!next.equals(right)) {
            originals.seal(id, region, right);
        }
        List<Passage> rewritten = new ArrayList<>(List.of(next));
        if (!Objects.equals(shown.part(0), next.part(0))) {
            all.stream()
                    .filter(each -> TITLED.contains(each.place()) && Objects.equals(each.part(0), shown.part(0)))
                    .forEach(each -> rewritten.add(titled(id, region, each, right.part(0), covering, texts)));
        }
        originals.rewrite(id, demand.origin().number(), rewritten);
        originals.texts(id).stream()
                .filter(kept -> covering.apply(kept.original()).equals(kept.original()))
                .forEach(kept -> originals.unseal(kept.seal()));
    }

    /** The door lets through only what is sealed, so that it is sealed first: with the right title, and whatever else of it is covered as it was. */
    private Passage titled(
            UUID demand,
            RegionCode region,
            Passage shown,
            @Nullable String title,
            Covering covering,
            List<Sealed> texts) {
        Optional<Sealed> sealed = texts.stream()
                .filter(each -> each.original().place().equals(shown.place())
                        && each.original().id().equals(shown.id()))
                .findFirst();
        Passage plain = sealed.map(each -> shown.back(covering.apply(each.original()), each.original()))
                .orElse(shown);
        Passage right = with(plain, 0, title);
        sealed.ifPresent(each -> originals.unseal(each.seal()));
        originals.seal(demand, region, right);
        return covering.apply(right);
    }

    private Covering standing(UUID demand) {
        return new Covering(redactions.ofCase(demand).stream()
                .filter(each -> !each.isOfPhoto() && each.restoredAt() == null)
                .flatMap(each -> originals.phrase(each.id()).stream())
                .toList());
    }

    private static Passage corrected(Passage plain, @Nullable String title, @Nullable String words) {
        Passage right = words == null ? plain : with(plain, 1, words);
        if (title == null || title.equals(plain.part(0))) {
            return right;
        }
        Passage titled = with(right, 0, title);
        return plain.part(4) == null ? titled : with(titled, 4, PublicTitle.of(title));
    }

    private static Passage with(Passage passage, int n, @Nullable String text) {
        List<@Nullable String> parts = new ArrayList<>(passage.parts());
        parts.set(n, text);
        return passage.with(parts);
    }
}
