package org.gongzhi.security;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongzhi.support.Browser;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One door of the workplace, and what is said at it: all that its description asks for, as somebody would who tries.
 *
 * @param media of the body
 * @param body null where nothing is sent
 */
record Door(
        String method,
        String path,
        String query,
        String media,
        @Nullable String body) {

    private static final String JSON = "application/json";
    private static final String FORM = "multipart/form-data; boundary=gate";
    private static final String FILE = """
            --gate\r
            Content-Disposition: form-data; name="file"; filename="open.txt"\r
            Content-Type: text/plain\r
            \r
            open\r
            --gate--\r
            """;

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(?::([^}|]*)[^}]*)?}");
    private static final int DEEPEST = 5;

    /** Everybody's own, and the description. */
    private static final List<String> NOT_ASKED = List.of("/api/session", "/api/account/", "/api/openapi");

    /** Those of the workplace. */
    static List<Door> all(List<RequestMappingHandlerMapping> mappings, JsonNode description) {
        return below(
                mappings,
                description,
                path -> path.startsWith("/api/") && NOT_ASKED.stream().noneMatch(path::startsWith));
    }

    /** Those that stand on the street. */
    static List<Door> open(List<RequestMappingHandlerMapping> mappings, JsonNode description) {
        return below(
                mappings,
                description,
                path -> Stream.of("/public/", "/open311/", "/calendar/").anyMatch(path::startsWith));
    }

    private static List<Door> below(
            List<RequestMappingHandlerMapping> mappings, JsonNode description, Predicate<String> wanted) {
        return mappings.stream()
                .filter(mapping -> mapping.getHandlerMethods().size() > 10)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(door -> door.getPatternValues().stream()
                        .filter(wanted)
                        .flatMap(path -> methods(door.getMethodsCondition().getMethods().stream())
                                .map(method -> of(method, path, description))))
                .distinct()
                .sorted(Comparator.comparing(Door::path).thenComparing(Door::method))
                .toList();
    }

    private static Stream<RequestMethod> methods(Stream<RequestMethod> named) {
        List<RequestMethod> methods = named.toList();
        return methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream();
    }

    private static Door of(RequestMethod method, String path, JsonNode description) {
        JsonNode operation = description
                .path("paths")
                .path(path)
                .path(method.asHttpMethod().name().toLowerCase(java.util.Locale.ROOT));
        var query = new StringBuilder();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asString().equals("query")
                    && parameter.path("required").asBoolean()) {
                String name = parameter.path("name").asString();
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(said(name, parameter.path("schema")));
            }
        }
        JsonNode content = operation.at("/requestBody/content");
        if (content.has("multipart/form-data")) {
            return new Door(method.name(), path, query.toString(), FORM, FILE);
        }
        JsonNode schema = content.path(JSON).path("schema");
        return new Door(
                method.name(),
                path,
                query.toString(),
                JSON,
                schema.isMissingNode()
                        ? null
                        : JsonMapper.shared().writeValueAsString(sample("", schema, description, 0)));
    }

    boolean changes() {
        return !method.equals("GET");
    }

    boolean isOfADemand() {
        return path.startsWith("/api/demands/{id}");
    }

    /** @param named what stands in the place of a variable of the path */
    Browser.Answer knock(Browser browser, UnaryOperator<String> named, String version, String... more) {
        // Of what may stand there by name, the first.
        String where = VARIABLE.matcher(path)
                        .replaceAll(found ->
                                found.group(2) != null && found.group(2).matches("[a-z]+")
                                        ? found.group(2)
                                        : named.apply(found.group(1)))
                + query;
        String[] headers = Stream.concat(
                        Stream.of(
                                "Idempotency-Key",
                                UUID.randomUUID().toString(),
                                "If-Match",
                                version,
                                "Content-Type",
                                media),
                        Stream.of(more))
                .toArray(String[]::new);
        return switch (method) {
            case "GET" -> browser.get(where, more);
            case "PUT" -> browser.put(where, body == null ? "{}" : body, headers);
            case "DELETE" -> browser.delete(where, headers);
            case "POST" -> browser.post(where, body == null ? "{}" : body, headers);
            default -> throw new IllegalStateException("no test knocks with " + method);
        };
    }

    @Override
    public String toString() {
        return method + " " + path;
    }

    private static Object sample(String name, JsonNode schema, JsonNode description, int depth) {
        String reference = schema.path("$ref").asString("");
        if (!reference.isEmpty()) {
            return sample(name, description.at(reference.substring(1)), description, depth);
        }
        if (schema.path("enum").size() > 0) {
            return schema.path("enum").path(0).asString();
        }
        JsonNode type = schema.path("type");
        String kind = type.isArray() ? type.path(0).asString() : type.asString("");
        return switch (kind) {
            case "boolean" -> true;
            case "integer", "number" -> Math.max(1, schema.path("minimum").asInt(1));
            case "array" ->
                depth > DEEPEST ? List.of() : List.of(sample(name, schema.path("items"), description, depth + 1));
            case "string" -> said(name, schema);
            default -> {
                var fields = new java.util.TreeMap<String, Object>();
                if (depth <= DEEPEST) {
                    schema.path("properties")
                            .properties()
                            .forEach(field -> fields.put(
                                    field.getKey(), sample(field.getKey(), field.getValue(), description, depth + 1)));
                }
                yield fields;
            }
        };
    }

    private static String said(String name, JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date" -> "2099-01-04";
            case "date-time" -> "2026-01-04T00:00:00Z";
            case "region-code" -> "110105001026000";
            default ->
                switch (name) {
                    case "region", "regionCode", "homeCode" -> "110105001026000";
                    case "since" -> "2026-01-04T00:00:00Z";
                    case "kind" -> "heating";
                    case "channel" -> "phone";
                    case "login" -> "gate" + UUID.randomUUID().toString().substring(0, 8);
                    case "verb" -> "decline";
                    default -> "open";
                };
        };
    }
}
