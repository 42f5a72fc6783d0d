package org.gongzhi.identity;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.gongzhi.kernel.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id. A check costs about 150 ms and 32 MiB, so only as many run at once as there are processors: a flood waits, the application does not fall. */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 32 * 1024;
    private static final int PASSES = 3;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore seats =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** Checked when the login is unknown, so that the answer takes as long. */
    private final String nobodys = argon2.encode(Ids.next().toString());

    String hash(String password) {
        String hash = argon2.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("no password");
        }
        return hash;
    }

    /**
     * @param hash null when there is no such account: the work is done all the same
     * @throws Busy when too many wait already
     */
    boolean matches(String password, @Nullable String hash) {
        try {
            if (!seats.tryAcquire(10, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return argon2.matches(password, hash == null ? nobodys : hash) && hash != null;
        } finally {
            seats.release();
        }
    }

    static final class Busy extends RuntimeException {
        Busy() {
            super("too many password checks at once", null, false, false);
        }
    }
}
