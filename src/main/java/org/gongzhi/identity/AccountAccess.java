package org.gongzhi.identity;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.gongzhi.factor.SecondFactors;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Component;

/**
 * Opens and shuts the way into somebody else's account: one-time passwords, second factors, sessions, lock-outs. Checks no permission and writes no audit entry: both are the
 * caller's, in whose transaction it runs.
 */
@Component
public class AccountAccess {

    /** The worker in whose name a password is replaced: row-level security shows a secret to nobody but its owner. */
    public static final String WORKER = "identity";

    /** Without the signs people mistake for one another. */
    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP = 4;

    private final Sql sql;
    private final Passwords passwords;
    private final Secrets secrets;
    private final OwnSessions sessions;
    private final Standings standings;
    private final SecondFactors factors;

    AccountAccess(
            Sql sql,
            Passwords passwords,
            Secrets secrets,
            OwnSessions sessions,
            Standings standings,
            SecondFactors factors) {
        this.sql = sql;
        this.passwords = passwords;
        this.secrets = secrets;
        this.sessions = sessions;
        this.standings = standings;
        this.factors = factors;
    }

    /** Made up on the spot, readable over the telephone; shown once. */
    public static String oneTimePassword() {
        var random = new SecureRandom();
        var password = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                password.append('-');
            }
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }

    /** Slow by design: outside any transaction. */
    public String hash(String password) {
        return passwords.hash(password);
    }

    /** To be changed at the next sign-in; in a transaction of {@link #WORKER}. */
    public void replacePassword(UUID account, String hash, Instant now) {
        secrets.replace(account, hash, now);
        standings.forgetAfterwards(account);
    }

    /** Everywhere; how many there were. */
    public int endSessions(UUID account) {
        return sessions.endAll(account);
    }

    /**
     * One of them; false when it is not theirs or has ended.
     *
     * @param session as listed: the key of its row, which opens nothing
     */
    public boolean endSession(UUID account, String session) {
        return sql.of("delete from spring_session where primary_id = :id and principal_name = :account")
                        .bind("id", session)
                        .bind("account", account.toString())
                        .update()
                == 1;
    }

    /** In a transaction of {@link SecondFactors#WORKER}; false when there was none. */
    public boolean removeSecondFactor(UUID account) {
        standings.forgetAfterwards(account);
        return factors.remove(account);
    }

    /** From every address; false when the account was not locked anywhere. */
    public boolean release(String login) {
        return sql.of("delete from sign_in_failure where login = :login")
                        .bind("login", login)
                        .update()
                > 0;
    }
}
