package org.gongzhi.sheet;

import java.util.Locale;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Finds the kind of a sheet, and the sheet a job is about. */
@Component
class SheetKinds {

    /** What every job on a sheet is told. */
    record Task(UUID importId) {
        static UUID of(JsonNode parameters) {
            return UUID.fromString(parameters.get("importId").asString());
        }
    }

    private final ObjectProvider<SheetKind> kinds;
    private final Transactions transactions;
    private final SheetImports imports;
    private final MessageSource messages;

    SheetKinds(
            ObjectProvider<SheetKind> kinds, Transactions transactions, SheetImports imports, MessageSource messages) {
        this.kinds = kinds;
        this.transactions = transactions;
        this.imports = imports;
        this.messages = messages;
    }

    Outcome<SheetKind> named(String code) {
        return kinds.stream()
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .<Outcome<SheetKind>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("kind", SheetRefusal.KIND_UNKNOWN));
    }

    /** The kind, if this person may bring such sheets. */
    Outcome<SheetKind> allowed(Actor actor, String code) {
        return named(code).unless(kind -> kind.mayImport(actor));
    }

    /** So many of what a sheet brings, in the word such are counted by. */
    String counted(SheetKind kind, long count) {
        return said(kind, "counted", count);
    }

    /** So many that an import brought cannot be taken back, and why. */
    String kept(SheetKind kind, long count) {
        return said(kind, "kept", count);
    }

    private String said(SheetKind kind, String what, long count) {
        return messages.getMessage(kind.code() + "." + what, new Object[] {count}, Locale.SIMPLIFIED_CHINESE);
    }

    SheetImport sheet(Actor actor, JsonNode parameters) {
        UUID id = Task.of(parameters);
        return transactions
                .read(actor, () -> imports.find(actor, id))
                .orElseThrow(() -> new IllegalStateException("import " + id + " is not " + actor.nodeName() + "'s"));
    }

    /** Works on a sheet; when the work breaks off, for whatever reason, the sheet may be worked on again, and the reason goes on. */
    <T> T during(Actor actor, UUID id, String state, String otherwise, java.util.function.Supplier<T> work) {
        become(actor, id, state);
        try {
            return work.get();
        } catch (RuntimeException broken) {
            become(actor, id, otherwise);
            throw broken;
        }
    }

    private void become(Actor actor, UUID id, String state) {
        transactions.write(actor, () -> {
            imports.becomes(id, state);
            return Outcome.done(true);
        });
    }
}
