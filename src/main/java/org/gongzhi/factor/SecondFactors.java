package org.gongzhi.factor;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongzhi.kernel.Sql;
import org.gongzhi.privacy.Digests;
import org.gongzhi.privacy.FollowUpCode;
import org.gongzhi.privacy.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The second factor of an account, in a transaction of its owner: row-level security shows it to nobody else. Checks no permission and writes no audit entry:
 * both are the caller's.
 */
@Component
public class SecondFactors {

    /** The worker in whose name somebody's lost factor is taken away. */
    public static final String WORKER = "factor";

    static final int RECOVERY_CODES = 10;

    /** What was shown and not answered by a code within this time is made anew. */
    static final Duration PENDING_FOR = Duration.ofMinutes(15);

    /** RFC 4226 §4 R6 recommends 160 bits. */
    private static final int SECRET_BYTES = 20;

    private static final Pattern SIX_DIGITS = Pattern.compile("[0-9]{6}");

    private final Sql sql;
    private final Sealing sealing;
    private final Digests digests;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(Sql sql, Sealing sealing, Digests digests) {
        this.sql = sql;
        this.sealing = sealing;
        this.digests = digests;
    }

    /** What a code was worth. */
    public enum Proof {
        /** The account has no second factor. */
        NOT_ASKED,
        RIGHT,
        /** Right, and one recovery code fewer. */
        RECOVERY,
        MISSING,
        WRONG,
        /** Right once, and taken already. */
        USED
    }

    /**
     * Whether there is one.
     *
     * @param since null when there is none
     */
    public record State(@Nullable Instant since, int recoveryCodes) {}

    public State state(UUID account) {
        return sql.of("""
                        select f.since, (select count(*) from second_factor_recovery r where r.account_id = :account and r.used_at is null) as left_over
                          from (select 1) one left join second_factor f on f.account_id = :account""")
                .bind("account", account)
                .one(row -> new State(row.atOrNull("since"), row.whole("left_over")));
    }

    /** Takes a code of the authenticator or a recovery code; each is taken once, also when it comes twice at the same time. */
    public Proof prove(UUID account, @Nullable String typed, Instant now) {
        Optional<Kept> kept = kept(account, false);
        if (kept.isEmpty()) {
            return Proof.NOT_ASKED;
        }
        String code = typed == null ? "" : typed.replaceAll("\\s", "");
        if (code.isEmpty()) {
            return Proof.MISSING;
        }
        if (!SIX_DIGITS.matcher(code).matches()) {
            return FollowUpCode.parse(code).isPresent() ? useRecovery(account, code, now) : Proof.WRONG;
        }
        long[] steps =
                OneTimeCode.steps(kept.get().open(sealing, account), code, now).toArray();
        if (steps.length == 0) {
            return Proof.WRONG;
        }
        return use(account, steps[steps.length - 1]) ? Proof.RIGHT : Proof.USED;
    }

    private boolean use(UUID account, long step) {
        return sql.of("""
                        update second_factor_secret set last_step = :step
                         where account_id = :account and not is_pending and last_step < :step""").bind("step", step).bind("account", account).update() == 1;
    }

    private Proof useRecovery(UUID account, String code, Instant now) {
        int used = sql.of("""
                        update second_factor_recovery set used_at = :now
                         where account_id = :account and digest = :digest and used_at is null""")
                .bind("now", now)
                .bind("account", account)
                .bind("digest", digest(account, FollowUpCode.parse(code).orElseThrow()))
                .update();
        return used == 1 ? Proof.RECOVERY : Proof.WRONG;
    }

    /** Makes a secret that counts for nothing until {@link #activate}; what was shown before is forgotten. */
    public Enrolment begin(UUID account, String login, Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        sql.of("""
                        insert into second_factor_secret (account_id, is_pending, sealed, made_at) values (:account, true, :sealed, :now)
                        on conflict (account_id, is_pending) do update set sealed = excluded.sealed, made_at = excluded.made_at""")
                .bind("account", account)
                .bind("sealed", sealing.seal(secret, place(account)))
                .bind("now", now)
                .update();
        return Enrolment.of(secret, login);
    }

    /** Whether a secret was shown a short while ago. */
    public boolean isBegun(UUID account, Instant now) {
        return kept(account, true)
                .filter(kept -> kept.madeAt().isAfter(now.minus(PENDING_FOR)))
                .isPresent();
    }

    /** The secret shown last is the one from now on, with recovery codes of its own; empty when this is no code of it. */
    public Optional<List<String>> activate(UUID account, String typed, Instant now) {
        String code = typed.replaceAll("\\s", "");
        OptionalLong step = kept(account, true).stream()
                .flatMapToLong(kept -> OneTimeCode.steps(kept.open(sealing, account), code, now))
                .max();
        if (step.isEmpty()) {
            return Optional.empty();
        }
        sql.of("delete from second_factor_secret where account_id = :account and not is_pending")
                .bind("account", account)
                .update();
        int done = sql.of("""
                        with begun as (
                            update second_factor_secret set is_pending = false, last_step = :step where account_id = :account and is_pending
                            returning account_id)
                        insert into second_factor (account_id, since) select account_id, :now from begun
                        on conflict (account_id) do update set since = excluded.since""")
                .bind("step", step.getAsLong())
                .bind("account", account)
                .bind("now", now)
                .update();
        return done == 1 ? Optional.of(renew(account)) : Optional.empty();
    }

    /** Ten new ones; those before are worth nothing any more. */
    public List<String> renew(UUID account) {
        forgetRecovery(account);
        List<FollowUpCode> codes =
                Stream.generate(this::code).limit(RECOVERY_CODES).toList();
        for (FollowUpCode code : codes) {
            sql.of("insert into second_factor_recovery (account_id, digest) values (:account, :digest)")
                    .bind("account", account)
                    .bind("digest", digest(account, code))
                    .update();
        }
        return codes.stream().map(FollowUpCode::shown).toList();
    }

    /** Nothing is left of it; false when there was none. */
    public boolean remove(UUID account) {
        forgetRecovery(account);
        sql.of("delete from second_factor_secret where account_id = :account")
                .bind("account", account)
                .update();
        return sql.of("delete from second_factor where account_id = :account")
                        .bind("account", account)
                        .update()
                > 0;
    }

    private void forgetRecovery(UUID account) {
        sql.of("delete from second_factor_recovery where account_id = :account")
                .bind("account", account)
                .update();
    }

    private Optional<Kept> kept(UUID account, boolean isPending) {
        return sql.of(
                        "select sealed, made_at from second_factor_secret where account_id = :account and is_pending = :pending")
                .bind("account", account)
                .bind("pending", isPending)
                .optional(row -> new Kept(row.bytes("sealed"), row.at("made_at")));
    }

    /** Sealed as it lies in its row. */
    private static final class Kept {

        private final byte[] sealed;
        private final Instant madeAt;

        private Kept(byte[] sealed, Instant madeAt) {
            this.sealed = sealed;
            this.madeAt = madeAt;
        }

        private byte[] open(Sealing sealing, UUID account) {
            return sealing.open(sealed, place(account));
        }

        private Instant madeAt() {
            return madeAt;
        }
    }

    private FollowUpCode code() {
        byte[] chance = new byte[16];
        random.nextBytes(chance);
        return FollowUpCode.from(chance);
    }

    private byte[] digest(UUID account, FollowUpCode code) {
        return digests.keyed(
                "second factor recovery",
                account.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                code.value().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static String place(UUID account) {
        return "second-factor/" + account;
    }
}
