package org.gongzhi.http;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/** What a controller's method tells of itself by its types: name, success, problems, headers. Only its one-line summary is written elsewhere. */
final class DescribedOperation implements OperationCustomizer {

    private static final String REFERENCE = "#/components/";

    private final Properties words;

    DescribedOperation(Properties words) {
        this.words = words;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        String id = id(handler);
        operation.setOperationId(id);
        operation.setTags(List.of(module(handler)));
        operation.setSummary(words.getProperty(id));
        operation.setParameters(parameters(operation, handler));
        operation.setResponses(responses(operation, handler));
        takeParts(operation, handler);
        return operation;
    }

    /** {@code DemandController.accept}: demandAccept; {@code SessionController.session}: session. */
    private static String id(HandlerMethod handler) {
        String controller = handler.getBeanType().getSimpleName().replaceFirst("Controller$", "");
        String subject = controller.substring(0, 1).toLowerCase(Locale.ROOT) + controller.substring(1);
        String method = handler.getMethod().getName();
        return method.startsWith(subject)
                ? method
                : subject + method.substring(0, 1).toUpperCase(Locale.ROOT) + method.substring(1);
    }

    private static String module(HandlerMethod handler) {
        String name = handler.getBeanType().getPackageName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<Parameter> parameters(Operation operation, HandlerMethod handler) {
        List<Parameter> parameters = new ArrayList<>();
        if (operation.getParameters() != null) {
            parameters.addAll(operation.getParameters());
        }
        for (MethodParameter argument : handler.getMethodParameters()) {
            QueryOf query = argument.getParameterAnnotation(QueryOf.class);
            OneOf oneOf = argument.getParameterAnnotation(OneOf.class);
            if (query != null) {
                parameters.removeIf(parameter -> parameter.getName().equals(argument.getParameterName()));
                for (RecordComponent component : query.value().getRecordComponents()) {
                    parameters.add(queryParameter(component));
                }
            } else if (oneOf != null) {
                parameters.stream()
                        .filter(parameter -> parameter.getName().equals(argument.getParameterName()))
                        .forEach(parameter -> parameter.setSchema(codes(parameter.getSchema(), oneOf)));
            } else if (argument.hasParameterAnnotation(RowVersion.class)) {
                parameters.removeIf(parameter -> parameter.getName().equals(argument.getParameterName()));
                parameters.add(new Parameter().$ref(REFERENCE + "parameters/IfMatch"));
            }
        }
        if (Answer.Changed.class.isAssignableFrom(handler.getMethod().getReturnType())) {
            parameters.add(new Parameter().$ref(REFERENCE + "parameters/IdempotencyKey"));
        }
        return parameters;
    }

    private static Parameter queryParameter(RecordComponent component) {
        Schema<?> plain = new Schema<>().types(Set.of(component.getType() == Integer.class ? "integer" : "string"));
        OneOf oneOf = component.getAnnotation(OneOf.class);
        Schema<?> schema = oneOf == null ? plain : codes(plain, oneOf);
        return new Parameter()
                .name(component.getName())
                .in("query")
                .required(false)
                .schema(schema);
    }

    /** The same schema with the codes it, or each of its items, may be; never the same object, which may stand in other places too. */
    static Schema<?> codes(Schema<?> schema, OneOf oneOf) {
        if (schema.getItems() != null) {
            Schema<?> many = AnnotationsUtils.clone(schema, true);
            many.setItems(codes(schema.getItems(), oneOf));
            return many;
        }
        List<Object> codes = new ArrayList<>(List.of(oneOf.value()));
        for (Class<? extends Enum<?>> type : oneOf.codes()) {
            for (Enum<?> constant : type.getEnumConstants()) {
                codes.add(constant.name().toLowerCase(Locale.ROOT));
            }
        }
        Schema<Object> own = new Schema<>();
        own.setTypes(schema.getTypes());
        if (schema.getDefault() != null) {
            own.setDefault(schema.getDefault());
        }
        own.setEnum(codes);
        return own;
    }

    /** Files come as parts of a form. */
    private static void takeParts(Operation operation, HandlerMethod handler) {
        RequestBody body = operation.getRequestBody();
        boolean takesFile = Arrays.stream(handler.getMethodParameters())
                .anyMatch(argument -> argument.getParameterType() == MultipartFile.class);
        if (body != null && takesFile) {
            MediaType json = body.getContent().get("application/json");
            body.setContent(new Content().addMediaType("multipart/form-data", json));
        }
    }

    private static ApiResponses responses(Operation operation, HandlerMethod handler) {
        Content content = Optional.ofNullable(operation.getResponses())
                .map(found -> found.get("200"))
                .map(ApiResponse::getContent)
                .orElse(null);
        if (content != null) {
            content.remove("application/problem+json");
        }
        ResolvableType type = ResolvableType.forMethodReturnType(handler.getMethod());
        Class<?> answer = type.toClass();
        Class<?> told = type.getGeneric(0).toClass();
        var responses = new ApiResponses();
        if (told == Void.class) {
            responses.addApiResponse("204", new ApiResponse().description("Done; there is nothing to tell."));
        } else if (told == byte[].class) {
            var bytes = new MediaType()
                    .schema(new Schema<>().types(Set.of("string")).format("binary"));
            responses.addApiResponse(
                    "200",
                    new ApiResponse().description("The file.").content(new Content().addMediaType("*/*", bytes)));
        } else if (answer == Answer.Created.class) {
            responses.addApiResponse(
                    "201", new ApiResponse().description("Created.").content(content));
        } else if (answer == Answer.Accepted.class) {
            responses.addApiResponse(
                    "202", new ApiResponse().description("Begun.").content(content));
        } else {
            responses.addApiResponse(
                    "200", new ApiResponse().description("Done.").content(content));
        }
        return responses.addApiResponse("default", new ApiResponse().$ref(REFERENCE + "responses/Problem"));
    }
}
