package org.gongzhi.staffing;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.Accounts;
import org.gongzhi.job.JobKind;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.staffing.AccountImports.Known;
import org.gongzhi.staffing.AccountImports.Row;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Carries an import out, row by row, each in a transaction of its own: whatever ends it in the middle, it goes on where it stood. */
@Component
class ApplyImport implements JobKind {

    static final String KIND = "account-import";

    private static final int TELL_EVERY = 20;

    private final StaffingPermissions permissions;
    private final AccountImports imports;
    private final Accounts accounts;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    ApplyImport(
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

    record Order(UUID importId) {}

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public JobResult run(Actor asker, JsonNode parameters, Progress progress) {
        Actor actor = permissions.reaching(asker);
        UUID id = UUID.fromString(parameters.get("importId").asString());
        List<Row> rows = transactions.read(actor, () -> imports.rows(id)).stream()
                .filter(row -> row.problem() == null)
                .toList();
        long done = 0;
        for (Row row : rows) {
            if (row.account() == null) {
                transactions
                        .write(actor, () -> Outcome.done(carryOut(actor, id, row)))
                        .orThrow();
            }
            done++;
            if (done % TELL_EVERY == 0) {
                progress.report(done, (long) rows.size(), null);
            }
        }
        progress.report(done, (long) rows.size(), null);
        return JobResult.message(transactions
                .write(actor, () -> Outcome.done(conclude(actor, id)))
                .orThrow());
    }

    private String conclude(Actor actor, UUID id) {
        boolean isFirst = imports.turn(id, "applied", Time.now(clock));
        AccountImports.Import now = imports.find(id).orElseThrow();
        if (isFirst) {
            audit.record(
                    actor,
                    "account.import",
                    "account_import",
                    id,
                    actor.node(),
                    null,
                    Map.of("rows", now.rows(), "problems", now.problems(), "made", now.made()),
                    null);
        }
        return "新建 %,d 个账号，%,d 行有问题没有导入".formatted(now.made(), now.problems());
    }

    private boolean carryOut(Actor actor, UUID id, Row row) {
        if (!imports.takeRow(id, row.line())) {
            return false;
        }
        String login = Objects.requireNonNull(row.login());
        String name = Objects.requireNonNull(row.name());
        RegionCode home = Objects.requireNonNull(row.home());
        Optional<UUID> opened = accounts.open(login, name, home);
        Optional<UUID> account = opened.or(() -> imports.known(List.of(login)).stream()
                .filter(known -> known.name().equals(name))
                .map(Known::account)
                .findFirst());
        if (account.isEmpty()) {
            return false;
        }
        opened.ifPresent(made -> audit.record(
                actor,
                "account.create",
                "account",
                made,
                home,
                null,
                Map.of("login", login, "name", name, "import", id),
                null));
        var grant = new Accounts.Grant(
                account.get(),
                Objects.requireNonNull(row.kind()),
                home,
                row.department(),
                null,
                Time.today(clock),
                null);
        Optional<UUID> duty = accounts.grant(grant, actor.account());
        duty.ifPresent(_ -> audit.record(actor, "duty.grant", "account", account.get(), home, null, grant, null));
        imports.done(id, row.line(), account.get(), duty.orElse(null), opened.isPresent());
        return true;
    }
}
