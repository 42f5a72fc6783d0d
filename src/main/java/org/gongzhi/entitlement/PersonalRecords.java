package org.gongzhi.entitlement;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.privacy.Contacts;
import org.gongzhi.question.Answered;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** Puts together what is stored about whoever raised a case. Inside the caller's transaction. */
@Component
class PersonalRecords {

    private final Entitlements entitlements;
    private final Contacts contacts;
    private final DemandDictionary dictionary;
    private final RegionLookup regions;

    PersonalRecords(Entitlements entitlements, Contacts contacts, DemandDictionary dictionary, RegionLookup regions) {
        this.entitlements = entitlements;
        this.contacts = contacts;
        this.dictionary = dictionary;
        this.regions = regions;
    }

    PersonalRecord of(Demand demand) {
        UUID id = demand.id().value();
        Demand.Origin origin = demand.origin();
        Contacts.Masked masked = origin.contactId() == null
                ? new Contacts.Masked(null, null)
                : contacts.masked(origin.contactId()).orElseGet(() -> new Contacts.Masked(null, null));
        List<PersonalRecord.Look> looks = entitlements.contacts(id).stream()
                .flatMap(contact -> contacts.looks(contact).stream())
                .sorted(Comparator.comparing(Contacts.Look::at))
                .map(look -> new PersonalRecord.Look(look.at(), look.purpose()))
                .toList();
        return new PersonalRecord(
                origin.number(),
                origin.raisedAt(),
                dictionary.kindNames().getOrDefault(origin.kindCode(), origin.kindCode()),
                regions.pathText(origin.region()),
                origin.place(),
                origin.lng(),
                origin.lat(),
                origin.title(),
                origin.words(),
                origin.isAnonymous(),
                masked.name(),
                masked.phone(),
                Answered.told(entitlements.answers(id)),
                entitlements.told(id),
                entitlements.files(id),
                looks);
    }
}
