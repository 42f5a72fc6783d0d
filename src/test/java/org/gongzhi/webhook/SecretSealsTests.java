package org.gongzhi.webhook;

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

class SecretSealsTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    @Test
    void theSecretOfAnEndpointIsSealedAnewAndStillSigns() {
        Kernel kernel = Kernel.on(database);
        Keys keys = kernel.keys();
        Sealing sealing = SealFixtures.sealing(keys);
        RegionFixtures.plant(database.owner());
        UUID account = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        kernel.asOwner("insert into account (id, login, name) values ('" + account + "', 'xt1', '系统')");
        kernel.asOwner(
                "insert into webhook_endpoint (id, region_code, name, url, events, algorithm, secret, created_by, created_at) values ('"
                        + id + "', " + RegionFixtures.CHAOYANG.value()
                        + ", '一网', 'https://a.test', '{demand.raised}', 'hmac-sm3', '\\x"
                        + HexFormat.of().formatHex(sealing.seal("whsec_1".getBytes(UTF_8), "webhook/" + id)) + "', '"
                        + account + "', now())");
        SealedPlace seals = new SecretSeals(kernel.transactions(), kernel.sql(), sealing);
        String fingerprint = SealFixtures.newKey(keys, kernel.transactions());

        assertThat(seals.rows()).isEqualTo(1);
        assertThat(seals.left(fingerprint)).isEqualTo(1);
        assertThat(seals.walk(null, 10)).isEqualTo(new SealedPlace.Walked(id, 1, 1));
        assertThat(seals.walk(null, 10)).isEqualTo(new SealedPlace.Walked(id, 1, 0));
        assertThat(seals.left(fingerprint)).isZero();
        byte[] secret = kernel.transactions()
                .asWorker(
                        "webhook",
                        () -> kernel.sql()
                                .of("select secret from webhook_endpoint")
                                .one(row -> row.bytes("secret")));
        assertThat(new String(sealing.open(secret, "webhook/" + id), UTF_8)).isEqualTo("whsec_1");
    }
}
