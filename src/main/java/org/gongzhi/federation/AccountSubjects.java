package org.gongzhi.federation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Component;

/** Row-level security shows a link to its account, and to the worker who is asked when somebody arrives. */
@Component
class AccountSubjects {

    /** In whose name an account is looked for before anybody is signed in. */
    static final String WORKER = "federation";

    private final Sql sql;

    AccountSubjects(Sql sql) {
        this.sql = sql;
    }

    Optional<UUID> accountOf(String issuer, String subject) {
        return sql.of("select account_id from account_subject where issuer = :issuer and subject = :subject")
                .bind("issuer", issuer)
                .bind("subject", subject)
                .optional(row -> row.id("account_id"));
    }

    Optional<Instant> linkedAt(UUID account, String issuer) {
        return sql.of("select linked_at from account_subject where account_id = :account and issuer = :issuer")
                .bind("account", account)
                .bind("issuer", issuer)
                .optional(row -> row.at("linked_at"));
    }

    /** False when either of them is linked already. */
    boolean add(String issuer, String subject, UUID account, Instant now) {
        return sql.of("""
                        insert into account_subject (issuer, subject, account_id, linked_at) values (:issuer, :subject, :account, :now)
                        on conflict do nothing""")
                        .bind("issuer", issuer)
                        .bind("subject", subject)
                        .bind("account", account)
                        .bind("now", now)
                        .update()
                == 1;
    }

    boolean remove(UUID account, String issuer) {
        return sql.of("delete from account_subject where account_id = :account and issuer = :issuer")
                        .bind("account", account)
                        .bind("issuer", issuer)
                        .update()
                == 1;
    }
}
