package org.gongzhi.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ContactsTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Kernel kernel = Kernel.on(database);
    private static final Keys keys = kernel.keys();
    private static final Clock clock = Clock.system(Time.ZONE);
    private static final Audit audit =
            new Audit(kernel.sql(), JsonMapper.builder().build(), clock, keys);

    private final Contacts contacts = contacts(new FieldCipher(keys, "sm4"));
    private final Actor clerk = Kernel.clerk();

    private static Contacts contacts(FieldCipher cipher) {
        return new Contacts(kernel.transactions(), kernel.sql(), cipher, audit, clock);
    }

    private UUID kept(@Nullable String name, @Nullable String phone) {
        return kernel.transactions()
                .write(clerk, () -> contacts.keep(RegionFixtures.YONGANLI_GRID_1, name, phone))
                .orThrow()
                .orElseThrow();
    }

    private Outcome<Contacts.Plain> revealed(Actor actor, UUID id, String purpose, @Nullable String words) {
        return contacts.reveal(actor, id, RegionFixtures.YONGANLI_GRID_1, purpose, words);
    }

    @Test
    void aKeptContactIsShownMaskedAndOpenedForAPurpose() {
        UUID id = kept("刘桂兰", "138 1234 5521");

        assertThat(kernel.transactions().read(clerk, () -> contacts.masked(id)))
                .contains(new Contacts.Masked("刘＊＊", "138＊＊＊＊5521"));
        assertThat(revealed(clerk, id, "call_back", null))
                .isEqualTo(Outcome.done(new Contacts.Plain("刘桂兰", "13812345521")));
    }

    @Test
    void noPlainTextReachesTheDatabase() {
        UUID id = kept("刘桂兰", "13812345521");

        int rows = kernel.asOwner("update contact set created_at = created_at where id = '" + id
                + "' and (encode(name_sealed, 'hex') like '%"
                + java.util.HexFormat.of().formatHex("刘桂兰".getBytes(StandardCharsets.UTF_8))
                + "%' or encode(phone_sealed, 'hex') like '%"
                + java.util.HexFormat.of().formatHex("13812345521".getBytes(StandardCharsets.UTF_8)) + "%')");

        assertThat(rows).isZero();
    }

    @Test
    void aLookIsWrittenWithItsPurposeAndAudited() {
        UUID id = kept("刘桂兰", null);
        revealed(clerk, id, "other", " 确认门牌 ").orThrow();

        assertThat(kernel.transactions().read(clerk, () -> contacts.looks(id)))
                .singleElement()
                .satisfies(look -> {
                    assertThat(look.looker()).isEqualTo("周敏");
                    assertThat(look.purpose()).isEqualTo("other");
                    assertThat(look.words()).isEqualTo("确认门牌");
                });
        assertThat(kernel.asOwner(
                        "update audit_unsealed set entry_id = entry_id where entry_id in (select id from audit_entry where subject_id = '"
                                + id + "' and action = 'contact.reveal' and purpose = 'other')"))
                .isEqualTo(1);
    }

    @Test
    void withoutAPurposeNothingOpensAndNothingIsWritten() {
        UUID id = kept("刘桂兰", null);

        assertThat(revealed(clerk, id, "curiosity", null))
                .isEqualTo(Outcome.invalid("purpose", PrivacyRefusal.PURPOSE_MISSING));
        assertThat(revealed(clerk, id, "other", " "))
                .isEqualTo(Outcome.invalid("words", PrivacyRefusal.PURPOSE_WORDS_MISSING));
        assertThat(revealed(clerk, id, "other", "字".repeat(201)))
                .isEqualTo(Outcome.invalid("words", PrivacyRefusal.PURPOSE_WORDS_LONG, 200, 201));
        assertThat(kernel.transactions().read(clerk, () -> contacts.looks(id))).isEmpty();
    }

    @Test
    void aContactOfTheCommunityNextDoorDoesNotExist() {
        UUID id = kept("刘桂兰", "13812345521");

        assertThat(revealed(Kernel.neighbour(), id, "call_back", null))
                .isEqualTo(Outcome.refused(PrivacyRefusal.CONTACT_UNKNOWN));
        assertThat(kernel.transactions().read(Kernel.neighbour(), () -> contacts.masked(id)))
                .isEmpty();
    }

    @Test
    void nothingGivenIsNothingKeptAndNonsenseIsRefusedBeforeItIs() {
        assertThat(kernel.transactions().write(clerk, () -> contacts.keep(RegionFixtures.YONGANLI, " ", "")))
                .isEqualTo(Outcome.done(Optional.empty()));
        assertThat(kernel.transactions().write(clerk, () -> contacts.keep(RegionFixtures.YONGANLI, "刘", "123")))
                .isEqualTo(Outcome.invalid("phone", PrivacyRefusal.PHONE_LENGTH, 3));
        assertThat(Contacts.check("<b>", null)).isEqualTo(Outcome.invalid("name", PrivacyRefusal.NAME_LETTERS));
    }

    @Test
    void aSealMovedToAnotherPersonDoesNotOpen() {
        UUID from = kept("刘桂兰", "13812345521");
        UUID to = kept("王强", "13900000000");
        kernel.asOwner("update contact set phone_sealed = (select phone_sealed from contact where id = '" + from
                + "') where id = '" + to + "'");

        assertThatThrownBy(() -> revealed(clerk, to, "call_back", null)).hasMessageContaining("changed or belongs");
    }

    @Test
    void eitherCipherOpensWhatTheOtherSealed() {
        FieldCipher sm4 = new FieldCipher(keys, "sm4");
        FieldCipher aes = new FieldCipher(keys, "aes");

        assertThat(sm4.open(aes.seal("𠮷野", "p"), "p")).isEqualTo("𠮷野");
        assertThat(aes.open(sm4.seal("𠮷野", "p"), "p")).isEqualTo("𠮷野");
        assertThat(sm4.seal("a", "p")).isNotEqualTo(sm4.seal("a", "p"));
    }

    @Test
    void whatIsNoSealOfOursIsRefused() {
        FieldCipher cipher = new FieldCipher(keys, "sm4");
        byte[] sealed = cipher.seal("a", "p");
        byte[] otherCipher = sealed.clone();
        otherCipher[0] = 9;
        byte[] otherKey = sealed.clone();
        otherKey[1]++;

        assertThatThrownBy(() -> cipher.open(new byte[3], "p")).hasMessageContaining("not a seal");
        assertThatThrownBy(() -> cipher.open(otherCipher, "p")).hasMessageContaining("unknown cipher");
        assertThatThrownBy(() -> cipher.open(otherKey, "p")).hasMessageContaining("not here");
    }

    @Test
    void digestsKeepPartsAndUsesApart() {
        Digests digests = new Digests(keys);
        byte[] ab = "ab".getBytes(StandardCharsets.UTF_8);
        byte[] c = "c".getBytes(StandardCharsets.UTF_8);
        byte[] a = "a".getBytes(StandardCharsets.UTF_8);
        byte[] bc = "bc".getBytes(StandardCharsets.UTF_8);

        assertThat(digests.keyed("x", ab, c)).hasSize(32).isNotEqualTo(digests.keyed("x", a, bc));
        assertThat(digests.keyed("x", ab)).isNotEqualTo(digests.keyed("y", ab));
        assertThat(digests.codeDigest("7K4P92MXQ3")).isEqualTo(new Digests(keys).codeDigest("7K4P92MXQ3"));
    }

    @Test
    void whatNobodyCanReadAnyMoreIsForgottenAllTheSame() {
        UUID id = kept("刘桂兰", "13812345521");
        kernel.asOwner("update contact set name_sealed = '\\x00' where id = '" + id + "'");

        assertThat(kernel.transactions()
                        .write(clerk, () -> Outcome.done(contacts.forget(List.of(id))))
                        .orThrow())
                .containsExactly(new Contacts.Plain(null, "13812345521"));
        assertThat(kernel.transactions().read(clerk, () -> contacts.masked(id)))
                .contains(new Contacts.Masked(null, null));
    }
}
