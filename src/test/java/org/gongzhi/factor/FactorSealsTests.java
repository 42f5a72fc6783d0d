package org.gongzhi.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.gongzhi.kernel.Keys;
import org.gongzhi.privacy.Digests;
import org.gongzhi.privacy.SealFixtures;
import org.gongzhi.privacy.SealedPlace;
import org.gongzhi.privacy.Sealing;
import org.gongzhi.support.Authenticator;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class FactorSealsTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    @Test
    void aSecretIsSealedAnewAndItsCodesGoOnBeingRight() {
        Kernel kernel = Kernel.on(database);
        Keys keys = kernel.keys();
        Sealing sealing = SealFixtures.sealing(keys);
        SecondFactors factors = new SecondFactors(kernel.sql(), sealing, new Digests(keys));
        UUID account = UUID.randomUUID();
        kernel.asOwner("insert into account (id, login, name) values ('" + account + "', 'yz1', '验证')");
        Instant now = Instant.parse("2026-11-22T02:00:00Z");
        Authenticator telephone = kernel.transactions().asWorker(SecondFactors.WORKER, () -> {
            var own = new Authenticator(factors.begin(account, "yz1", now).secret());
            assertThat(factors.activate(account, own.codeAt(now), now)).isPresent();
            factors.begin(account, "yz1", now);
            return own;
        });
        SealedPlace seals = new FactorSeals(kernel.transactions(), kernel.sql(), sealing);
        String fingerprint = SealFixtures.newKey(keys, kernel.transactions());

        assertThat(seals.code()).isEqualTo("factor");
        assertThat(seals.rows()).isEqualTo(2);
        assertThat(seals.left(fingerprint)).isEqualTo(2);
        assertThat(seals.walk(null, 1))
                .as("the one in use and the one just shown go together")
                .isEqualTo(new SealedPlace.Walked(account, 2, 2));
        assertThat(seals.walk(null, 1)).isEqualTo(new SealedPlace.Walked(account, 2, 0));
        assertThat(seals.walk(account, 1).last()).isNull();
        assertThat(seals.left(fingerprint)).isZero();
        Instant later = now.plusSeconds(60);
        assertThat(kernel.transactions()
                        .asWorker(SecondFactors.WORKER, () -> factors.prove(account, telephone.codeAt(later), later)))
                .isEqualTo(SecondFactors.Proof.RIGHT);
    }
}
