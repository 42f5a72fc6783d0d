package org.gongzhi.open311;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.gongzhi.open311.GeoReport.Format;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.ObjectMapper;

/** Where GeoReport is found here, after the service discovery of Open311. */
@Hidden
@RestController
class DiscoveryController {

    private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";
    private static final String CHANGED = "2026-11-22T00:00:00+08:00";
    private static final List<String> FORMATS = List.of("text/xml", "application/json");

    private final ObjectMapper json;

    DiscoveryController(ObjectMapper json) {
        this.json = json;
    }

    @GetMapping("/open311/discovery.{format:xml|json}")
    ResponseEntity<String> discovery(HttpServletRequest request, @PathVariable String format) {
        String url = ServletUriComponentsBuilder.fromContextPath(request)
                .path("/open311/v2")
                .build()
                .toUriString();
        Format wanted = format.equals("json") ? Format.JSON : Format.XML;
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, wanted.contentType())
                .body(wanted == Format.JSON ? inJson(url) : inXml(url));
    }

    private String inJson(String url) {
        Map<String, Object> endpoint = GeoReport.fields(
                "specification",
                SPECIFICATION,
                "url",
                url,
                "changeset",
                CHANGED,
                "type",
                "production",
                "formats",
                FORMATS);
        return json.writeValueAsString(GeoReport.fields(
                "changeset", CHANGED, "contact", "", "key_service", "", "endpoints", List.of(endpoint)));
    }

    private static String inXml(String url) {
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <discovery>
                  <changeset>%s</changeset>
                  <contact/>
                  <key_service/>
                  <endpoints>
                    <endpoint>
                      <specification>%s</specification>
                      <url>%s</url>
                      <changeset>%s</changeset>
                      <type>production</type>
                      <formats>
                        <format>%s</format>
                        <format>%s</format>
                      </formats>
                    </endpoint>
                  </endpoints>
                </discovery>
                """.formatted(
                        CHANGED, SPECIFICATION, GeoReport.escaped(url), CHANGED, FORMATS.getFirst(), FORMATS.getLast());
    }
}
