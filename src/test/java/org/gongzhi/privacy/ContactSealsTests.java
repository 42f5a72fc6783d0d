package org.gongzhi.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ContactSealsTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Kernel kernel = Kernel.on(database);
    private static final Keys keys = kernel.keys();
    private static final Clock clock = Clock.system(Time.ZONE);

    private final Contacts contacts = SealFixtures.contacts(
            keys,
            kernel.transactions(),
            kernel.sql(),
            new Audit(kernel.sql(), JsonMapper.builder().build(), clock, keys),
            clock);
    private final SealedPlace seals = SealFixtures.ofContacts(keys, kernel.transactions(), kernel.sql());

    private UUID kept(@Nullable String name, @Nullable String phone) {
        return kernel.transactions()
                .write(Kernel.clerk(), () -> contacts.keep(RegionFixtures.YONGANLI_GRID_1, name, phone))
                .orThrow()
                .orElseThrow();
    }

    @Test
    void aContactIsSealedAnewByTheNewKeyAndWhatDoesNotOpenStaysAsItIs() {
        UUID whole = kept("刘桂兰", "13812345521");
        UUID nameOnly = kept("王强", null);
        UUID broken = kept("赵敏", null);
        kernel.asOwner(
                "update contact set name_sealed = overlay(name_sealed placing '\\x00' from length(name_sealed)) where id = '"
                        + broken + "'");
        String fingerprint = SealFixtures.newKey(keys, kernel.transactions());

        assertThat(seals.rows()).isEqualTo(3);
        assertThat(seals.left(fingerprint)).isEqualTo(4);
        assertThat(seals.passing(fingerprint)).isZero();
        SealedPlace.Walked first = seals.walk(null, 2);
        assertThat(first).isEqualTo(new SealedPlace.Walked(nameOnly, 2, 3));
        assertThat(seals.walk(first.last(), 2)).isEqualTo(new SealedPlace.Walked(broken, 1, 0));
        assertThat(seals.walk(broken, 2).last()).isNull();
        assertThat(seals.left(fingerprint)).as("the broken one").isEqualTo(1);
        assertThat(contacts.reveal(Kernel.clerk(), whole, RegionFixtures.YONGANLI_GRID_1, "call_back", null)
                        .orThrow())
                .isEqualTo(new Contacts.Plain("刘桂兰", "13812345521"));
        assertThat(seals.walk(null, 9).changed()).as("nothing is done twice").isZero();
    }
}
