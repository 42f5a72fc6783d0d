package org.gongzhi.oversight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;

/** An entry of the trail as the page says it, in one language; what has no words stands as it was written. */
record TrailWords(MessageSource messages, Locale language) {

    String done(String action) {
        return wordOr("oversight.did." + action, action);
    }

    String subject(String kind) {
        return wordOr("oversight.subject." + kind, kind);
    }

    /** Name, duty and place as the entry holds them. Who acts as themselves, or as the application, has no duty. */
    String actor(String actor) {
        List<String> parts = new ArrayList<>(Arrays.asList(actor.split(" · ", -1)));
        if (parts.size() > 1) {
            String duty = parts.remove(1);
            if (!duty.equals("worker")) {
                parts.add(1, wordOr("identity.duty." + duty, duty));
            }
        }
        return String.join(" · ", parts);
    }

    String word(String key) {
        return messages.getMessage("oversight.sheet." + key, null, language);
    }

    private String wordOr(String key, String otherwise) {
        return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, language), otherwise);
    }
}
