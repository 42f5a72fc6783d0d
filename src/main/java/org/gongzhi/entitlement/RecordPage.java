package org.gongzhi.entitlement;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A copy that anybody can read, on paper too: one page in the reader's language, without anything from elsewhere. */
@Component
public class RecordPage {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final String STYLE =
            "body{font:18px/1.7 sans-serif;max-width:46em;margin:1em auto;padding:0 1em}dt{font-weight:700;margin-top:.6em}dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}";

    private final Problems words;

    RecordPage(Problems words) {
        this.words = words;
    }

    /** HTML in UTF-8. */
    public String of(PersonalRecord record, Instant now) {
        String language = LocaleContextHolder.getLocale().getLanguage().equals("en") ? "en" : "zh-CN";
        String title = word("title");
        StringBuilder page = new StringBuilder(
                        "<!doctype html><html lang=\"" + language + "\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>" + title
                        + "</title>")
                .append("<style>" + STYLE + "</style></head><body><h1>" + title + "</h1><p>")
                .append(escaped(word("made", moment(now))))
                .append("</p><dl>");
        item(page, "number", record.number());
        item(page, "raised", moment(record.raisedAt()));
        item(page, "kind", record.kind());
        item(page, "where", record.where() + " " + record.place());
        item(page, "point", record.lng() == null ? null : record.lng() + ", " + record.lat());
        item(page, "heading", record.title());
        item(page, "words", record.words());
        record.answers().forEach(each -> pair(page, each.question(), each.answer()));
        item(page, "name", record.name());
        item(page, "phone", record.phone());
        item(page, "files", String.join("\n", record.files()));
        page.append("</dl><h2>").append(word("told")).append("</h2><ul>");
        record.told().forEach(line -> line(page, line.at(), line.words()));
        page.append("</ul><h2>").append(word("looks")).append("</h2>");
        if (record.looks().isEmpty()) {
            page.append("<p>").append(word("no-looks")).append("</p>");
        }
        page.append("<ul>");
        record.looks().forEach(look -> line(page, look.at(), word("purpose." + look.purpose())));
        return page.append("</ul></body></html>").toString();
    }

    private String word(String key, Object... facts) {
        return words.word("entitlement.copy." + key, facts);
    }

    private void item(StringBuilder page, String key, @Nullable String value) {
        pair(page, word(key), value);
    }

    private void pair(StringBuilder page, String name, @Nullable String value) {
        page.append("<dt>")
                .append(escaped(name))
                .append("</dt><dd>")
                .append(escaped(value == null || value.isBlank() ? word("none") : value.strip()))
                .append("</dd>");
    }

    private static void line(StringBuilder page, Instant at, String text) {
        page.append("<li>").append(moment(at)).append(' ').append(escaped(text)).append("</li>");
    }

    private static String moment(Instant at) {
        return MOMENT.format(at.atZone(Time.ZONE));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
