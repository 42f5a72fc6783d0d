package org.gongzhi.region;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.RegionMapQueries.Outline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The map of a node: its children as outlines where they have one, else as points; one that has neither is still listed, without geometry. */
@Component
class RegionMap {

    record Feature(
            @OneOf("Feature") String type,
            Properties properties,
            // RFC 7946: a feature without geometry says null.
            @JsonInclude(JsonInclude.Include.ALWAYS)
            @Schema(oneOf = {Point.class, Polygon.class, MultiPolygon.class})
            @Nullable
            JsonNode geometry) {}

    record Properties(
            @Schema(format = "region-code") String code, String name, String shortName, int level, boolean sketch) {}

    record Point(@OneOf("Point") String type, List<Double> coordinates) {}

    record Polygon(@OneOf("Polygon") String type, List<List<List<Double>>> coordinates) {}

    record MultiPolygon(@OneOf("MultiPolygon") String type, List<List<List<List<Double>>>> coordinates) {}

    /** @param outline of the node itself, null where nobody drew one */
    record Collection(
            @OneOf("FeatureCollection") String type,
            List<Feature> features,
            String credit,
            boolean sketch,

            @Schema(oneOf = {Polygon.class, MultiPolygon.class}) @Nullable
            JsonNode outline) {}

    private final RegionLookup lookup;
    private final RegionMapQueries queries;
    private final JsonMapper json;

    RegionMap(RegionLookup lookup, RegionMapQueries queries, JsonMapper json) {
        this.lookup = lookup;
        this.queries = queries;
        this.json = json;
    }

    Collection of(Region node) {
        List<Region> children = lookup.children(node.code());
        Map<RegionCode, Outline> outlines = queries
                .outlines(Stream.concat(children.stream(), Stream.of(node))
                        .map(region -> region.code().value())
                        .toList())
                .stream()
                .collect(Collectors.toMap(Outline::code, outline -> outline));
        Outline own = outlines.get(node.code());
        return new Collection(
                "FeatureCollection",
                children.stream()
                        .map(child -> feature(child, outlines.get(child.code())))
                        .toList(),
                outlines.values().stream()
                        .map(Outline::credit)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("；")),
                outlines.values().stream().anyMatch(Outline::isSketch),
                own == null ? null : json.readTree(own.geometry()));
    }

    private Feature feature(Region region, @Nullable Outline outline) {
        return new Feature(
                "Feature",
                new Properties(
                        region.code().toString(),
                        region.name(),
                        region.shortName(),
                        region.level(),
                        outline != null && outline.isSketch()),
                outline != null ? json.readTree(outline.geometry()) : point(region));
    }

    private @Nullable JsonNode point(Region region) {
        Double lng = region.lng();
        Double lat = region.lat();
        return lng == null || lat == null ? null : json.valueToTree(new Point("Point", List.of(lng, lat)));
    }
}
