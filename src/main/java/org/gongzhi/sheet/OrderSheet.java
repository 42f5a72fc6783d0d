package org.gongzhi.sheet;

import java.util.UUID;
import org.gongzhi.job.Jobs;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is to be done with a sheet that was brought: check it, import it, take it back. Each is done by a job. */
@Component
class OrderSheet {

    private static final int LONGEST_NAME = 30;

    private final SheetKinds kinds;
    private final SheetImports imports;
    private final SheetMappings mappings;
    private final Jobs jobs;
    private final Transactions transactions;

    OrderSheet(SheetKinds kinds, SheetImports imports, SheetMappings mappings, Jobs jobs, Transactions transactions) {
        this.kinds = kinds;
        this.imports = imports;
        this.mappings = mappings;
        this.jobs = jobs;
        this.transactions = transactions;
    }

    /** The dry run, with these columns; kept under a name where one is given. */
    Outcome<UUID> check(Actor actor, UUID id, SheetMapping mapping, @Nullable String keptAs) {
        String name = Words.tidy(keptAs);
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Outcome.invalid("saveAs", SheetRefusal.MAPPING_NAME, LONGEST_NAME);
        }
        return transactions.write(
                actor,
                () -> held(actor, id)
                        .then(SheetImport::mayCheck)
                        .then(sheet -> kinds.allowed(actor, sheet.kind())
                                .then(kind -> SheetMapping.checked(mapping, kind.columns(actor), sheet.headings())
                                        .unless(_ -> kind.checked(
                                                actor,
                                                new SheetKind.Order(
                                                        id,
                                                        sheet.name(),
                                                        mapping.columns().keySet(),
                                                        mapping.words(),
                                                        mapping.options()))))
                                .map(valid -> {
                                    imports.order(id, valid);
                                    if (!name.isEmpty()) {
                                        mappings.keep(actor, sheet.kind(), name, valid);
                                    }
                                    return begin(actor, id, CheckSheetJob.KIND, "checking");
                                })));
    }

    Outcome<UUID> apply(Actor actor, UUID id) {
        return transactions.write(
                actor,
                () -> held(actor, id)
                        .then(SheetImport::mayApply)
                        .unless(sheet -> kinds.allowed(actor, sheet.kind()))
                        .map(_ -> begin(actor, id, ApplySheetJob.KIND, "applying")));
    }

    Outcome<UUID> undo(Actor actor, UUID id) {
        return transactions.write(
                actor,
                () -> held(actor, id)
                        .then(SheetImport::mayUndo)
                        .unless(sheet -> kinds.allowed(actor, sheet.kind()))
                        .map(_ -> begin(actor, id, UndoSheetJob.KIND, "undoing")));
    }

    private UUID begin(Actor actor, UUID id, String kind, String state) {
        UUID job = jobs.submit(actor, kind, new SheetKinds.Task(id));
        imports.working(id, state, job);
        return job;
    }

    private Outcome<SheetImport> held(Actor actor, UUID id) {
        return imports.lock(actor, id)
                .<Outcome<SheetImport>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(SheetRefusal.UNKNOWN));
    }
}
