package org.gongzhi.staffing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.Accounts;
import org.gongzhi.job.Jobs;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.staffing.AccountImports.Known;
import org.gongzhi.staffing.AccountImports.Named;
import org.gongzhi.staffing.AccountImports.Row;
import org.gongzhi.staffing.PeopleSheet.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** A sheet of people: every row is checked by the rules of opening and granting one by one before anything happens, then carried out by a job. */
@Component
class ImportAccounts {

    private final StaffingPermissions permissions;
    private final AccountImports imports;
    private final StaffNames names;
    private final RegionLookup regions;
    private final Jobs jobs;
    private final Transactions transactions;
    private final Audit audit;
    private final MessageSource messages;
    private final Clock clock;

    ImportAccounts(
            StaffingPermissions permissions,
            AccountImports imports,
            StaffNames names,
            RegionLookup regions,
            Jobs jobs,
            Transactions transactions,
            Audit audit,
            MessageSource messages,
            Clock clock) {
        this.permissions = permissions;
        this.imports = imports;
        this.names = names;
        this.regions = regions;
        this.jobs = jobs;
        this.transactions = transactions;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    record Checked(UUID id) {}

    record Asked(UUID jobId) {}

    /** Everything the rows refer to, looked up at once. */
    private record Found(
            Region territory,
            Map<String, List<Named>> places,
            Map<String, List<Named>> departments,
            Map<String, Known> accounts,
            Map<String, DutyKind> duties,
            Set<String> seen,
            LocalDate today) {}

    Outcome<Checked> check(Actor actor, String fileName, List<Line> lines) {
        return transactions.write(
                actor,
                () -> permissions.mayKeepPeople(actor).map(_ -> {
                    Found found = found(actor, lines);
                    List<Row> rows =
                            lines.stream().map(line -> row(line, found)).toList();
                    UUID id = Ids.next();
                    imports.add(id, actor.node(), fileName, actor.account(), Time.now(clock), rows);
                    audit.record(
                            actor,
                            "account.import-check",
                            "account_import",
                            id,
                            actor.node(),
                            null,
                            Map.of("rows", rows.size(), "file", fileName),
                            null);
                    return new Checked(id);
                }));
    }

    /** Good rows are carried out, bad ones left; asked twice, it is done once. */
    Outcome<Asked> apply(Actor actor, UUID id) {
        return transactions.write(
                actor,
                () -> permissions
                        .mayKeepPeople(actor)
                        .then(_ -> imports.take(id)
                                .<Outcome<AccountImports.Import>>map(Outcome::done)
                                .orElseGet(() -> Outcome.refused(StaffingRefusal.IMPORT_UNKNOWN)))
                        .unless(found -> found.state().equals("checked")
                                ? Outcome.done(found)
                                : Outcome.refused(StaffingRefusal.IMPORT_DONE))
                        .unless(found -> found.rows() > found.problems()
                                ? Outcome.done(found)
                                : Outcome.refused(StaffingRefusal.IMPORT_ALL_WRONG))
                        .map(_ -> new Asked(jobs.submit(actor, ApplyImport.KIND, new ApplyImport.Order(id)))));
    }

    private Found found(Actor actor, List<Line> lines) {
        Region territory = regions.get(actor.node());
        Map<String, DutyKind> duties = new HashMap<>();
        StaffNames.KINDS.forEach(kind -> {
            duties.put(names.duty(kind), kind);
            duties.put(kind.code(), kind);
        });
        return new Found(
                territory,
                byName(imports.places(territory, column(lines, 2))),
                byName(imports.departments(territory, column(lines, 4))),
                imports
                        .known(column(lines, 0).stream()
                                .map(login -> login.toLowerCase(Locale.ROOT))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Known::login, known -> known)),
                duties,
                new HashSet<>(),
                Time.today(clock));
    }

    private static List<String> column(List<Line> lines, int column) {
        return lines.stream().map(line -> line.cells().get(column)).distinct().toList();
    }

    private static Map<String, List<Named>> byName(List<Named> found) {
        return found.stream().collect(Collectors.groupingBy(Named::name));
    }

    private Row row(Line line, Found found) {
        Outcome<Row> read = read(line, found);
        return switch (read) {
            case Outcome.Done<Row>(Row row) -> row;
            case Outcome.Refused<Row> refused ->
                new Row(
                        line.number(),
                        line.cells(),
                        messages.getMessage(
                                refused.reason().code(), refused.facts().toArray(), LocaleContextHolder.getLocale()),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        false);
        };
    }

    private Outcome<Row> read(Line line, Found found) {
        String login = line.cells().get(0).toLowerCase(Locale.ROOT);
        DutyKind kind = found.duties().get(line.cells().get(3));
        if (!OpenAccount.isLogin(login)) {
            return Outcome.refused(StaffingRefusal.LOGIN_MALFORMED);
        }
        if (!found.seen()
                .add(login + " " + line.cells().get(2) + " " + line.cells().get(3))) {
            return Outcome.refused(StaffingRefusal.ROW_TWICE);
        }
        if (kind == null) {
            return Outcome.refused(StaffingRefusal.DUTY_KIND_UNKNOWN);
        }
        return OpenAccount.name(line.cells().get(1))
                .unless(name -> isFree(found.accounts().get(login), name, found.territory())
                        ? Outcome.done(name)
                        : Outcome.refused(StaffingRefusal.LOGIN_TAKEN, login))
                .then(name -> place(line.cells().get(2), found)
                        .then(home -> department(line.cells().get(4), home, kind, found)
                                .then(department -> checked(
                                        new Row(
                                                line.number(),
                                                line.cells(),
                                                null,
                                                login,
                                                name,
                                                home.code(),
                                                kind,
                                                department.id(),
                                                null,
                                                null,
                                                false),
                                        home,
                                        found.today()))));
    }

    /** Somebody of the territory by that name is the same person: the row adds what is missing and changes nothing. */
    private static boolean isFree(@Nullable Known known, String name, Region territory) {
        return known == null || (known.name().equals(name) && known.home() != null && territory.holds(known.home()));
    }

    private Outcome<Region> place(String typed, Found found) {
        List<Named> named = found.places().getOrDefault(typed, List.of());
        RegionCode code = named.size() == 1
                ? named.getFirst().node()
                : named.isEmpty() ? RegionCode.parse(typed).orElse(null) : null;
        if (named.size() > 1) {
            return Outcome.refused(StaffingRefusal.PLACE_AMBIGUOUS, typed);
        }
        return code == null || !found.territory().holds(code)
                ? Outcome.refused(StaffingRefusal.PLACE_UNKNOWN, typed)
                : regions.find(code)
                        .<Outcome<Region>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(StaffingRefusal.PLACE_UNKNOWN, typed));
    }

    private static Outcome<Named> department(String typed, Region home, DutyKind kind, Found found) {
        var none = new Named("", home.code(), null);
        if (typed.isEmpty() && kind != DutyKind.DEPARTMENT_HANDLER) {
            return Outcome.done(none);
        }
        return found.departments().getOrDefault(typed, List.of()).stream()
                .filter(department -> department.node().equals(home.code()))
                .findFirst()
                .<Outcome<Named>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(StaffingRefusal.DEPARTMENT_NOT_HERE, home.name()));
    }

    private Outcome<Row> checked(Row row, Region home, LocalDate today) {
        DutyKind kind = java.util.Objects.requireNonNull(row.kind());
        var grant = new Accounts.Grant(new UUID(0, 0), kind, home.code(), row.department(), null, today, null);
        return DutyPolicy.check(grant, home, names.duty(kind), today)
                .then(_ -> DutyPolicy.needsASecondPerson(kind, home)
                        ? Outcome.refused(StaffingRefusal.NEEDS_CONFIRMATION, names.duty(kind))
                        : Outcome.done(row));
    }
}
