package org.gongzhi.sheet;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.springframework.stereotype.Component;

/** A sheet is brought: looked into, sealed and kept, nothing of it imported yet. */
@Component
class UploadSheet {

    private static final int LONGEST_NAME = 120;

    private final SheetKinds kinds;
    private final SheetImports imports;
    private final Transactions transactions;
    private final Audit audit;

    UploadSheet(SheetKinds kinds, SheetImports imports, Transactions transactions, Audit audit) {
        this.kinds = kinds;
        this.imports = imports;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What can be said of a sheet before anything is written: takes time, and no connection while it reads. */
    Outcome<SheetImports.Sent> look(Actor actor, String kindCode, String fileName, byte[] content) {
        return kinds.allowed(actor, kindCode).then(kind -> {
            String name = Words.tidy(fileName).replace('\n', ' ');
            if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
                return Outcome.invalid("name", SheetRefusal.NAME_MISSING, LONGEST_NAME);
            }
            if (content.length == 0) {
                return Outcome.invalid("file", SheetRefusal.EMPTY);
            }
            if (content.length > SheetReader.MOST_BYTES) {
                return Outcome.invalid("file", SheetRefusal.TOO_LARGE, SheetReader.MOST_BYTES / 1024 / 1024);
            }
            return SheetHead.of(content, transactions.read(actor, () -> kind.columns(actor)))
                    .map(head -> imports.sealed(kind.code(), name, content, sha256(content), head));
        });
    }

    Outcome<SheetImport> upload(Actor actor, SheetImports.Sent sent) {
        return transactions.write(actor, () -> {
            imports.add(actor, sent);
            audit.record(
                    actor,
                    "sheet.upload",
                    "sheet_import",
                    sent.id(),
                    actor.node(),
                    null,
                    Map.of(
                            "kind",
                            sent.kind(),
                            "name",
                            sent.name(),
                            "bytes",
                            sent.bytes(),
                            "sha256",
                            hex(sent.sha256())),
                    null);
            return Outcome.done(imports.find(actor, sent.id()).orElseThrow());
        });
    }

    static String hex(byte[] bytes) {
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
