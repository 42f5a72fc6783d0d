package org.gongzhi.open311;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.LocatePlace;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which district is asked, and which place of it is meant. */
@Component
class Jurisdictions {

    private static final Pattern DIGITS = Pattern.compile("\\d{6}");
    private static final long DISTRICT_WIDTH = 1_000_000_000L;

    private final RegionLookup regions;
    private final LocatePlace places;

    Jurisdictions(RegionLookup regions, LocatePlace places) {
        this.regions = regions;
        this.places = places;
    }

    /** May be left out where only one district is served. */
    Outcome<Region> named(@Nullable String id) {
        if (id == null || id.isBlank()) {
            Region served = regions.served();
            return served.level() >= Region.DISTRICT
                    ? Outcome.done(regions.get(new RegionCode(served.code().district())))
                    : Outcome.invalid("jurisdiction_id", Open311Refusal.JURISDICTION_MISSING);
        }
        return Optional.of(id.strip())
                .filter(text -> DIGITS.matcher(text).matches())
                .flatMap(text -> regions.find(new RegionCode(Long.parseLong(text) * DISTRICT_WIDTH)))
                .filter(region -> region.working() && region.level() == Region.DISTRICT)
                .<Outcome<Region>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("jurisdiction_id", Open311Refusal.JURISDICTION_UNKNOWN, id));
    }

    /** A point first, then a code of ours, then a community's name within an address. */
    Outcome<Region> place(Region district, Map<String, String> said) {
        Outcome<Region> place = found(district, said);
        return place.unless(region -> district.holds(region.code()) && region.working()
                ? place
                : Outcome.invalid("lat", Open311Refusal.PLACE_OUTSIDE, district.name()));
    }

    private Outcome<Region> found(Region district, Map<String, String> said) {
        String lat = said.get("lat");
        String lng = said.get("long");
        if (lat != null || lng != null) {
            try {
                return places.nodeAt(
                                Double.parseDouble(lng == null ? "" : lng), Double.parseDouble(lat == null ? "" : lat))
                        .<Outcome<Region>>map(Outcome::done)
                        .orElseGet(() -> Outcome.invalid("lat", Open311Refusal.PLACE_OUTSIDE, district.name()));
            } catch (NumberFormatException notNumbers) {
                return Outcome.invalid("lat", Open311Refusal.PLACE_UNREADABLE);
            }
        }
        String id = said.get("address_id");
        if (id != null) {
            return RegionCode.parse(id)
                    .flatMap(regions::find)
                    .filter(region -> region.level() >= Region.STREET)
                    .<Outcome<Region>>map(Outcome::done)
                    .orElseGet(() -> Outcome.invalid("address_id", Open311Refusal.PLACE_UNKNOWN, id));
        }
        String address = said.get("address_string");
        return address == null ? Outcome.invalid("lat", Open311Refusal.PLACE_MISSING) : named(district, address);
    }

    private Outcome<Region> named(Region district, String address) {
        List<Region> streets = regions.children(district.code());
        List<Region> named = streets.stream()
                .filter(street -> address.contains(street.shortName()))
                .toList();
        List<Region> communities = (named.isEmpty() ? streets : named)
                .stream()
                        .flatMap(street -> regions.children(street.code()).stream())
                        .filter(community -> address.contains(community.shortName()))
                        .toList();
        return communities.size() == 1
                ? Outcome.done(communities.getFirst())
                : Outcome.invalid("address_string", Open311Refusal.PLACE_UNKNOWN, address);
    }
}
