package org.gongzhi.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Runs a mutation once however often it is sent. The answer is stored in the same transaction as the change, under the sender's {@code Idempotency-Key}; a
 * repetition rolls itself back, whatever it found, and gets the stored answer.
 */
@Component
public class Commands {

    private final Transactions transactions;
    private final Sql sql;
    private final ObjectMapper json;
    private final Problems problems;
    private final Clock clock;

    Commands(Transactions transactions, Sql sql, ObjectMapper json, Problems problems, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.json = json;
        this.problems = problems;
        this.clock = clock;
    }

    public <T> Answer.Changed<T> run(
            Actor actor, HttpServletRequest request, @Nullable Object body, Supplier<Outcome<T>> work) {
        return new Answer.Changed<>(run(actor, request, body, HttpStatus.OK, work));
    }

    public <T> Answer.Created<T> created(
            Actor actor, HttpServletRequest request, @Nullable Object body, Supplier<Outcome<T>> work) {
        return new Answer.Created<>(run(actor, request, body, HttpStatus.CREATED, work));
    }

    /** For work that only begins: a job. */
    public <T> Answer.Accepted<T> accepted(
            Actor actor, HttpServletRequest request, @Nullable Object body, Supplier<Outcome<T>> work) {
        return new Answer.Accepted<>(run(actor, request, body, HttpStatus.ACCEPTED, work));
    }

    /** Refused before anything was tried, so that nothing is kept under the key. */
    public <T> Answer.Created<T> refused(Outcome.Refused<?> refused) {
        return new Answer.Created<>(problems.of(refused));
    }

    private <T> ResponseEntity<?> run(
            Actor actor,
            HttpServletRequest request,
            @Nullable Object body,
            HttpStatus success,
            Supplier<Outcome<T>> work) {
        String key = request.getHeader("Idempotency-Key");
        if (key == null || key.length() < 8 || key.length() > 100) {
            return problems.of(Outcome.invalid("Idempotency-Key", HttpRefusal.KEY_MALFORMED));
        }
        String hash = hash(request, body);
        Outcome<Stored> outcome = transactions.write(
                actor,
                () -> work.get().then(value -> {
                    Stored stored = new Stored(success.value(), json.writeValueAsString(value), hash);
                    return store(actor.accountOrNobody(), key, stored)
                            ? Outcome.done(stored)
                            : Outcome.refused(HttpRefusal.KEY_REUSED);
                }));
        return switch (outcome) {
            case Outcome.Done<Stored>(Stored stored) -> stored.answer();
            case Outcome.Refused<Stored> refused ->
                transactions
                        .read(actor, () -> find(actor.accountOrNobody(), key))
                        .<ResponseEntity<?>>map(stored -> stored.hash().equals(hash)
                                ? stored.answer()
                                : problems.of(Outcome.refused(HttpRefusal.KEY_REUSED)))
                        .orElseGet(() -> problems.of(refused));
        };
    }

    private record Stored(int status, String response, String hash) {
        ResponseEntity<?> answer() {
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(response);
        }
    }

    /** False when the key has been used before; a simultaneous use waits here for the other to end. */
    private boolean store(UUID actor, String key, Stored stored) {
        return sql.of("""
                        insert into idempotency_key (actor_id, key, request_hash, status, response, created_at)
                        values (:actor, :key, :hash, :status, :response, :now)
                        on conflict do nothing""")
                        .bind("actor", actor)
                        .bind("key", key)
                        .bind("hash", stored.hash())
                        .bind("status", stored.status())
                        .bind("response", stored.response())
                        .bind("now", Time.now(clock))
                        .update()
                == 1;
    }

    private Optional<Stored> find(UUID actor, String key) {
        return sql.of(
                        "select status, response, request_hash from idempotency_key where actor_id = :actor and key = :key")
                .bind("actor", actor)
                .bind("key", key)
                .optional(row -> new Stored(row.whole("status"), row.text("response"), row.text("request_hash")));
    }

    private String hash(HttpServletRequest request, @Nullable Object body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8));
            if (body != null) {
                digest.update(json.writeValueAsBytes(body));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
