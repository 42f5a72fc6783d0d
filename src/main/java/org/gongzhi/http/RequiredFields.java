package org.gongzhi.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotBlank;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a request record does not mark {@code @Nullable} must be sent, and not as null: so it says of itself in the interface description, and so no use case ever
 * meets what its types rule out. All that lacks is told at once. What may not be blank has a sentence of its own and is left to that.
 */
@RestControllerAdvice
class RequiredFields extends RequestBodyAdviceAdapter {

    private final JsonMapper json;

    RequiredFields(JsonMapper json) {
        this.json = json;
    }

    /** Names of what was not sent; {@code items[2].name} inside a list. */
    @SuppressWarnings("serial")
    static final class Missing extends RuntimeException {

        private final transient List<String> fields;

        Missing(List<String> fields) {
            super("not sent: " + fields, null, false, false);
            this.fields = List.copyOf(fields);
        }

        List<String> fields() {
            return fields;
        }
    }

    private record Sent(HttpHeaders headers, InputStream body) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return body;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }

    @Override
    public boolean supports(
            MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converterType) {
        return type instanceof Class<?> body && body.isRecord();
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converterType)
            throws IOException {
        byte[] content = message.getBody().readAllBytes();
        List<String> missing = missing(content, type);
        if (!missing.isEmpty()) {
            throw new Missing(missing);
        }
        return new Sent(message.getHeaders(), new ByteArrayInputStream(content));
    }

    /** What cannot be read as JSON at all is for the converter to refuse. */
    private List<String> missing(byte[] content, Type type) {
        List<String> missing = new ArrayList<>();
        try {
            addMissing(json.readTree(content), type, "", missing);
        } catch (JacksonException unreadable) {
            return List.of();
        }
        return missing;
    }

    private static void addMissing(@Nullable JsonNode sent, Type type, String path, List<String> missing) {
        if (sent == null) {
            return;
        }
        if (type instanceof Class<?> wanted && wanted.isRecord() && sent.isObject()) {
            for (RecordComponent component : wanted.getRecordComponents()) {
                String own = nameOf(component);
                String name = path.isEmpty() ? own : path + "." + own;
                JsonNode value = sent.get(own);
                if (value == null || value.isNull()) {
                    if (isRequired(component)) {
                        missing.add(name);
                    }
                } else {
                    addMissing(value, component.getGenericType(), name, missing);
                }
            }
        } else if (type instanceof ParameterizedType many && many.getRawType() == List.class && sent.isArray()) {
            for (int i = 0; i < sent.size(); i++) {
                addMissingElement(sent.get(i), many.getActualTypeArguments()[0], path + "[" + i + "]", missing);
            }
        } else if (type instanceof ParameterizedType named && named.getRawType() == Map.class && sent.isObject()) {
            sent.forEachEntry((key, value) ->
                    addMissingElement(value, named.getActualTypeArguments()[1], path + "." + key, missing));
        }
    }

    private static void addMissingElement(JsonNode element, Type type, String path, List<String> missing) {
        if (element.isNull()) {
            missing.add(path);
        } else {
            addMissing(element, type, path, missing);
        }
    }

    static String nameOf(RecordComponent component) {
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null || named.value().isEmpty() ? component.getName() : named.value();
    }

    private static boolean isRequired(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class)
                && !component.getAccessor().isAnnotationPresent(NotBlank.class);
    }
}
