package org.gongzhi.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Outcome;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** All the books there are, by their codes. */
@Component
class RuleBooks {

    private final Map<String, RuleBook> books;

    RuleBooks(List<RuleBook> books) {
        this.books = books.stream().collect(Collectors.toUnmodifiableMap(RuleBook::code, Function.identity()));
    }

    Outcome<RuleBook> find(String code) {
        RuleBook book = books.get(code);
        return book == null ? Outcome.refused(RuleRefusal.BOOK_UNKNOWN) : Outcome.done(book);
    }

    static boolean isEnglish() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
