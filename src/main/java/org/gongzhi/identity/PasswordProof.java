package org.gongzhi.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Refusal;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Turns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether somebody knows the password of an account: counted against guessing, equally slow for logins that do not exist. The hashing itself holds no
 * connection to the database.
 */
@Component
class PasswordProof {

    /** For the journal: what people mistype into the login field may be their password. */
    private static final String UNKNOWN = "未知账号";

    /** Longer than a check of a password takes, shorter than people wait. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private record Desk(String login, String address) {}

    /**
     * A try counts as failed until it has succeeded. One at a time for each login and address, the second click of somebody who knows the password is not
     * told of too many failures because of their own first; the count in the database still holds where several nodes are asked at once.
     */
    private final Turns<Desk> turns = new Turns<>(PATIENCE);

    private final Transactions transactions;
    private final Secrets secrets;
    private final SignInFailures failures;
    private final Passwords passwords;
    private final Audit audit;
    private final Clock clock;

    PasswordProof(
            Transactions transactions,
            Secrets secrets,
            SignInFailures failures,
            Passwords passwords,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.failures = failures;
        this.passwords = passwords;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param wrong the refusal when it is not proven */
    Outcome<Secrets.Holder> prove(String login, String password, String address, Refusal wrong) {
        return turns.take(new Desk(login, address), () -> proveInTurn(login, password, address, wrong))
                .orElseGet(PasswordProof::busy);
    }

    private Outcome<Secrets.Holder> proveInTurn(String login, String password, String address, Refusal wrong) {
        Actor stranger = stranger(address);
        return transactions.write(stranger, () -> takeTry(login, address)).then(tried -> {
            Optional<Secrets.Holder> account = transactions.read(stranger, () -> secrets.find(login));
            String hash = account.flatMap(this::hashOf).orElse(null);
            return isRight(password, hash)
                    .then(right -> right && account.isPresent()
                            ? accept(login, address, account.get())
                            : refuse(account.orElse(null), address, tried, wrong));
        });
    }

    private Outcome<LockOut> takeTry(String login, String address) {
        Instant now = Time.now(clock);
        LockOut before = failures.take(login, address, now);
        if (before.isLocked(now)) {
            return locked(before, now);
        }
        LockOut tried = before.afterTry(now);
        failures.update(login, address, tried, now);
        return Outcome.done(tried);
    }

    private static <T> Outcome.Refused<T> locked(LockOut lockOut, Instant now) {
        long seconds = Math.max(
                1, Duration.between(now, lockOut.lockedUntil()).plusMillis(999).toSeconds());
        return Outcome.<T>refused(IdentityRefusal.SIGN_IN_LOCKED, until(lockOut))
                .with("retryAfterSeconds", seconds)
                .with("until", lockOut.lockedUntil().toString());
    }

    private static String until(LockOut lockOut) {
        return java.time.format.DateTimeFormatter.ofPattern("HH:mm:ss", java.util.Locale.ROOT)
                .format(lockOut.lockedUntil().plusMillis(999).atZone(Time.ZONE));
    }

    private Optional<String> hashOf(Secrets.Holder account) {
        return transactions.read(
                Standing.person(account.account(), account.name(), ""), () -> secrets.hashOf(account.account()));
    }

    private Outcome<Boolean> isRight(String password, @Nullable String hash) {
        try {
            return Outcome.done(passwords.matches(password, hash));
        } catch (Passwords.Busy busy) {
            return busy();
        }
    }

    private static <T> Outcome<T> busy() {
        return Outcome.<T>refused(IdentityRefusal.SIGN_IN_BUSY).with("retryAfterSeconds", 10);
    }

    private Outcome<Secrets.Holder> accept(String login, String address, Secrets.Holder account) {
        Actor person = Standing.person(account.account(), account.name(), address);
        return transactions.write(person, () -> {
            failures.clear(login, address, Time.now(clock));
            return Outcome.done(account);
        });
    }

    private Outcome<Secrets.Holder> refuse(
            Secrets.@Nullable Holder account, String address, LockOut tried, Refusal wrong) {
        Actor person =
                account == null ? stranger(address) : Standing.person(account.account(), account.name(), address);
        Instant now = Time.now(clock);
        transactions.write(person, () -> {
            String action = tried.isLocked(now) ? "session.lock-out" : "session.refuse";
            audit.record(
                    person,
                    action,
                    "account",
                    account == null ? null : account.account(),
                    RegionCode.NATION,
                    null,
                    Map.of("tries", tried.failures()),
                    null);
            return Outcome.done(true);
        });
        return tried.isLocked(now)
                ? locked(tried, now)
                : Outcome.invalid(
                        wrong == IdentityRefusal.PASSWORD_CURRENT_WRONG ? "current" : "password",
                        wrong,
                        tried.triesLeft());
    }

    private static Actor stranger(String address) {
        return new Actor(
                null,
                UNKNOWN,
                org.gongzhi.kernel.DutyKind.WORKER,
                null,
                RegionCode.NATION,
                0,
                "",
                null,
                org.gongzhi.kernel.Scope.NOTHING,
                address);
    }
}
