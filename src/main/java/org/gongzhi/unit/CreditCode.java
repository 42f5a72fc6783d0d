package org.gongzhi.unit;

import java.util.Locale;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Words;
import org.jspecify.annotations.Nullable;

/** 统一社会信用代码, GB 32100-2015: registering authority, class, division of administration, 9 of the subject, and a check character. */
final class CreditCode {

    static final int LENGTH = 18;

    /** Without I, O, S, V, Z, which are taken for 1, 0, 5, U, 2. */
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final String MISTAKEN = "IOSVZ";
    private static final String MEANT = "105U2";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int DIVISION_FROM = 2;
    private static final int DIVISION_TO = 8;

    private CreditCode() {}

    /** As it is kept, or which of its characters is wrong; full-width letters, blanks and hyphens are forgiven. */
    static Outcome<String> read(@Nullable String typed) {
        String code = java.text.Normalizer.normalize(Words.tidy(typed), java.text.Normalizer.Form.NFKC)
                .replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT);
        if (code.length() != LENGTH) {
            return Outcome.invalid("creditCode", UnitRefusal.CODE_LENGTH, LENGTH, code.length());
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = code.charAt(i);
            int mistaken = MISTAKEN.indexOf(c);
            if (mistaken >= 0) {
                return Outcome.invalid(
                        "creditCode",
                        UnitRefusal.CODE_MISTAKEN,
                        i + 1,
                        String.valueOf(c),
                        String.valueOf(MEANT.charAt(mistaken)));
            }
            if (CHARACTERS.indexOf(c) < 0) {
                return Outcome.invalid("creditCode", UnitRefusal.CODE_CHARACTER, i + 1, String.valueOf(c));
            }
            if (i >= DIVISION_FROM && i < DIVISION_TO && (c < '0' || c > '9')) {
                return Outcome.invalid("creditCode", UnitRefusal.CODE_DIVISION, i + 1, String.valueOf(c));
            }
        }
        char check = check(code);
        if (check == code.charAt(LENGTH - 1)) {
            return Outcome.done(code);
        }
        return Outcome.invalid(
                "creditCode", UnitRefusal.CODE_CHECK, String.valueOf(code.charAt(LENGTH - 1)), String.valueOf(check));
    }

    /** The character that belongs behind the first 17. */
    static char check(String code) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * WEIGHTS[i];
        }
        int radix = CHARACTERS.length();
        return CHARACTERS.charAt((radix - sum % radix) % radix);
    }
}
