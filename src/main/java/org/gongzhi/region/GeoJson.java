package org.gongzhi.region;

import java.util.stream.IntStream;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Areas in GeoJSON (RFC 7946): Polygon and MultiPolygon, the first ring outside, the others holes. */
final class GeoJson {

    private final GeometryFactory geometries = new GeometryFactory();
    private final JsonMapper json;

    GeoJson(JsonMapper json) {
        this.json = json;
    }

    Geometry read(String geometry) {
        JsonNode node = json.readTree(geometry);
        JsonNode coordinates = node.path("coordinates");
        return switch (node.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" ->
                geometries.createMultiPolygon(
                        coordinates.valueStream().map(this::polygon).toArray(Polygon[]::new));
            default -> throw new IllegalArgumentException("no area: " + node.path("type"));
        };
    }

    private Polygon polygon(JsonNode rings) {
        return geometries.createPolygon(
                ring(rings.path(0)),
                IntStream.range(1, rings.size())
                        .mapToObj(i -> ring(rings.path(i)))
                        .toArray(LinearRing[]::new));
    }

    private LinearRing ring(JsonNode points) {
        return geometries.createLinearRing(points.valueStream()
                .map(point ->
                        new Coordinate(point.path(0).asDouble(), point.path(1).asDouble()))
                .toArray(Coordinate[]::new));
    }
}
