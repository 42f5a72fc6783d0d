package org.gongzhi.support;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator on a telephone, made from RFC 4648, RFC 4226 and RFC 6238 and from nothing of the product. */
public final class Authenticator {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_SECONDS = 30;

    private final byte[] secret;

    /** @param typed the secret as people type it, in letters with or without blanks */
    public Authenticator(String typed) {
        var bytes = new ByteArrayOutputStream();
        int held = 0;
        int bits = 0;
        for (char letter : typed.replace(" ", "").toCharArray()) {
            held = (held << 5) | LETTERS.indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write((held >> bits) & 0xff);
                held &= (1 << bits) - 1;
            }
        }
        this.secret = bytes.toByteArray();
    }

    /** What it shows now. */
    public String code() {
        return code(0);
    }

    /** What it will show so many steps from now. */
    public String code(int stepsAhead) {
        return codeAt(Instant.now().plusSeconds(stepsAhead * STEP_SECONDS));
    }

    public String codeAt(Instant when) {
        long step = Math.floorDiv(when.getEpochSecond(), STEP_SECONDS);
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] digest = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int place = digest[19] & 0xf;
            int truncated = ByteBuffer.wrap(digest, place, 4).getInt() & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%06d", truncated % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
