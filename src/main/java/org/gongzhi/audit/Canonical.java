package org.gongzhi.audit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The one way to write a JSON value: keys sorted, no spaces, plain numbers, nulls left out of objects. The database stores jsonb, which keeps meaning but not
 * form, so a digest can only be taken of this.
 */
final class Canonical {

    private static final char REPLACEMENT = '\uFFFD';

    private Canonical() {}

    static String json(JsonNode value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString();
    }

    private static void write(JsonNode value, StringBuilder to) {
        if (value.isObject()) {
            List<String> names = new ArrayList<>(value.propertyNames());
            names.sort(null);
            char before = '{';
            for (String name : names) {
                JsonNode held = value.get(name);
                if (!held.isNull()) {
                    to.append(before);
                    quote(name, to);
                    write(held, to.append(':'));
                    before = ',';
                }
            }
            to.append(before == '{' ? "{}" : "}");
        } else if (value.isArray()) {
            char before = '[';
            for (JsonNode held : value) {
                write(held, to.append(before));
                before = ',';
            }
            to.append(before == '[' ? "[]" : "]");
        } else if (value.isNumber()) {
            to.append(number(value.decimalValue()));
        } else if (value.isBoolean() || value.isNull()) {
            to.append(value.isNull() ? "null" : String.valueOf(value.booleanValue()));
        } else {
            quote(value.asString(), to);
        }
    }

    private static String number(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static void quote(String text, StringBuilder to) {
        to.append('"');
        clean(text).chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                to.append('\\').append((char) c);
            } else if (c < ' ') {
                to.append(String.format("\\u%04x", c));
            } else {
                to.append((char) c);
            }
        });
        to.append('"');
    }

    /** PostgreSQL stores neither the null character nor half a surrogate pair; both become U+FFFD before the digest is taken. */
    static String clean(String text) {
        var cleaned = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            cleaned.appendCodePoint(point == 0 || isHalf ? REPLACEMENT : point);
        });
        return cleaned.toString();
    }
}
