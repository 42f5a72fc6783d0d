package org.gongzhi.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** The interface as a whole: who may call what, which schemas there are, everything in an order that does not depend on chance. */
@SuppressWarnings("rawtypes") // as the library declares its maps of schemas
final class DescribedInterface implements OpenApiCustomizer {

    private static final String SCHEMA = "#/components/schemas/";

    private final DescribedRecords records;
    private final Properties words;
    private final Map<String, Object> examples;

    DescribedInterface(DescribedRecords records, Properties words, Map<String, Object> examples) {
        this.records = records;
        this.words = words;
        this.examples = examples;
    }

    @Override
    public void customise(OpenAPI whole) {
        whole.info(new Info().title("Gongzhi 共治").version("1").description(words.getProperty("interface")));
        whole.servers(List.of(new Server().url("/")));
        Components components = whole.getComponents();
        Map<String, Schema> schemas = new TreeMap<>(components.getSchemas());
        schemas.forEach(records::describe);
        records.sent(sent(whole, schemas));
        components.setSchemas(new LinkedHashMap<>(schemas));
        StandingParts.addTo(components);
        components.getSchemas().forEach((name, schema) -> {
            Object example = examples.get(name);
            if (example != null) {
                show(schema, example);
            }
        });
        Paths sorted = new Paths();
        Set<String> modules = new TreeSet<>();
        new TreeMap<>(whole.getPaths()).forEach((path, item) -> {
            item.readOperationsMap().forEach((method, operation) -> {
                secure(path, method, operation);
                records.describe(operation);
                modules.addAll(operation.getTags());
            });
            sorted.addPathItem(path, item);
        });
        whole.setPaths(sorted);
        whole.setTags(modules.stream()
                .map(module -> new Tag().name(module).description(words.getProperty("module." + module)))
                .toList());
    }

    @SuppressWarnings("unchecked") // likewise
    private static void show(Schema schema, Object example) {
        schema.setExamples(List.of(example));
    }

    /** The session opens the workplace; whatever changes something brings the CSRF token as well. */
    private static void secure(String path, PathItem.HttpMethod method, Operation operation) {
        var needs = new SecurityRequirement();
        boolean isSignInOrOut = path.equals("/api/session") && method != PathItem.HttpMethod.GET;
        if (path.startsWith("/api/") && !isSignInOrOut) {
            needs.addList("session");
        }
        if (method != PathItem.HttpMethod.GET) {
            needs.addList("csrf");
        }
        operation.setSecurity(needs.isEmpty() ? List.of() : List.of(needs));
    }

    /** Every schema that a request may hold, at any depth. */
    private static List<Schema<?>> sent(OpenAPI whole, Map<String, Schema> schemas) {
        Deque<Schema<?>> open = new ArrayDeque<>();
        for (PathItem item : whole.getPaths().values()) {
            for (Operation operation : item.readOperations()) {
                if (operation.getRequestBody() != null) {
                    operation.getRequestBody().getContent().values().forEach(each -> open.add(each.getSchema()));
                }
            }
        }
        List<Schema<?>> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Schema<?> schema = open.pop();
            if (schema.get$ref() != null) {
                String name = schema.get$ref().substring(SCHEMA.length());
                Schema<?> meant = schemas.get(name);
                if (meant != null && seen.add(name)) {
                    open.add(meant);
                    found.add(meant);
                }
            }
            if (schema.getItems() != null) {
                open.add(schema.getItems());
            }
            if (schema.getProperties() != null) {
                schema.getProperties().values().forEach(open::add);
            }
        }
        return found;
    }
}
