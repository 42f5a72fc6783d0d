package org.gongzhi.staffing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.staffing.AccountImports.Row;
import org.springframework.stereotype.Component;

/** Takes an import back: its duties end, its accounts are disabled. All of it or nothing: once somebody entered one of them, it stays. */
@Component
class UndoImport {

    private final StaffingPermissions permissions;
    private final AccountImports imports;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    UndoImport(
            StaffingPermissions permissions,
            AccountImports imports,
            Accounts accounts,
            Transactions transactions,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.imports = imports;
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    record Undone(UUID id, int accounts) {}

    Outcome<Undone> undo(Actor actor, UUID id) {
        return transactions.write(
                actor,
                () -> permissions
                        .mayKeepPeople(actor)
                        .then(_ -> imports.take(id)
                                .<Outcome<AccountImports.Import>>map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(StaffingRefusal.IMPORT_UNKNOWN)))
                        .unless(found -> found.state().equals("applied")
                                ? Outcome.done(found)
                                : Outcome.refused(StaffingRefusal.IMPORT_NOT_APPLIED))
                        .then(_ -> untouched(imports.rows(id)))
                        .map(rows -> takeBack(actor, id, rows)));
    }

    private Outcome<List<Row>> untouched(List<Row> rows) {
        List<Row> made = rows.stream().filter(row -> row.account() != null).toList();
        List<String> touched = made.stream()
                .filter(row -> row.isNew() && row.account() != null && imports.isTouched(row.account(), row.duty()))
                .map(row -> row.login() == null ? "" : row.login())
                .toList();
        return touched.isEmpty()
                ? Outcome.done(made)
                : Outcome.refused(StaffingRefusal.IMPORT_TOUCHED, touched.size(), touched.getFirst());
    }

    private Undone takeBack(Actor actor, UUID id, List<Row> rows) {
        int disabled = 0;
        for (Row row : rows) {
            UUID account = row.account();
            if (account != null && row.duty() != null) {
                accounts.endDuty(row.duty(), account, Time.today(clock), actor.account(), Time.now(clock));
            }
            if (account != null && row.isNew()) {
                accounts.setActive(account, false);
                disabled++;
            }
        }
        imports.turn(id, "undone", Time.now(clock));
        audit.record(
                actor,
                "account.import-undo",
                "account_import",
                id,
                actor.node(),
                null,
                Map.of("accounts", disabled),
                null);
        return new Undone(id, disabled);
    }
}
