package org.gongzhi.region;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionMapQueries.Outline;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * From a point on the map to a working place: the smallest outline that holds it, and in it the community whose point is nearest. Outlines of communities are
 * not public, so the nearest is a proposal and all of the street's communities are offered with it.
 */
@Component
public class LocatePlace {

    /** How far a community may be and still be proposed. */
    private static final double NEAR = 1_500;

    private static final double METRES_PER_DEGREE = 111_320;
    private static final Duration KEPT_FOR = Duration.ofMinutes(10);

    /** @param metres to its point, null for a place nobody measured */
    record Near(Region region, @Nullable Long metres) {}

    /**
     * @param node what is proposed: the nearest community, or the street or district when none is near
     * @param sketch the outline is schematic, so a neighbour may be meant
     */
    record Place(Region node, List<Near> candidates, boolean sketch) {}

    private record Area(Region region, PreparedGeometry outline, boolean isSketch) {}

    private record Areas(List<Area> all, Instant readAt) {}

    private final Transactions transactions;
    private final RegionLookup lookup;
    private final RegionMapQueries queries;
    private final GeoJson geoJson;
    private final Clock clock;
    private final GeometryFactory geometries = new GeometryFactory();
    private volatile @Nullable Areas known;

    LocatePlace(
            Transactions transactions, RegionLookup lookup, RegionMapQueries queries, JsonMapper json, Clock clock) {
        this.transactions = transactions;
        this.lookup = lookup;
        this.queries = queries;
        this.geoJson = new GeoJson(json);
        this.clock = clock;
    }

    /** The node that is proposed for a point; empty where nothing works. */
    public Optional<Region> nodeAt(double lng, double lat) {
        return at(lng, lat) instanceof Outcome.Done<Place>(Place place) ? Optional.of(place.node()) : Optional.empty();
    }

    Outcome<Place> at(double lng, double lat) {
        if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) {
            return Outcome.invalid("lng", RegionRefusal.POINT_OUT_OF_RANGE);
        }
        Geometry point = geometries.createPoint(new Coordinate(lng, lat));
        Optional<Area> smallest = areas().stream()
                .filter(area -> area.outline().covers(point))
                .max(Comparator.comparingInt(area -> area.region().level()));
        return smallest.<Outcome<Place>>map(area -> Outcome.done(place(area, lng, lat)))
                .orElseGet(() -> Outcome.refused(RegionRefusal.NOWHERE));
    }

    @EventListener
    void on(RegionEvent.Opened opened) {
        known = null;
    }

    private Place place(Area area, double lng, double lat) {
        List<Near> candidates = lookup.children(area.region().code()).stream()
                .map(child -> new Near(child, metres(child, lng, lat)))
                .sorted(Comparator.comparing(Near::metres, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        Near nearest = candidates.isEmpty() ? null : candidates.getFirst();
        boolean isNear = nearest != null
                && nearest.region().level() == Region.COMMUNITY
                && nearest.metres() != null
                && nearest.metres() <= NEAR;
        return new Place(nearest != null && isNear ? nearest.region() : area.region(), candidates, area.isSketch());
    }

    /** Flat is exact enough inside a street. */
    private static @Nullable Long metres(Region region, double lng, double lat) {
        Double placeLng = region.lng();
        Double placeLat = region.lat();
        if (placeLng == null || placeLat == null) {
            return null;
        }
        double east = (placeLng - lng) * METRES_PER_DEGREE * Math.cos(Math.toRadians(lat));
        double north = (placeLat - lat) * METRES_PER_DEGREE;
        return Math.round(Math.hypot(east, north));
    }

    private List<Area> areas() {
        Areas areas = known;
        Instant now = clock.instant();
        if (areas == null || Duration.between(areas.readAt(), now).compareTo(KEPT_FOR) > 0) {
            areas = new Areas(transactions.readFacts(this::read), now);
            known = areas;
        }
        return areas.all();
    }

    private List<Area> read() {
        return queries.workingOutlines().stream().map(this::area).toList();
    }

    private Area area(Outline outline) {
        return new Area(
                lookup.get(outline.code()),
                PreparedGeometryFactory.prepare(geoJson.read(outline.geometry())),
                outline.isSketch());
    }
}
