package org.gongzhi.staffing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Imports of people and their rows. */
@Component
class AccountImports {

    private static final int LATEST = 30;

    private final Sql sql;

    AccountImports(Sql sql) {
        this.sql = sql;
    }

    record Import(
            UUID id,
            String fileName,
            String state,
            String uploader,
            Instant uploadedAt,
            @Nullable Instant appliedAt,
            @Nullable Instant undoneAt,
            long rows,
            long problems,
            long made) {}

    /** @param problem null when the rest is there */
    record Row(
            int line,
            List<String> cells,
            @Nullable String problem,
            @Nullable String login,
            @Nullable String name,
            @Nullable RegionCode home,
            @Nullable DutyKind kind,
            @Nullable UUID department,
            @Nullable UUID account,
            @Nullable UUID duty,
            boolean isNew) {}

    /** What the sheet calls a place or a department, looked up once for all rows. */
    record Named(String name, RegionCode node, @Nullable UUID id) {}

    record Known(
            String login,
            UUID account,
            String name,
            @Nullable RegionCode home) {}

    void add(UUID id, RegionCode node, String fileName, UUID by, Instant now, List<Row> rows) {
        sql.of("""
                        insert into account_import (id, region_code, file_name, uploaded_by, uploaded_at) values (:id, :node, :file, :by, :now)""")
                .bind("id", id)
                .bind("node", node)
                .bind("file", fileName)
                .bind("by", by)
                .bind("now", now)
                .update();
        for (Row row : rows) {
            sql.of("""
                            insert into account_import_row (import_id, line, region_code, cells, problem, login, name, home_code, kind, department_id)
                            values (:id, :line, :node, :cells, :problem, :login, :name, cast(:home as bigint), :kind, cast(:department as uuid))""")
                    .bind("id", id)
                    .bind("line", row.line())
                    .bind("node", node)
                    .bindTexts("cells", row.cells())
                    .bind("problem", row.problem())
                    .bind("login", row.login())
                    .bind("name", row.name())
                    .bind("home", row.home())
                    .bind("kind", row.kind())
                    .bind("department", row.department())
                    .update();
        }
    }

    List<Import> latest() {
        return list(null);
    }

    Optional<Import> find(UUID id) {
        return list(id).stream().findFirst();
    }

    /** Locked until the transaction ends, so that it is carried out or taken back once. */
    Optional<Import> take(UUID id) {
        sql.of("select id from account_import where id = :id for update")
                .bind("id", id)
                .list(row -> row.id("id"));
        return find(id);
    }

    private List<Import> list(@Nullable UUID id) {
        return sql.of("""
                        select i.id, i.file_name, i.state, a.name as uploader, i.uploaded_at, i.applied_at, i.undone_at,
                               count(r.line) as rows, count(r.problem) as problems, count(*) filter (where r.is_new) as made
                          from account_import i join account a on a.id = i.uploaded_by left join account_import_row r on r.import_id = i.id
                         where (:id::uuid is null or i.id = :id)
                         group by i.id, a.name order by i.uploaded_at desc, i.id desc limit :limit""")
                .bind("id", id)
                .bind("limit", LATEST)
                .list(row -> new Import(
                        row.id("id"),
                        row.text("file_name"),
                        row.text("state"),
                        row.text("uploader"),
                        row.at("uploaded_at"),
                        row.atOrNull("applied_at"),
                        row.atOrNull("undone_at"),
                        row.number("rows"),
                        row.number("problems"),
                        row.number("made")));
    }

    List<Row> rows(UUID id) {
        return sql.of("""
                        select line, cells, problem, login, name, home_code, kind, department_id, account_id, duty_id, is_new
                          from account_import_row where import_id = :id order by line""")
                .bind("id", id)
                .list(row -> new Row(
                        row.whole("line"),
                        row.texts("cells"),
                        row.textOrNull("problem"),
                        row.textOrNull("login"),
                        row.textOrNull("name"),
                        row.regionOrNull("home_code"),
                        Optional.ofNullable(row.textOrNull("kind"))
                                .map(DutyKind::of)
                                .orElse(null),
                        row.idOrNull("department_id"),
                        row.idOrNull("account_id"),
                        row.idOrNull("duty_id"),
                        row.yes("is_new")));
    }

    /** Locked until the transaction ends; false when it was carried out already, by this run or by another that was thought dead. */
    boolean takeRow(UUID id, int line) {
        return sql.of("""
                        select account_id is null as is_open from account_import_row where import_id = :id and line = :line for update""").bind("id", id).bind("line", line).one(row -> row.yes("is_open"));
    }

    void done(UUID id, int line, UUID account, @Nullable UUID duty, boolean isNew) {
        sql.of("""
                        update account_import_row set account_id = :account, duty_id = cast(:duty as uuid), is_new = :isNew
                         where import_id = :id and line = :line""")
                .bind("account", account)
                .bind("duty", duty)
                .bind("isNew", isNew)
                .bind("id", id)
                .bind("line", line)
                .update();
    }

    /** False when it was applied, or taken back, before. */
    boolean turn(UUID id, String state, Instant now) {
        return sql.of("""
                        update account_import set state = :state, applied_at = case when :state = 'applied' then :now else applied_at end,
                                                  undone_at = case when :state = 'undone' then :now else undone_at end
                         where id = :id and (:state <> 'applied' or state = 'checked')""").bind("state", state).bind("now", now).bind("id", id).update() == 1;
    }

    /** Places of the territory by their names; a name that several carry comes several times. */
    List<Named> places(Region territory, List<String> names) {
        return sql.of("select name, code from region where name = any (:names) and code >= :from and code < :to")
                .bindTexts("names", names)
                .bind("from", territory.code())
                .bind("to", territory.to())
                .list(row -> new Named(row.text("name"), row.region("code"), null));
    }

    List<Named> departments(Region territory, List<String> names) {
        return sql.of("""
                        select name, region_code, id from department
                         where name = any (:names) and is_active and region_code >= :from and region_code < :to""")
                .bindTexts("names", names)
                .bind("from", territory.code())
                .bind("to", territory.to())
                .list(row -> new Named(row.text("name"), row.region("region_code"), row.id("id")));
    }

    List<Known> known(List<String> logins) {
        return sql.of("select login, id, name, home_code from account where login = any (:logins)")
                .bindTexts("logins", logins)
                .list(row ->
                        new Known(row.text("login"), row.id("id"), row.text("name"), row.regionOrNull("home_code")));
    }

    /** Somebody has entered the account, or was given something else since. */
    boolean isTouched(UUID account, @Nullable UUID duty) {
        return sql.of("""
                        select exists (select from duty where account_id = :account and id is distinct from cast(:duty as uuid))
                               or exists (select from audit_entry where subject_kind = 'account' and subject_id = :account and action = 'account.password-reset') as found""").bind("account", account).bind("duty", duty).one(row -> row.yes("found"));
    }
}
