package org.gongzhi.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.UUID;
import org.gongzhi.kernel.Keys;
import org.gongzhi.privacy.SealFixtures;
import org.gongzhi.privacy.SealedPlace;
import org.gongzhi.privacy.Sealing;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SheetSealsTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    @Test
    void aSheetIsSealedAnewAndLinesThatWaitAreWaitedFor() {
        Kernel kernel = Kernel.on(database);
        Keys keys = kernel.keys();
        Sealing sealing = SealFixtures.sealing(keys);
        UUID account = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        kernel.asOwner("insert into account (id, login, name) values ('" + account + "', 'bg1', '周敏')");
        kernel.asOwner(
                "insert into sheet_import (id, kind, region_code, account_id, person, name, bytes, sha256, content, sample, headings, heading_line, state, created_at) values ('"
                        + id + "', 'hotline', " + RegionFixtures.YONGANLI.value() + ", '" + account
                        + "', '周敏', 'a.csv', 3, '\\x00', '\\x"
                        + hex(sealing, "a,b", SheetImports.place(id)) + "', '\\x"
                        + hex(sealing, "[]", SheetImports.samplePlace(id)) + "', '{}', 1, 'checked', now())");
        kernel.asOwner("insert into sheet_row (import_id, line, key, verdict, kept) values ('" + id
                + "', 2, 'k', 'new', array['plain', '" + hex(sealing, "刘桂兰", "contact/x/name") + "'])");
        SealedPlace seals = new SheetSeals(kernel.transactions(), kernel.sql(), sealing);
        String fingerprint = SealFixtures.newKey(keys, kernel.transactions());

        assertThat(seals.rows()).isEqualTo(1);
        assertThat(seals.left(fingerprint)).isEqualTo(2);
        assertThat(seals.passing(fingerprint)).isEqualTo(1);
        assertThat(seals.walk(null, 10)).isEqualTo(new SealedPlace.Walked(id, 1, 2));
        assertThat(seals.walk(id, 10).last()).isNull();
        assertThat(seals.left(fingerprint)).isZero();
        byte[] content = kernel.transactions()
                .asWorker(
                        "keys",
                        () -> kernel.sql()
                                .of("select content from sheet_import")
                                .one(row -> row.bytes("content")));
        assertThat(new String(sealing.open(content, SheetImports.place(id)), UTF_8))
                .isEqualTo("a,b");
    }

    private static String hex(Sealing sealing, String words, String place) {
        return HexFormat.of().formatHex(sealing.seal(words.getBytes(UTF_8), place));
    }
}
