package org.gongzhi.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the pages need to know of who is signed in. */
@Component
class SessionView {

    private final Standings standings;
    private final RegionLookup regions;
    private final List<Abilities> abilities;
    private final MessageSource messages;
    private final IdentityProperties properties;

    SessionView(
            Standings standings,
            RegionLookup regions,
            List<Abilities> abilities,
            MessageSource messages,
            IdentityProperties properties) {
        this.standings = standings;
        this.regions = regions;
        this.abilities = List.copyOf(abilities);
        this.messages = messages;
        this.properties = properties;
    }

    record Person(UUID id, String name, String login) {}

    record Place(String code, String name) {}

    /** @param deputyFor whose duty it is; null for one's own. The name of the kind says so as well. */
    record Duty(
            UUID id,
            String kind,
            String kindName,
            String regionCode,
            String regionName,
            int regionLevel,
            List<Place> path,
            @Nullable UUID departmentId,
            @Nullable String departmentName,
            @Nullable String deputyFor) {}

    record Session(
            Person account,
            List<Duty> duties,
            @Nullable UUID duty,
            boolean demo,
            boolean mustChangePassword,
            boolean mustEnrol,
            String districtName,
            String locale,
            long idleMinutes,
            Map<String, Boolean> may) {}

    Session of(Standing standing) {
        Standing.Account account = standing.account();
        Standing.Duty acting = standing.duty();
        return new Session(
                new Person(account.id(), account.name(), account.login()),
                standings.dutiesOf(account.id()).stream().map(this::duty).toList(),
                acting == null ? null : acting.id(),
                account.isDemo(),
                standing.mustChangePassword(),
                standing.mustEnrol(),
                acting == null ? "" : districtName(acting),
                account.locale(),
                properties.idleTimeOut().toMinutes(),
                standing.actor("").map(this::may).orElseGet(Map::of));
    }

    private Duty duty(Standing.Duty duty) {
        String kind = duty.kind().code();
        Locale locale = LocaleContextHolder.getLocale();
        String name = messages.getMessage("identity.duty." + kind, null, locale);
        Standing.Principal principal = duty.principal();
        return new Duty(
                duty.id(),
                kind,
                principal == null
                        ? name
                        : messages.getMessage("identity.deputy-for", new Object[] {name, principal.name()}, locale),
                duty.region().toString(),
                duty.regionName(),
                duty.level(),
                regions.path(duty.region()).stream()
                        .map(node -> new Place(node.code().toString(), node.name()))
                        .toList(),
                duty.departmentId(),
                duty.departmentName(),
                principal == null ? null : principal.name());
    }

    /** Above a district, the node's own name. */
    private String districtName(Standing.Duty duty) {
        return regions.path(duty.region()).stream()
                .filter(node -> node.level() == Region.DISTRICT)
                .map(Region::name)
                .findFirst()
                .orElse(duty.regionName());
    }

    private Map<String, Boolean> may(Actor actor) {
        Map<String, Boolean> may = new TreeMap<>();
        abilities.forEach(each -> may.putAll(each.of(actor)));
        return may;
    }
}
