package org.gongzhi.open311;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongzhi.open311.GeoReport.Format;
import org.gongzhi.open311.Open311Services.Definition;
import org.gongzhi.question.AskedQuestion;
import org.gongzhi.question.AskedQuestion.Option;
import tools.jackson.databind.ObjectMapper;

/** The definition of a service after GeoReport v2: one record, with an attribute for each question asked besides. */
final class ServiceDefinition {

    private static final List<Option> YES_OR_NO = List.of(new Option("yes", "是"), new Option("no", "否"));

    private ServiceDefinition() {}

    static String written(Definition definition, Format format, ObjectMapper json) {
        List<Map<String, Object>> attributes = new ArrayList<>();
        for (AskedQuestion question : definition.asked()) {
            attributes.add(attribute(question, attributes.size() + 1));
        }
        return format == Format.JSON
                ? json.writeValueAsString(GeoReport.fields("service_code", definition.code(), "attributes", attributes))
                : xml(definition.code(), attributes);
    }

    private static Map<String, Object> attribute(AskedQuestion question, int order) {
        return GeoReport.fields(
                "variable", true,
                "code", question.code(),
                "datatype", datatype(question.type()),
                "required", question.isRequired(),
                "datatype_description", question.help(),
                "order", order,
                "description", question.text(),
                "values", values(question));
    }

    private static String datatype(String type) {
        return switch (type) {
            case "one", "yes_no" -> "singlevaluelist";
            case "many" -> "multivaluelist";
            case "number" -> "number";
            case "date" -> "datetime";
            default -> "string";
        };
    }

    private static List<Map<String, Object>> values(AskedQuestion question) {
        List<Option> options = question.type().equals("yes_no") ? YES_OR_NO : question.options();
        return options.stream()
                .map(option -> GeoReport.fields("key", option.value(), "name", option.label()))
                .toList();
    }

    private static String xml(String code, List<Map<String, Object>> attributes) {
        String inside = attributes.stream().map(ServiceDefinition::xml).collect(Collectors.joining());
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<service_definition>\n  <service_code>"
                + GeoReport.escaped(code) + "</service_code>\n"
                + (inside.isEmpty() ? "  <attributes/>\n" : "  <attributes>\n" + inside + "  </attributes>\n")
                + "</service_definition>\n";
    }

    private static String xml(Map<String, Object> attribute) {
        return attribute.entrySet().stream()
                .map(field -> field.getValue() instanceof List<?> values ? xml(values) : element(field))
                .collect(Collectors.joining("", "    <attribute>\n", "    </attribute>\n"));
    }

    private static String xml(List<?> values) {
        return values.stream()
                .map(value -> ((Map<?, ?>) value)
                        .entrySet().stream()
                                .map(ServiceDefinition::element)
                                .map(String::strip)
                                .collect(Collectors.joining("", "        <value>", "</value>\n")))
                .collect(Collectors.joining("", "      <values>\n", "      </values>\n"));
    }

    private static String element(Map.Entry<?, ?> field) {
        return "      <" + field.getKey() + ">" + GeoReport.escaped(String.valueOf(field.getValue())) + "</"
                + field.getKey() + ">\n";
    }
}
