package org.gongzhi.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;

/**
 * An answer of GeoReport v2: a list of records under names of the specification. In XML the list has a root and every record an element; in JSON it is an array.
 * The order of the fields is the specification's.
 */
record GeoReport(String root, String element, List<Map<String, Object>> records) {

    enum Format {
        XML("text/xml; charset=utf-8"),
        JSON("application/json; charset=utf-8");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }

        String contentType() {
            return contentType;
        }
    }

    static GeoReport services(List<Map<String, Object>> services) {
        return new GeoReport("services", "service", services);
    }

    static GeoReport requests(List<Map<String, Object>> requests) {
        return new GeoReport("service_requests", "request", requests);
    }

    static GeoReport error(int code, String description) {
        return new GeoReport("errors", "error", List.of(fields("code", code, "description", description)));
    }

    /** Of names and values in turn; null is told as nothing. */
    static Map<String, Object> fields(@Nullable Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            fields.put(String.valueOf(namesAndValues[i]), value == null ? "" : value);
        }
        return fields;
    }

    String written(Format format, ObjectMapper json) {
        return format == Format.JSON ? json.writeValueAsString(records) : xml();
    }

    private String xml() {
        var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        xml.append('<').append(root).append(">\n");
        for (Map<String, Object> fields : records) {
            xml.append("  <").append(element).append(">\n");
            fields.forEach((name, value) -> {
                xml.append("    <").append(name);
                String text = escaped(value.toString());
                xml.append(text.isEmpty() ? "/>" : ">" + text + "</" + name + ">")
                        .append('\n');
            });
            xml.append("  </").append(element).append(">\n");
        }
        return xml.append("</").append(root).append(">\n").toString();
    }

    /** What XML 1.0 cannot hold at all is left out. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> {
                    boolean isAllowed = point == '\t'
                            || point == '\n'
                            || (point >= 0x20 && point <= 0xD7FF)
                            || (point >= 0xE000 && point <= 0xFFFD)
                            || point >= 0x10000;
                    if (isAllowed) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }
}
