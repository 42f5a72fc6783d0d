package org.gongzhi.sheet;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.Sealing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Sheets that were brought, sealed, with how far each is. */
@Repository
class SheetImports {

    /** As long as the sheet itself is kept: for taking errors back and for going on. What became of its lines stays. */
    static final Duration KEPT = Duration.ofDays(90);

    /** All but the sheet itself, which may have many megabytes and is wanted by few. */
    private static final String ROW = """
            select id, kind, region_code, person, name, bytes, heading_line, headings, mapping, state, job_id, content is not null as has_content, line_count,
                   new_count, changed_count, same_count, wrong_count, applied_turn, applied_to, applied_count, undone_count, kept_count, created_at, checked_at, applied_at,
                   undone_at
            from sheet_import""";

    private static final int LATEST = 50;

    private final Transactions transactions;
    private final Sql sql;
    private final Sealing sealing;
    private final ObjectMapper json;
    private final Clock clock;

    SheetImports(Transactions transactions, Sql sql, Sealing sealing, ObjectMapper json, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.sealing = sealing;
        this.json = json;
        this.clock = clock;
    }

    /** A sheet as it was sent, sealed before the transaction begins. */
    @SuppressWarnings("ArrayRecordComponent")
    record Sent(
            UUID id,
            String kind,
            String name,
            long bytes,
            byte[] sha256,
            byte[] content,
            byte[] sample,
            SheetHead head) {}

    Sent sealed(String kind, String name, byte[] content, byte[] sha256, SheetHead head) {
        UUID id = Ids.next();
        return new Sent(
                id,
                kind,
                name,
                content.length,
                sha256,
                sealing.seal(content, place(id)),
                sealing.seal(json.writeValueAsBytes(head.sample()), samplePlace(id)),
                head);
    }

    static String place(UUID id) {
        return "sheet/" + id;
    }

    static String samplePlace(UUID id) {
        return "sheet/" + id + "/sample";
    }

    void add(Actor actor, Sent sent) {
        sql.of("""
                insert into sheet_import (id, kind, region_code, account_id, person, name, bytes, sha256, content, sample, headings, heading_line, state, created_at)
                values (:id, :kind, :region, :account, :person, :name, :bytes, :sha256, :content, :sample, :headings, :line, 'uploaded', :now)""")
                .bind("id", sent.id())
                .bind("kind", sent.kind())
                .bind("region", actor.node())
                .bind("account", actor.account())
                .bind("person", actor.name())
                .bind("name", sent.name())
                .bind("bytes", sent.bytes())
                .bind("sha256", sent.sha256())
                .bind("content", sent.content())
                .bind("sample", sent.sample())
                .bindTexts("headings", sent.head().headings())
                .bind("line", sent.head().line())
                .bind("now", Time.now(clock))
                .update();
    }

    /** Of the actor's own node. */
    Optional<SheetImport> find(Actor actor, UUID id) {
        return sql.of(ROW + " where id = :id and region_code = :node")
                .bind("id", id)
                .bind("node", actor.node())
                .optional(this::row);
    }

    /** The same, held until the transaction ends. */
    Optional<SheetImport> lock(Actor actor, UUID id) {
        return sql.of(ROW + " where id = :id and region_code = :node for update")
                .bind("id", id)
                .bind("node", actor.node())
                .optional(this::row);
    }

    List<SheetImport> latest(Actor actor, String kind) {
        return sql.of(ROW + " where region_code = :node and kind = :kind order by created_at desc, id desc limit :most")
                .bind("node", actor.node())
                .bind("kind", kind)
                .bind("most", LATEST)
                .list(this::row);
    }

    /** The sheet itself; empty once swept. */
    Optional<byte[]> content(UUID id) {
        return sql.of("select content from sheet_import where id = :id and content is not null")
                .bind("id", id)
                .optional(row -> sealing.open(row.bytes("content"), place(id)));
    }

    List<List<String>> sample(UUID id) {
        return sql.of("select sample from sheet_import where id = :id and sample is not null")
                .bind("id", id)
                .optional(row -> sealing.open(row.bytes("sample"), samplePlace(id)))
                .map(bytes -> json.readValue(bytes, new TypeReference<List<List<String>>>() {}))
                .orElse(List.of());
    }

    void order(UUID id, SheetMapping mapping) {
        sql.of("update sheet_import set mapping = :mapping::jsonb where id = :id")
                .bind("id", id)
                .bind("mapping", json.writeValueAsString(mapping))
                .update();
    }

    void working(UUID id, String state, UUID job) {
        sql.of("update sheet_import set state = :state, job_id = :job where id = :id")
                .bind("id", id)
                .bind("state", state)
                .bind("job", job)
                .update();
    }

    /** What came of judging all lines, of which none is applied that is not judged as known. After a dry run the sheet waits for its word. */
    void judged(UUID id, SheetRows.Tally tally, boolean isDryRun) {
        sql.of("""
                update sheet_import set line_count = :lines, new_count = :fresh, changed_count = :changed, same_count = :same, wrong_count = :wrong,
                    applied_turn = 0, applied_to = 0,
                    state = case when :dryRun then 'checked' else state end, checked_at = :now
                where id = :id""")
                .bind("id", id)
                .bind("lines", tally.lines())
                .bind("fresh", tally.fresh())
                .bind("changed", tally.changed())
                .bind("same", tally.same())
                .bind("wrong", tally.wrong())
                .bind("dryRun", isDryRun)
                .bind("now", Time.now(clock))
                .update();
    }

    void applied(UUID id, SheetKind.Judged last, int more) {
        sql.of(
                        "update sheet_import set applied_turn = :turn, applied_to = :to, applied_count = applied_count + :more where id = :id")
                .bind("id", id)
                .bind("turn", last.turn())
                .bind("to", last.line())
                .bind("more", more)
                .update();
    }

    void allApplied(UUID id) {
        sql.of("update sheet_import set state = 'applied', applied_at = :now where id = :id")
                .bind("id", id)
                .bind("now", Time.now(clock))
                .update();
    }

    void takenBack(UUID id, int more) {
        sql.of("update sheet_import set undone_count = undone_count + :more where id = :id")
                .bind("id", id)
                .bind("more", more)
                .update();
    }

    void allTakenBack(UUID id, int kept) {
        sql.of("update sheet_import set state = 'undone', undone_at = :now, kept_count = :kept where id = :id")
                .bind("id", id)
                .bind("kept", kept)
                .bind("now", Time.now(clock))
                .update();
    }

    void becomes(UUID id, String state) {
        sql.of("update sheet_import set state = :state where id = :id")
                .bind("id", id)
                .bind("state", state)
                .update();
    }

    /** Throws away sheets that nobody needs any more; their names and figures stay. */
    int sweep() {
        return transactions.asWorker(
                "sweep",
                () -> sql.of(
                                "update sheet_import set content = null, sample = null where content is not null and created_at < :before")
                        .bind("before", Time.now(clock).minus(KEPT))
                        .update());
    }

    private SheetImport row(Sql.Row row) throws java.sql.SQLException {
        return new SheetImport(
                row.id("id"),
                row.text("kind"),
                row.region("region_code"),
                row.text("person"),
                row.text("name"),
                row.number("bytes"),
                row.whole("heading_line"),
                row.texts("headings"),
                mapping(row.textOrNull("mapping")),
                row.text("state"),
                row.idOrNull("job_id"),
                row.yes("has_content"),
                new SheetImport.Counts(
                        row.whole("line_count"),
                        row.whole("new_count"),
                        row.whole("changed_count"),
                        row.whole("same_count"),
                        row.whole("wrong_count"),
                        row.number("applied_turn"),
                        row.whole("applied_to"),
                        row.whole("applied_count"),
                        row.whole("undone_count"),
                        row.whole("kept_count")),
                row.at("created_at"),
                row.atOrNull("checked_at"),
                row.atOrNull("applied_at"),
                row.atOrNull("undone_at"));
    }

    private @Nullable SheetMapping mapping(@Nullable String text) {
        return text == null ? null : json.readValue(text, SheetMapping.class);
    }
}
