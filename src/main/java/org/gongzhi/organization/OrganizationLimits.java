package org.gongzhi.organization;

import java.time.LocalDate;
import java.util.List;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.Inheritance;
import org.gongzhi.rule.RuleVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the rules say at a place on a day: what the nearest territory above it says. */
@Component
class OrganizationLimits {

    private final OrganizationBook book;
    private final RegionLookup regions;

    OrganizationLimits(OrganizationBook book, RegionLookup regions) {
        this.book = book;
        this.regions = regions;
    }

    /** @param article of the regulation it rests on */
    record Limit(int amount, String article) {}

    /** Answers for a matter of the kind; the defaults of the whole country are part of the schema. */
    @FunctionalInterface
    interface Limits {
        Limit of(@Nullable String key);
    }

    Limits at(RegionCode place, LocalDate on) {
        List<RegionCode> path = regions.path(place).stream().map(Region::code).toList();
        List<RuleVersion> said = book.said(path);
        return key -> Inheritance.holding(said, path, String.valueOf(key), on)
                .map(rule -> new Limit(OrganizationBook.amount(rule.terms()), rule.source()))
                .orElseThrow(() -> new IllegalStateException("nobody says anything on " + key + " on " + on));
    }
}
