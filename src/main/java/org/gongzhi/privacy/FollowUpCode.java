package org.gongzhi.privacy;

import java.math.BigInteger;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * 查询码: ten characters by which a resident follows a matter without an account. No 0 O 1 I L U, which people misread or mistype. Only a keyed digest of it is
 * ever stored.
 */
public record FollowUpCode(String value) {

    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    static final int LENGTH = 10;

    public FollowUpCode {
        if (value.length() != LENGTH || !value.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
            throw new IllegalArgumentException("not a follow-up code");
        }
    }

    /**
     * The code of one submission, from a keyed digest of what was sent: sent again, it is the same code, though nobody kept it.
     *
     * @param digest 16 bytes or more
     */
    public static FollowUpCode from(byte[] digest) {
        if (digest.length < 16) {
            throw new IllegalArgumentException("16 bytes or more are needed, not " + digest.length);
        }
        BigInteger rest = new BigInteger(1, digest);
        BigInteger base = BigInteger.valueOf(ALPHABET.length());
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            BigInteger[] parts = rest.divideAndRemainder(base);
            code.append(ALPHABET.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return new FollowUpCode(code.toString());
    }

    /** As people type it: small letters, full-width letters, spaces and dashes. Empty when it cannot be one. */
    public static Optional<FollowUpCode> parse(String typed) {
        if (typed.length() > 100) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}·.]+", "");
        return plain.length() == LENGTH && plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                ? Optional.of(new FollowUpCode(plain))
                : Optional.empty();
    }

    /** In two groups, to be read aloud: 7K4P9 2MXQ3. */
    public String shown() {
        return value.substring(0, 5) + " " + value.substring(5);
    }

    /** Never in a log line. */
    @Override
    public String toString() {
        return "FollowUpCode";
    }
}
