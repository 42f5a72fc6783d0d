package org.gongzhi.open311;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.demand.DemandDictionary.Offered;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.question.AskedQuestion;
import org.gongzhi.question.QuestionLookup;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Services are the kinds of demand of a district. */
@Component
class Open311Services {

    private final Jurisdictions jurisdictions;
    private final DemandDictionary dictionary;
    private final QuestionLookup questions;
    private final RegionLookup regions;
    private final Transactions transactions;

    Open311Services(
            Jurisdictions jurisdictions,
            DemandDictionary dictionary,
            QuestionLookup questions,
            RegionLookup regions,
            Transactions transactions) {
        this.jurisdictions = jurisdictions;
        this.dictionary = dictionary;
        this.questions = questions;
        this.regions = regions;
        this.transactions = transactions;
    }

    Outcome<GeoReport> all(@Nullable String jurisdiction) {
        return jurisdictions.named(jurisdiction).map(district -> {
            List<Offered> kinds = kinds(district);
            Set<String> asking = asking(district, kinds);
            return GeoReport.services(kinds.stream()
                    .map(kind -> service(kind, kinds, asking.contains(kind.code())))
                    .toList());
        });
    }

    /** A service and what it asks besides: attributes, in the words of the specification. */
    record Definition(String code, List<AskedQuestion> asked) {}

    Outcome<Definition> definition(@Nullable String jurisdiction, String code) {
        return jurisdictions
                .named(jurisdiction)
                .then(district ->
                        known(district, code).map(kind -> new Definition(kind.code(), asked(district, kind.code()))));
    }

    List<AskedQuestion> asked(Region place, String kind) {
        return transactions.readPublished(
                place.subtree(), () -> questions.askedAt(place.code()).apply(kind));
    }

    private Set<String> asking(Region district, List<Offered> kinds) {
        return transactions.readPublished(district.subtree(), () -> {
            Function<String, List<AskedQuestion>> asked = questions.askedAt(district.code());
            return kinds.stream()
                    .map(Offered::code)
                    .filter(code -> !asked.apply(code).isEmpty())
                    .collect(Collectors.toSet());
        });
    }

    Outcome<Offered> known(Region district, @Nullable String code) {
        if (code == null) {
            return Outcome.invalid("service_code", Open311Refusal.SERVICE_MISSING);
        }
        return kinds(district).stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .<Outcome<Offered>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("service_code", Open311Refusal.SERVICE_UNKNOWN, code));
    }

    List<Offered> kinds(Region district) {
        return transactions.readPublished(
                district.subtree(),
                () -> dictionary.kinds(
                        regions.path(district.code()).stream().map(Region::code).toList()));
    }

    private static Map<String, Object> service(Offered kind, List<Offered> all, boolean asks) {
        String group = all.stream()
                .filter(each -> each.code().equals(kind.parent() == null ? kind.code() : kind.parent()))
                .map(Offered::name)
                .findFirst()
                .orElse("");
        return GeoReport.fields(
                "service_code",
                kind.code(),
                "service_name",
                kind.name(),
                "description",
                kind.hotline() == null ? kind.name() : kind.name() + "（急事请拨 " + kind.hotline() + "）",
                "metadata",
                asks,
                "type",
                "realtime",
                "keywords",
                group.equals(kind.name()) ? kind.name() : group + ", " + kind.name(),
                "group",
                group);
    }
}
