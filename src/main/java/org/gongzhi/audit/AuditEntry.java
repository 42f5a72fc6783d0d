package org.gongzhi.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/** One entry as it is digested: {@code before} and {@code after} are canonical JSON. Digests and chains are hexadecimal. */
record AuditEntry(
        UUID id,
        Instant at,
        @Nullable UUID accountId,
        String actor,
        String address,
        String action,
        String subjectKind,
        @Nullable UUID subjectId,
        long region,
        @Nullable String before,
        @Nullable String after,
        @Nullable String purpose) {

    /** What the first entry is chained to. */
    static final String BEGINNING = "0".repeat(64);

    /** HMAC-SM3 over every field. A JSON array keeps the fields apart whatever they hold. */
    String digest(byte[] key) {
        var fields = JsonNodeFactory.instance.arrayNode();
        fields.add(id.toString())
                .add(at.toString())
                .add(accountId == null ? null : accountId.toString())
                .add(actor)
                .add(address)
                .add(action)
                .add(subjectKind)
                .add(subjectId == null ? null : subjectId.toString())
                .add(region)
                .add(before)
                .add(after)
                .add(purpose);
        byte[] text = Canonical.json(fields).getBytes(StandardCharsets.UTF_8);
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(text, 0, text.length);
        byte[] digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        return HexFormat.of().formatHex(digest);
    }

    /** The link after {@code previous}: SM3(previous || digest). */
    static String chained(String previous, String digest) {
        var sm3 = new SM3Digest();
        byte[] both = HexFormat.of().parseHex(previous + digest);
        sm3.update(both, 0, both.length);
        byte[] chain = new byte[sm3.getDigestSize()];
        sm3.doFinal(chain, 0);
        return HexFormat.of().formatHex(chain);
    }
}
