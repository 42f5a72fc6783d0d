package org.gongzhi.http;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpEntity;
import org.springframework.http.ResponseEntity;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The interface description at {@code /api/openapi}, for whoever is signed in: drawn from the controllers' own types, so that there is one truth. The web pages are
 * compiled against it.
 */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    static {
        // Answers say by their own type parameter what they tell, not by that of the class they extend: see
        // AnswerSchemas.
        SpringDocUtils.getConfig()
                .addAnnotationsToIgnore(CurrentActor.class, RowVersion.class)
                .removeResponseWrapperToIgnore(ResponseEntity.class)
                .removeResponseWrapperToIgnore(HttpEntity.class)
                .replaceWithSchema(JsonNode.class, new Schema<>());
    }

    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    @Bean
    ModelResolver schemaResolver(ObjectMapperProvider mappers, SchemaNames names) {
        return new ModelResolver(mappers.jsonMapper(), names).openapi31(true);
    }

    @Bean
    ModelConverter answerSchemas(ObjectMapperProvider mappers) {
        return new AnswerSchemas(mappers.jsonMapper());
    }

    @Bean
    OperationCustomizer describedOperation() {
        return new DescribedOperation(words());
    }

    @Bean
    OpenApiCustomizer describedInterface(SchemaNames names) {
        return new DescribedInterface(new DescribedRecords(names), words(), examples());
    }

    /** What the types cannot say, one line an operation. */
    private static Properties words() {
        try (Reader reader = new InputStreamReader(
                OpenApiConfiguration.class.getResourceAsStream("/openapi.properties"), StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(reader);
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By name of the schema. */
    private static Map<String, Object> examples() {
        try (InputStream stream = OpenApiConfiguration.class.getResourceAsStream("/openapi-examples.json")) {
            return JsonMapper.shared().readValue(stream, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An {@link Answer} is described by what it tells. */
    private static final class AnswerSchemas implements ModelConverter {

        private final ObjectMapper mapper;

        AnswerSchemas(ObjectMapper mapper) {
            this.mapper = mapper;
        }

        @Override
        public @Nullable Schema<?> resolve(
                AnnotatedType asked, ModelConverterContext context, Iterator<ModelConverter> others) {
            JavaType type = mapper.constructType(asked.getType());
            if (type != null && ResponseEntity.class.isAssignableFrom(type.getRawClass())) {
                return context.resolve(new AnnotatedType(type.containedType(0)).resolveAsRef(true));
            }
            return others.hasNext() ? others.next().resolve(asked, context, others) : null;
        }
    }
}
