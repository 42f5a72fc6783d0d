package org.gongzhi.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gongzhi.audit.Audit;
import org.gongzhi.factor.SecondFactors;
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
 * Whether somebody knows the password of an account, and has its second factor: counted against guessing, equally slow for logins that do not exist. The hashing
 * itself holds no connection to the database.
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
    private final SecondFactors factors;
    private final Audit audit;
    private final Clock clock;

    PasswordProof(
            Transactions transactions,
            Secrets secrets,
            SignInFailures failures,
            Passwords passwords,
            SecondFactors factors,
            Audit audit,
            Clock clock) {
        this.transactions = transactions;
        this.secrets = secrets;
        this.failures = failures;
        this.passwords = passwords;
        this.factors = factors;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody who knows the password is then asked. */
    private interface Next {
        Outcome<Secrets.Holder> of(Secrets.Holder account, Try tried);
    }

    private record Try(LockOut before, LockOut after) {}

    /**
     * The password alone: for whoever is in already.
     *
     * @param wrong the refusal when it is not proven
     */
    Outcome<Secrets.Holder> prove(String login, String password, String address, Refusal wrong) {
        var desk = new Desk(login, address);
        return inTurn(desk, () -> provePassword(desk, password, wrong, (account, _) -> accept(desk, account)));
    }

    /** The password, and the second factor of accounts that have one. A code that is missing costs no try; a wrong one does, like a wrong password. */
    Outcome<Secrets.Holder> proveBoth(String login, String password, @Nullable String code, String address) {
        var desk = new Desk(login, address);
        return inTurn(
                desk,
                () -> provePassword(
                        desk,
                        password,
                        IdentityRefusal.SIGN_IN_WRONG,
                        (account, tried) ->
                                proveCode(desk, account, code, tried, true).map(_ -> account)));
    }

    /** Somebody else vouches for who they are: shut out after too many tries, and asked for the second factor, like anybody who knows the password. */
    Outcome<Secrets.Holder> proveVouched(UUID id, @Nullable String code, String address) {
        Secrets.Known known = transactions.read(stranger(address), () -> secrets.of(id));
        var desk = new Desk(known.login(), address);
        return inTurn(
                desk,
                () -> takeTry(desk)
                        .then(tried -> proveCode(desk, known.holder(), code, tried, true)
                                .map(_ -> known.holder())));
    }

    /** The second factor of somebody who is in: it is asked for again before it is changed. Done as well when they have none. */
    Outcome<SecondFactors.Proof> proveCode(String login, Actor person, @Nullable String code) {
        var desk = new Desk(login, person.address());
        var account = new Secrets.Holder(person.account(), person.name(), true);
        return inTurn(desk, () -> takeTry(desk).then(tried -> proveCode(desk, account, code, tried, false)));
    }

    private <T> Outcome<T> inTurn(Desk desk, Supplier<Outcome<T>> work) {
        return turns.take(desk, work).orElseGet(PasswordProof::busy);
    }

    private Outcome<Secrets.Holder> provePassword(Desk desk, String password, Refusal wrong, Next next) {
        return takeTry(desk).then(tried -> {
            Optional<Secrets.Holder> account =
                    transactions.read(stranger(desk.address()), () -> secrets.find(desk.login()));
            String hash = account.flatMap(this::hashOf).orElse(null);
            return isRight(password, hash)
                    .then(right -> right && account.isPresent()
                            ? next.of(account.get(), tried)
                            : refuse(account.orElse(null), desk.address(), tried.after(), wrong));
        });
    }

    private Outcome<SecondFactors.Proof> proveCode(
            Desk desk, Secrets.Holder account, @Nullable String code, Try tried, boolean isPasswordProven) {
        Actor person = Standing.person(account.account(), account.name(), desk.address());
        Instant now = Time.now(clock);
        SecondFactors.Proof proof = transactions
                .write(person, () -> {
                    SecondFactors.Proof found = factors.prove(account.account(), code, now);
                    switch (found) {
                        case RIGHT -> failures.clear(desk.login(), desk.address(), now);
                        case RECOVERY -> {
                            failures.clear(desk.login(), desk.address(), now);
                            note(person, "factor.recover", account, Map.of());
                        }
                        case NOT_ASKED -> {
                            // Who proved nothing does not wipe out the wrong passwords of before.
                            if (isPasswordProven) {
                                failures.clear(desk.login(), desk.address(), now);
                            } else {
                                giveBack(desk, tried, now);
                            }
                        }
                        case MISSING -> giveBack(desk, tried, now);
                        case WRONG, USED -> {}
                    }
                    return Outcome.done(found);
                })
                .orThrow();
        return switch (proof) {
            case NOT_ASKED, RIGHT, RECOVERY -> Outcome.done(proof);
            case MISSING ->
                Outcome.invalid(
                        "code",
                        isPasswordProven
                                ? IdentityRefusal.SECOND_FACTOR_NEEDED
                                : IdentityRefusal.SECOND_FACTOR_MISSING);
            case WRONG -> refuse(account, desk.address(), tried.after(), IdentityRefusal.SECOND_FACTOR_WRONG);
            case USED -> refuse(account, desk.address(), tried.after(), IdentityRefusal.SECOND_FACTOR_USED);
        };
    }

    private Outcome<Try> takeTry(Desk desk) {
        return transactions.write(stranger(desk.address()), () -> {
            Instant now = Time.now(clock);
            LockOut before = failures.take(desk.login(), desk.address(), now);
            if (before.isLocked(now)) {
                return locked(before, now);
            }
            LockOut after = before.afterTry(now);
            failures.update(desk.login(), desk.address(), after, now);
            return Outcome.done(new Try(before, after));
        });
    }

    private void giveBack(Desk desk, Try tried, Instant now) {
        LockOut present = failures.take(desk.login(), desk.address(), now);
        failures.update(desk.login(), desk.address(), present.without(tried.before(), tried.after()), now);
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

    private Outcome<Secrets.Holder> accept(Desk desk, Secrets.Holder account) {
        Actor person = Standing.person(account.account(), account.name(), desk.address());
        return transactions.write(person, () -> {
            failures.clear(desk.login(), desk.address(), Time.now(clock));
            return Outcome.done(account);
        });
    }

    private <T> Outcome<T> refuse(Secrets.@Nullable Holder account, String address, LockOut tried, Refusal wrong) {
        Actor person =
                account == null ? stranger(address) : Standing.person(account.account(), account.name(), address);
        Instant now = Time.now(clock);
        transactions.write(person, () -> {
            String action = tried.isLocked(now) ? "session.lock-out" : "session.refuse";
            note(person, action, account, Map.of("tries", tried.failures()));
            return Outcome.done(true);
        });
        return tried.isLocked(now) ? locked(tried, now) : Outcome.invalid(fieldOf(wrong), wrong, tried.triesLeft());
    }

    private static String fieldOf(Refusal wrong) {
        return switch (wrong) {
            case IdentityRefusal.PASSWORD_CURRENT_WRONG -> "current";
            case IdentityRefusal.SECOND_FACTOR_WRONG, IdentityRefusal.SECOND_FACTOR_USED -> "code";
            default -> "password";
        };
    }

    private void note(Actor person, String action, Secrets.@Nullable Holder account, Map<String, Object> after) {
        audit.record(
                person,
                action,
                "account",
                account == null ? null : account.account(),
                RegionCode.NATION,
                null,
                after.isEmpty() ? null : after,
                null);
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
