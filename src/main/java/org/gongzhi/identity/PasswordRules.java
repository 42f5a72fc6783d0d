package org.gongzhi.identity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Outcome;

/** What a new password must be: long, and not among those that are tried first. No forced mixture of signs: it makes passwords worse, not better. */
final class PasswordRules {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 4;
    private static final Set<String> COMMON = read();

    private PasswordRules() {}

    static Outcome<String> check(String password, String login, String field) {
        int length = password.codePointCount(0, password.length());
        String plain = password.toLowerCase(Locale.ROOT);
        if (length < SHORTEST) {
            return Outcome.invalid(field, IdentityRefusal.PASSWORD_TOO_SHORT, SHORTEST, length);
        }
        if (length > LONGEST) {
            return Outcome.invalid(field, IdentityRefusal.PASSWORD_TOO_LONG, LONGEST, length);
        }
        if (plain.contains(login)) {
            return Outcome.invalid(field, IdentityRefusal.PASSWORD_HOLDS_LOGIN);
        }
        if (isMonotone(plain)) {
            return Outcome.invalid(field, IdentityRefusal.PASSWORD_MONOTONE);
        }
        if (COMMON.contains(plain) || plain.contains("gongzhi")) {
            return Outcome.invalid(field, IdentityRefusal.PASSWORD_COMMON);
        }
        return Outcome.done(password);
    }

    /** 1111111111, 1212121212, 1234567890, abcdefghij: few different signs, or each the neighbour of the last. */
    private static boolean isMonotone(String plain) {
        if (plain.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return true;
        }
        int[] signs = plain.codePoints().toArray();
        int neighbours = 0;
        for (int i = 1; i < signs.length; i++) {
            int step = Math.abs(signs[i] - signs[i - 1]);
            if (step <= 1 || step == 9) {
                neighbours++;
            }
        }
        return neighbours >= signs.length - 2;
    }

    private static Set<String> read() {
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        PasswordRules.class.getResourceAsStream("common-passwords.txt"), "common-passwords.txt"),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
