package org.gongzhi.token;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** A system administrator lets a machine in, for a territory below their own. */
@Component
class IssueToken {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_DAYS = 3 * 366;
    private static final int MOST_ADDRESSES = 20;

    /** @param expiresOn the last day on which it opens anything */
    record Wanted(String name, RegionCode region, List<String> verbs, List<String> addresses, LocalDate expiresOn) {}

    /** @param token shown this once */
    record Issued(UUID id, String token) {}

    private final Tokens tokens;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    IssueToken(Tokens tokens, RegionLookup regions, Transactions transactions, Audit audit, Clock clock) {
        this.tokens = tokens;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    Outcome<Issued> issue(Actor actor, Wanted wanted) {
        if (actor.duty() != DutyKind.SYSTEM_ADMINISTRATOR) {
            return Outcome.refused(TokenRefusal.NOT_YOURS_TO_ISSUE);
        }
        return checked(actor, wanted).then(valid -> transactions.write(actor, () -> Outcome.done(make(actor, valid))));
    }

    private Outcome<Wanted> checked(Actor actor, Wanted wanted) {
        String name = Words.tidy(wanted.name()).replace('\n', ' ');
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Outcome.invalid("name", TokenRefusal.NAME_LENGTH, LONGEST_NAME);
        }
        boolean isBelow = regions.find(wanted.region())
                .filter(region -> region.working() && region.level() >= Region.DISTRICT)
                .filter(_ -> regions.isWithin(wanted.region(), actor.node()))
                .isPresent();
        if (!isBelow) {
            return Outcome.invalid("regionCode", TokenRefusal.REGION_UNKNOWN);
        }
        if (wanted.verbs().isEmpty() || !MachineTokens.VERBS.containsAll(wanted.verbs())) {
            return Outcome.invalid("verbs", TokenRefusal.VERB_UNKNOWN);
        }
        List<AddressRange> ranges = wanted.addresses().stream()
                .flatMap(each -> AddressRange.parse(each).stream())
                .toList();
        if (ranges.size() != wanted.addresses().size() || ranges.size() > MOST_ADDRESSES) {
            return Outcome.invalid("addresses", TokenRefusal.ADDRESS_UNREADABLE);
        }
        LocalDate today = Time.today(clock);
        if (wanted.expiresOn().isBefore(today) || wanted.expiresOn().isAfter(today.plusDays(MOST_DAYS))) {
            return Outcome.invalid("expiresOn", TokenRefusal.END_OUT_OF_RANGE, MOST_DAYS);
        }
        return Outcome.done(new Wanted(
                name,
                wanted.region(),
                List.copyOf(Set.copyOf(wanted.verbs())),
                ranges.stream().map(AddressRange::toString).toList(),
                wanted.expiresOn()));
    }

    private Issued make(Actor actor, Wanted wanted) {
        UUID id = Ids.next();
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token =
                MachineTokens.PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        UUID account = tokens.addAccount(id, wanted.name());
        tokens.add(
                actor,
                new Tokens.Made(
                        id,
                        wanted.region(),
                        account,
                        wanted.name(),
                        MachineTokens.digest(token),
                        token.substring(0, MachineTokens.PREFIX.length() + 4),
                        wanted.verbs(),
                        wanted.addresses(),
                        wanted.expiresOn().plusDays(1).atStartOfDay(Time.ZONE).toInstant()));
        audit.record(
                actor,
                "token.issue",
                "machine_token",
                id,
                wanted.region(),
                null,
                Map.of(
                        "name", wanted.name(),
                        "verbs", wanted.verbs(),
                        "addresses", wanted.addresses(),
                        "expiresOn", wanted.expiresOn().toString()),
                null);
        return new Issued(id, token);
    }
}
