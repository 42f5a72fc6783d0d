package org.gongzhi.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;

/**
 * The rules of one kind, where they are kept; most are a {@link DatedBook}. Speaks to its table inside the caller's transaction; what withdrawn rules said is in the
 * history, not here.
 */
public interface RuleBook {

    /** As in addresses: clock, formula, route, kind, question, reason, likeness, retention, organization. */
    String code();

    /** Everything these nodes say themselves or will: past, present and to come. */
    List<RuleVersion> said(List<RegionCode> nodes);

    /** What nodes below this one, itself left out, say on a matter on that day. */
    List<RuleVersion> below(Region node, String key, LocalDate on);

    /** The draft as it is kept, with a key; or what is wrong with it, at its field under {@code terms}. */
    Outcome<RuleDraft> check(RuleDraft draft);

    /** The highest version there is on a matter, in all territories. */
    int lastVersion(String key);

    void add(RuleVersion rule);

    /** It holds until that day; null: until further notice. */
    void until(UUID id, @Nullable LocalDate to);

    /** It never holds. */
    void withdraw(UUID id);

    /** What the matter is called. */
    String named(String key, boolean isEnglish);

    /** What is said, in one line. */
    String inWords(RuleTerms terms, boolean isEnglish);

    /** The territory without which a matter would not exist, so that it cannot fall silent; empty where the nation says something on each. */
    default Optional<RegionCode> ownerOf(String key) {
        return Optional.of(RegionCode.NATION);
    }
}
