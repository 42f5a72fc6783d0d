package org.gongzhi.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.KeyFile;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Writes the audit trail. Call it next to the change, in its transaction: both happen or neither. */
@Component
public class Audit {

    private final Sql sql;
    private final ObjectMapper json;
    private final Clock clock;
    private final List<byte[]> keys;

    public Audit(Sql sql, ObjectMapper json, Clock clock, Keys keys) {
        this.sql = sql;
        this.json = json;
        this.clock = clock;
        this.keys = keys.open("audit").keys().stream().map(Audit::digestKey).toList();
    }

    private static byte[] digestKey(KeyFile key) {
        return key.derive("audit entries");
    }

    /** Newest first; an entry holds if it fits any. */
    List<byte[]> keys() {
        return keys;
    }

    /**
     * Records one deed.
     *
     * @param action {@code module.verb}: {@code demand.accept}, {@code contact.reveal}
     * @param before what was there, as any value that can be written as JSON; never plain contacts, passwords or follow-up codes
     * @param purpose why, where the law asks for it
     */
    public void record(
            Actor actor,
            String action,
            String subjectKind,
            @Nullable UUID subjectId,
            RegionCode region,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String purpose) {
        AuditEntry entry = new AuditEntry(
                Ids.next(),
                Time.now(clock),
                actor.accountId(),
                Canonical.clean(described(actor)),
                Canonical.clean(actor.address()),
                action,
                subjectKind,
                subjectId,
                region.value(),
                canonical(before),
                canonical(after),
                purpose == null ? null : Canonical.clean(purpose));
        // One statement, one round trip: every business transaction pays for it.
        sql.of("""
                with entry as (
                    insert into audit_entry (id, at, account_id, actor, address, action, subject_kind, subject_id, region_code, before, after, purpose, digest)
                    values (:id, :at, :account, :actor, :address, :action, :subjectKind, :subject, :region, :before::jsonb, :after::jsonb, :purpose, decode(:digest, 'hex'))
                )
                insert into audit_unsealed (entry_id) values (:id)""")
                .bind("id", entry.id())
                .bind("at", entry.at())
                .bind("account", entry.accountId())
                .bind("actor", entry.actor())
                .bind("address", entry.address())
                .bind("action", entry.action())
                .bind("subjectKind", entry.subjectKind())
                .bind("subject", entry.subjectId())
                .bind("region", entry.region())
                .bind("before", entry.before())
                .bind("after", entry.after())
                .bind("purpose", entry.purpose())
                .bind("digest", entry.digest(keys.getFirst()))
                .updateLater();
    }

    /** One deed of many done together; {@code after} as in {@link #record}. */
    public record Deed(UUID subject, RegionCode region, Object after) {}

    /** Records the same deed done to many, in one statement; each has its own entry, as if done one by one. */
    public void recordAll(Actor actor, String action, String subjectKind, List<Deed> deeds) {
        Instant now = Time.now(clock);
        List<AuditEntry> entries = deeds.stream()
                .map(deed -> new AuditEntry(
                        Ids.next(),
                        now,
                        actor.accountId(),
                        Canonical.clean(described(actor)),
                        Canonical.clean(actor.address()),
                        action,
                        subjectKind,
                        deed.subject(),
                        deed.region().value(),
                        null,
                        canonical(deed.after()),
                        null))
                .toList();
        sql.of("""
                with entry as (
                    insert into audit_entry (id, at, account_id, actor, address, action, subject_kind, subject_id, region_code, after, digest)
                    select e.id, :at, :account, :actor, :address, :action, :subjectKind, e.subject, e.region, e.after::jsonb, decode(e.digest, 'hex')
                    from unnest(:ids, :subjects, :regions, :afters, :digests) as e (id, subject, region, after, digest)
                    returning id
                )
                insert into audit_unsealed (entry_id) select id from entry""")
                .bind("at", now)
                .bind("account", actor.accountId())
                .bind("actor", Canonical.clean(described(actor)))
                .bind("address", Canonical.clean(actor.address()))
                .bind("action", action)
                .bind("subjectKind", subjectKind)
                .bindIds("ids", entries.stream().map(AuditEntry::id).toList())
                .bindIds("subjects", entries.stream().map(AuditEntry::subjectId).toList())
                .bindLongs("regions", entries.stream().map(AuditEntry::region).toList())
                .bindTexts("afters", entries.stream().map(AuditEntry::after).toList())
                .bindTexts(
                        "digests",
                        entries.stream()
                                .map(entry -> entry.digest(keys.getFirst()))
                                .toList())
                .update();
    }

    /** 周敏 · community_secretary · 永安里社区: name, duty and place as they were. */
    private static String described(Actor actor) {
        return actor.name() + " · " + actor.duty().code()
                + (actor.nodeName().isEmpty() ? "" : " · " + actor.nodeName());
    }

    private @Nullable String canonical(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        JsonNode tree = json.valueToTree(value);
        return Canonical.json(tree);
    }
}
