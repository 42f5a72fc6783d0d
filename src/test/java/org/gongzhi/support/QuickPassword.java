package org.gongzhi.support;

import java.util.Objects;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes of passwords that take next to no work to check: how much is taken stands in each hash. For people who only have to be signed in; tests of signing in
 * itself take what the product makes.
 */
public final class QuickPassword {

    private static final Argon2PasswordEncoder ARGON2 = new Argon2PasswordEncoder(16, 32, 1, 16, 1);

    private QuickPassword() {}

    public static String hash(String password) {
        return Objects.requireNonNull(ARGON2.encode(password));
    }
}
