package org.gongzhi.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Signs time and text together, so that neither can be changed, nor an old message sent again later. */
final class Signature {

    private Signature() {}

    /** {@code t=1763769600,v1=…}: hexadecimal HMAC of "time.text", the secret's UTF-8 bytes being the key. */
    static String of(String algorithm, String secret, Instant at, String text) {
        Digest digest = algorithm.equals("hmac-sm3") ? new SM3Digest() : new SHA256Digest();
        HMac mac = new HMac(digest);
        mac.init(new KeyParameter(secret.getBytes(StandardCharsets.UTF_8)));
        byte[] signed = (at.getEpochSecond() + "." + text).getBytes(StandardCharsets.UTF_8);
        mac.update(signed, 0, signed.length);
        byte[] result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(result);
    }
}
