package org.gongzhi.audit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/**
 * Chains what has been written, in batches, one node at a time (an advisory lock of the transaction). An entry's place is the order of sealing, so
 * transactions that commit late leave no gap.
 */
@Component
class AuditSealer {

    static final int BATCH = 2_000;

    private final Transactions transactions;
    private final Sql sql;
    private final AuditHeads heads;
    private final Clock clock;

    AuditSealer(Transactions transactions, Sql sql, AuditHeads heads, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.heads = heads;
        this.clock = clock;
    }

    record Head(long position, String chain) {

        /** Before the first entry. */
        static final Head NONE = new Head(0, AuditEntry.BEGINNING);
    }

    private record Unsealed(UUID entryId, String digest) {}

    /** Seals everything that is committed; returns how many. Zero when another node is at it. */
    int seal() {
        int sealed = 0;
        int batch;
        do {
            // The head is written down only when the seals are safe: a head without its seals would look like a theft.
            Sealed result = transactions.asWorker("seal", this::sealBatch);
            batch = result.count();
            sealed += batch;
            heads.note(Time.now(clock), result.head());
        } while (batch == BATCH);
        return sealed;
    }

    private record Sealed(int count, Head head) {}

    private Sealed sealBatch() {
        boolean isMine = sql.of("select pg_try_advisory_xact_lock(hashtext('audit_seal')) as mine")
                .one(row -> row.yes("mine"));
        List<Unsealed> waiting = isMine ? waiting() : List.of();
        Head head = sql.of(
                        "select position, encode(chain, 'hex') as chain from audit_seal order by position desc limit 1")
                .optional(row -> new Head(row.number("position"), row.text("chain")))
                .orElse(Head.NONE);
        if (waiting.isEmpty()) {
            return new Sealed(0, head);
        }
        List<Long> positions = new ArrayList<>();
        List<String> chains = new ArrayList<>();
        for (Unsealed entry : waiting) {
            head = new Head(head.position() + 1, AuditEntry.chained(head.chain(), entry.digest()));
            positions.add(head.position());
            chains.add(head.chain());
        }
        List<UUID> ids = waiting.stream().map(Unsealed::entryId).toList();
        sql.of("""
                insert into audit_seal (position, entry_id, chain)
                select position, entry_id, decode(chain, 'hex') from unnest(:positions, :ids, :chains) as seal (position, entry_id, chain)""")
                .bindLongs("positions", positions)
                .bindIds("ids", ids)
                .bindTexts("chains", chains)
                .update();
        sql.of("delete from audit_unsealed where entry_id = any (:ids)")
                .bindIds("ids", ids)
                .update();
        return new Sealed(waiting.size(), head);
    }

    private List<Unsealed> waiting() {
        return sql.of("""
                        select e.id, encode(e.digest, 'hex') as digest from audit_unsealed u join audit_entry e on e.id = u.entry_id
                        order by e.at, e.id limit :batch""").bind("batch", BATCH).list(row -> new Unsealed(row.id("id"), row.text("digest")));
    }
}
