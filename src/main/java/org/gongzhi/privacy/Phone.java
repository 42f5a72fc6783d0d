package org.gongzhi.privacy;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.gongzhi.kernel.Outcome;

/** A mainland mobile number, or a landline with its area code. People write them in many ways; one is kept. */
record Phone(String digits) {

    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    /** Area codes have three digits where subscribers have eight (010, 02x), else four and seven or eight. */
    private static final Pattern LANDLINE = Pattern.compile("0(?:10|2\\d)\\d{8}|0[3-9]\\d{2}\\d{7,8}");

    private static final int MOBILE_DIGITS = 11;

    static Outcome<Phone> of(String written) {
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\-‐-―−()·.]", "")
                .replaceFirst("^(?:\\+|00)86", "");
        if (!plain.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Outcome.invalid("phone", PrivacyRefusal.PHONE_LETTERS);
        }
        if (MOBILE.matcher(plain).matches() || LANDLINE.matcher(plain).matches()) {
            return Outcome.done(new Phone(plain));
        }
        return plain.length() == MOBILE_DIGITS || plain.startsWith("0")
                ? Outcome.invalid("phone", PrivacyRefusal.PHONE_SHAPE)
                : Outcome.invalid("phone", PrivacyRefusal.PHONE_LENGTH, plain.length());
    }

    /** 138＊＊＊＊5521; of a landline the area code and the last two digits. */
    String masked() {
        boolean isMobile = digits.length() == MOBILE_DIGITS && digits.startsWith("1");
        int shown = isMobile ? 4 : 2;
        int head = isMobile || digits.startsWith("01") || digits.startsWith("02") ? 3 : 4;
        return digits.substring(0, head) + "＊＊＊＊" + digits.substring(digits.length() - shown);
    }
}
