package org.gongzhi.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a record says of itself as a schema: its components in their order, those that are not {@code @Nullable} required. What is absent in an answer is left out;
 * in a request it may also be null.
 */
@SuppressWarnings("rawtypes") // as the library declares its maps of schemas
final class DescribedRecords {

    private static final Set<String> REGION_CODES =
            Set.of("regionCode", "nodeCode", "districtCode", "fromNode", "toNode", "region", "within", "community");
    private static final Set<String> CURSORS = Set.of("after", "next");

    private final SchemaNames names;

    DescribedRecords(SchemaNames names) {
        this.names = names;
    }

    void describe(String name, Schema<?> schema) {
        Class<?> type = names.classOf(name).orElse(null);
        if (type == null || !type.isRecord()) {
            return;
        }
        Map<String, Schema> ordered = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String property = nameOf(component);
            Schema<?> drawn = schema.getProperties().get(property);
            if (drawn == null) {
                throw new IllegalStateException("the description of " + type.getName() + " lacks " + property);
            }
            boolean isAlwaysThere = isAlwaysThere(component);
            boolean isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            Schema<?> own = own(component, property, drawn);
            ordered.put(property, isNullable && isAlwaysThere ? orNull(own) : own);
            if (!isNullable || isAlwaysThere) {
                required.add(property);
            }
        }
        if (!ordered.keySet().containsAll(schema.getProperties().keySet())) {
            Set<String> more = new LinkedHashSet<>(schema.getProperties().keySet());
            more.removeAll(ordered.keySet());
            throw new IllegalStateException(type.getName() + " would tell more than its components: " + more);
        }
        schema.setProperties(ordered);
        schema.setRequired(required.isEmpty() ? null : required);
    }

    void describe(Operation operation) {
        if (operation.getParameters() != null) {
            operation.getParameters().stream()
                    .filter(parameter -> parameter.getSchema() != null)
                    .forEach(parameter -> parameter.setSchema(shaped(parameter.getName(), parameter.getSchema())));
        }
    }

    void sent(List<Schema<?>> schemas) {
        for (Schema<?> schema : schemas) {
            if (schema.getProperties() == null) {
                continue;
            }
            Set<String> required = schema.getRequired() == null ? Set.of() : Set.copyOf(schema.getRequired());
            schema.getProperties()
                    .replaceAll((name, property) -> required.contains(name) ? property : orNull(property));
        }
    }

    private static Schema<?> own(RecordComponent component, String property, Schema<?> drawn) {
        OneOf oneOf = component.getAnnotation(OneOf.class);
        if (oneOf != null) {
            return DescribedOperation.codes(drawn, oneOf);
        }
        if (drawn.getOneOf() != null) {
            Schema<Object> choice = new Schema<>();
            choice.setOneOf(drawn.getOneOf());
            return choice;
        }
        // Written as it is: any JSON.
        if (component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
            return new Schema<>();
        }
        boolean isCursor =
                CURSORS.contains(property) && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return isCursor || !CURSORS.contains(property) ? shaped(property, drawn) : drawn;
    }

    private static boolean isAlwaysThere(RecordComponent component) {
        JsonInclude include = component.getAccessor().getAnnotation(JsonInclude.class);
        return include != null && include.value() == JsonInclude.Include.ALWAYS;
    }

    private static Schema<?> orNull(Schema<?> schema) {
        Schema<?> none = new Schema<>().types(Set.of("null"));
        if (schema.getTypes() == null) {
            Schema<Object> either = new Schema<>();
            if (schema.getOneOf() != null) {
                schema.getOneOf().forEach(either::addOneOfItem);
            } else {
                either.addOneOfItem(schema);
            }
            return either.addOneOfItem(none);
        }
        Set<String> types = new LinkedHashSet<>(schema.getTypes());
        types.add("null");
        Schema<?> own = AnnotationsUtils.clone(schema, true);
        own.setTypes(types);
        return own;
    }

    private static String nameOf(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    /** Texts whose form no Java type tells. */
    private static Schema<?> shaped(String name, Schema<?> schema) {
        boolean isPlainText = schema.getFormat() == null
                && schema.getEnum() == null
                && schema.getTypes() != null
                && schema.getTypes().contains("string");
        String form = REGION_CODES.contains(name) ? "region-code" : CURSORS.contains(name) ? "cursor" : null;
        if (form == null || !isPlainText) {
            return schema;
        }
        Schema<?> own = AnnotationsUtils.clone(schema, true);
        own.setFormat(form);
        return own;
    }
}
