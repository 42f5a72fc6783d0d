package org.gongzhi.http;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import java.util.Set;

/** What every operation shares: how problems look, the headers of a change, the ways to show who asks. */
final class StandingParts {

    private StandingParts() {}

    static void addTo(Components components) {
        components.addSchemas("Problem", problem());
        components.addSchemas(
                "FieldProblem",
                object(List.of("field", "detail"))
                        .addProperty("field", text("Name of the field in the request."))
                        .addProperty("detail", text("A sentence for the person at the screen.")));
        components.addResponses(
                "Problem",
                new ApiResponse()
                        .description(
                                "Not done, and why: 401 signed out, 403 not allowed, 404 not there (or not to be seen), 409 in the way of what"
                                        + " happened meanwhile, 422 not valid, 428 row version missing, 429 too often, 503 and 507 an outage.")
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem")))));
        components.addParameters(
                "IdempotencyKey",
                header(
                        "Idempotency-Key",
                        "One key for one intended change, 8 to 100 characters: repeated with it, the change is made once and the first answer comes again."));
        components.addParameters("IfMatch", header("If-Match", "Version of the row the sender saw, in quotes: \"3\"."));
        components.addSecuritySchemes(
                "session",
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("gongzhi-session")
                        .description("Set by signing in."));
        components.addSecuritySchemes(
                "csrf",
                new SecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.HEADER)
                        .name("X-XSRF-TOKEN")
                        .description("Whatever the cookie XSRF-TOKEN holds at that moment; it changes at signing in."));
    }

    private static Schema<?> problem() {
        return object(List.of("type", "title", "status", "detail", "code"))
                .description("A problem after RFC 9457.")
                .addProperty("type", text("urn:gongzhi:problem: and the code.").format("uri"))
                .addProperty("title", text("The kind of problem, in a word."))
                .addProperty(
                        "status", typed("integer", "As in the status line.").format("int32"))
                .addProperty("detail", text("A sentence for the person at the screen, in the language asked for."))
                .addProperty("instance", text("The address asked for.").format("uri-reference"))
                .addProperty("code", text("Stable name of the refusal, such as demand.already-closed."))
                .addProperty("field", text("The one field of the request it is about."))
                .addProperty("remedy", text("What the person can do."))
                .addProperty(
                        "errors",
                        typed("array", "Every field that is not valid.")
                                .items(new Schema<>().$ref("#/components/schemas/FieldProblem")))
                .addProperty("current", typed("object", "State of the record now, with a conflict."))
                .addProperty("supportId", text("A number a person can read out to support."));
    }

    private static Parameter header(String name, String meaning) {
        return new Parameter()
                .name(name)
                .in("header")
                .required(true)
                .description(meaning)
                .schema(typed("string", null));
    }

    private static Schema<Object> object(List<String> required) {
        Schema<Object> schema = typed("object", null);
        schema.setRequired(required);
        return schema;
    }

    private static Schema<Object> text(String meaning) {
        return typed("string", meaning);
    }

    private static Schema<Object> typed(String type, @org.jspecify.annotations.Nullable String meaning) {
        Schema<Object> schema = new Schema<>();
        schema.setTypes(Set.of(type));
        schema.setDescription(meaning);
        return schema;
    }
}
