package org.gongzhi.staffing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.staffing.AccountImports.Row;
import org.gongzhi.staffing.PeopleSheet.Line;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** 账号导入: form, check, carrying out, taking back. */
@RestController
@RequestMapping("/api/account-imports")
class ImportController {

    private static final int MOST_SHOWN = 200;

    private final ImportAccounts importAccounts;
    private final UndoImport undoImport;
    private final AccountImports imports;
    private final StaffingPermissions permissions;
    private final StaffNames names;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;

    ImportController(
            ImportAccounts importAccounts,
            UndoImport undoImport,
            AccountImports imports,
            StaffingPermissions permissions,
            StaffNames names,
            Transactions transactions,
            Commands commands,
            Answers answers) {
        this.importAccounts = importAccounts;
        this.undoImport = undoImport;
        this.imports = imports;
        this.permissions = permissions;
        this.names = names;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
    }

    record ImportRow(
            UUID id,
            String fileName,
            @OneOf({"checked", "applied", "undone"}) String state,
            String uploader,
            Instant uploadedAt,
            @Nullable Instant appliedAt,
            @Nullable Instant undoneAt,
            long rows,
            long problems,
            long made) {}

    record ImportProblem(int line, List<String> cells, String problem) {}

    /** @param problems the first of them; the sheet has all */
    record ImportPage(ImportRow summary, List<String> columns, List<ImportProblem> problems) {}

    /** Empty, with what may stand in it. */
    @GetMapping("/form")
    Answer<byte[]> form(@CurrentActor Actor actor) {
        return permissions.mayKeepPeople(actor) instanceof Outcome.Refused<Actor> refused
                ? answers.refused(refused)
                : sheet(
                        "账号导入模板.xlsx",
                        PeopleSheet.form(
                                StaffNames.KINDS.stream().map(names::duty).toList()));
    }

    @PostMapping
    Answer.Created<ImportAccounts.Checked> check(
            @CurrentActor Actor actor, HttpServletRequest request, @RequestParam MultipartFile file)
            throws IOException {
        Actor keeper = permissions.reaching(actor);
        byte[] content = file.getBytes();
        // Read before the transaction begins, so that no connection waits for a sheet.
        Outcome<List<Line>> lines = PeopleSheet.read(content);
        String name =
                Optional.ofNullable(file.getOriginalFilename()).map(Words::tidy).orElse("");
        String kept = name.length() > 200 ? name.substring(0, 200) : name;
        return commands.created(
                keeper,
                request,
                List.of(kept, Arrays.hashCode(content)),
                () -> lines.then(read -> importAccounts.check(keeper, kept, read)));
    }

    @GetMapping
    Answer<Items<ImportRow>> list(@CurrentActor Actor actor) {
        Actor reader = permissions.reaching(actor);
        return answers.of(permissions
                .mayKeepPeople(actor)
                .map(_ -> new Items<>(transactions.read(reader, imports::latest).stream()
                        .map(ImportController::row)
                        .toList())));
    }

    @GetMapping("/{id}")
    Answer<ImportPage> page(@CurrentActor Actor actor, @PathVariable UUID id) {
        Actor reader = permissions.reaching(actor);
        return answers.of(found(actor, reader, id)
                .map(found -> new ImportPage(
                        row(found),
                        PeopleSheet.COLUMNS,
                        wrong(reader, id).stream()
                                .limit(MOST_SHOWN)
                                .map(each -> new ImportProblem(
                                        each.line(), each.cells(), each.problem() == null ? "" : each.problem()))
                                .toList())));
    }

    /** The wrong rows as they were typed, with what is wrong in the last column: corrected, it can be imported as it is. */
    @GetMapping("/{id}/problems")
    Answer<byte[]> problems(@CurrentActor Actor actor, @PathVariable UUID id) {
        Actor reader = permissions.reaching(actor);
        if (found(actor, reader, id) instanceof Outcome.Refused<AccountImports.Import> refused) {
            return answers.refused(refused);
        }
        List<Row> wrong = wrong(reader, id);
        return sheet(
                "账号导入-问题.xlsx",
                PeopleSheet.problems(
                        wrong.stream()
                                .map(row -> new Line(row.line(), row.cells()))
                                .toList(),
                        wrong.stream()
                                .map(row -> row.problem() == null ? "" : row.problem())
                                .toList()));
    }

    private List<Row> wrong(Actor reader, UUID id) {
        return transactions.read(reader, () -> imports.rows(id)).stream()
                .filter(row -> row.problem() != null)
                .toList();
    }

    private Outcome<AccountImports.Import> found(Actor actor, Actor reader, UUID id) {
        return permissions
                .mayKeepPeople(actor)
                .then(_ -> transactions
                        .read(reader, () -> imports.find(id))
                        .<Outcome<AccountImports.Import>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(StaffingRefusal.IMPORT_UNKNOWN)));
    }

    @PostMapping("/{id}/application")
    Answer.Accepted<ImportAccounts.Asked> apply(
            @CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.accepted(keeper, request, null, () -> importAccounts.apply(keeper, id));
    }

    @PostMapping("/{id}/undoing")
    Answer.Changed<UndoImport.Undone> undo(
            @CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.run(keeper, request, null, () -> undoImport.undo(keeper, id));
    }

    private static ImportRow row(AccountImports.Import found) {
        return new ImportRow(
                found.id(),
                found.fileName(),
                found.state(),
                found.uploader(),
                found.uploadedAt(),
                found.appliedAt(),
                found.undoneAt(),
                found.rows(),
                found.problems(),
                found.made());
    }

    private static Answer<byte[]> sheet(String name, byte[] content) {
        return Answer.of(ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(PeopleSheet.MEDIA_TYPE))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content));
    }
}
