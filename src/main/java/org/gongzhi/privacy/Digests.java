package org.gongzhi.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.gongzhi.kernel.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Digests that only this installation can compute (HMAC-SM3), for things that are looked up but must not be stored. */
@Component
public class Digests {

    private final byte[] key;

    @Autowired
    public Digests(Keys keys) {
        // Lookups go by the one current key: unlike a seal, a digest cannot be tried with an older one. So this key is
        // not to be changed.
        this.key = keys.open("digest").current().derive("digests");
    }

    /** Under which a follow-up code is stored; the code as its owner module normalizes it. 32 bytes. */
    public byte[] codeDigest(String code) {
        return keyed("follow-up code", code.getBytes(UTF_8));
    }

    /** Of the parts in their order; parts stay apart ("ab","c" differs from "a","bc"), and so do uses. 32 bytes. */
    public byte[] keyed(String use, byte[]... parts) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        feed(mac, use.getBytes(UTF_8));
        for (byte[] part : parts) {
            feed(mac, part);
        }
        byte[] digest = new byte[mac.getMacSize()];
        mac.doFinal(digest, 0);
        return digest;
    }

    private static void feed(HMac mac, byte[] part) {
        byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array();
        mac.update(length, 0, length.length);
        mac.update(part, 0, part.length);
    }
}
