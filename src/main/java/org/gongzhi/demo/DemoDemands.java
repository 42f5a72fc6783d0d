package org.gongzhi.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.archive.PastDemand;
import org.gongzhi.kernel.Time;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;

/**
 * A year of demands as it could have been: each is raised, goes its way in its kind's own time, and stands today where that time has brought it. The same seed
 * and day give the same year.
 */
final class DemoDemands {

    /** How long a kind may take, by the rule that holds. */
    record Limit(UUID rule, Duration time, Duration warn, boolean isPublic) {}

    /** Where they happen: a community with its grids and the street above. */
    record Place(Region community, List<Region> grids, Region street) {}

    /** What is said, where and how, before anything comes of it. */
    record Scene(
            Place place,
            Region region,
            String building,
            DemoStories.Story story,
            DemoSpots.@Nullable Spot spot,
            Limit limit,
            String channel,
            Instant raisedAt) {}

    private static final List<String> BUILDINGS =
            List.of("1号楼", "2号楼", "3号楼", "5号楼", "6号楼", "8号楼", "9号楼", "12号楼", "甲2号楼", "东区4号楼");

    private final DemoPeople.Staff staff;
    private final Map<String, Limit> limits;
    private final DemoStories stories = new DemoStories();
    private final DemoSpots spots;
    private final Random random;
    private final Instant now;
    private final List<Place> places = new ArrayList<>();
    private final List<Place> firstStreet;
    private final List<Place> firstCommunity;

    DemoDemands(
            RegionLookup regions,
            Region district,
            DemoPeople.Staff staff,
            Map<String, Limit> limits,
            long seed,
            Instant now) {
        this.staff = staff;
        this.limits = limits;
        this.random = new Random(seed);
        this.now = now;
        for (Region street : regions.children(district.code())) {
            for (Region community : regions.children(street.code())) {
                places.add(new Place(community, regions.children(community.code()), street));
            }
        }
        spots = new DemoSpots(places.stream().map(Place::community).toList(), seed);
        firstStreet = places.stream()
                .filter(one -> one.street().code().equals(DemoTerritory.STREET))
                .toList();
        firstCommunity = firstStreet.stream()
                .filter(one -> one.community().code().equals(DemoTerritory.COMMUNITY))
                .toList();
    }

    List<PastDemand> next(int count) {
        List<PastDemand> batch = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            batch.add(next());
        }
        return batch;
    }

    private PastDemand next() {
        // The first street and community are where the sample's named people work: they get enough to look at.
        List<Place> among = switch (random.nextInt(25)) {
            case 0 -> firstCommunity;
            case 1, 2, 3 -> firstStreet;
            default -> places;
        };
        Place place = among.get(random.nextInt(among.size()));
        Instant raisedAt = when();
        ZonedDateTime local = raisedAt.atZone(Time.ZONE);
        String building = BUILDINGS.get(random.nextInt(BUILDINGS.size()));
        DemoStories.Story story = DemoStories.at(stories.pick(random, local.getMonthValue()), building, random);
        Region region = place.grids().isEmpty() || random.nextInt(8) == 0
                ? place.community()
                : place.grids().get(random.nextInt(place.grids().size()));
        Limit limit = limits.get(story.kind());
        if (limit == null) {
            throw new IllegalStateException("no kind " + story.kind());
        }
        var scene = new Scene(
                place,
                region,
                building,
                story,
                spots.of(place.community(), story, raisedAt),
                limit,
                channel(),
                raisedAt);
        return new DemoLife(scene, staff, random, now).live();
    }

    /** More lately than long ago, by day more than by night. */
    private Instant when() {
        double back = Math.pow(random.nextDouble(), 1.35) * 365;
        Instant day = now.minus(Duration.ofMinutes((long) (back * 24 * 60)));
        int hour = 7 + (int) Math.min(14, Math.abs(random.nextGaussian() * 4) + random.nextInt(6));
        Instant at = day.atZone(Time.ZONE)
                .withHour(hour)
                .withMinute(random.nextInt(60))
                .withSecond(random.nextInt(60))
                .withNano(0)
                .toInstant();
        return at.isBefore(now) ? at : day;
    }

    private String channel() {
        int at = random.nextInt(100);
        if (at < 45) {
            return "hotline";
        }
        if (at < 73) {
            return "online";
        }
        if (at < 81) {
            return "phone";
        }
        if (at < 87) {
            return "visit_in";
        }
        if (at < 95) {
            return "walk_visit";
        }
        return at < 98 ? "meeting" : "representative";
    }
}
