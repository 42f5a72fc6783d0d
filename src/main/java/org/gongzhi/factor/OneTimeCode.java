package org.gongzhi.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** RFC 6238 as every authenticator speaks it: HMAC-SHA-1, steps of 30 s, six digits. */
final class OneTimeCode {

    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);

    /** RFC 6238 §5.2: a clock that is off by half a minute, and a slow hand. */
    private static final int DRIFT = 1;

    private static final int MODULUS = 1_000_000;

    private OneTimeCode() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP.toSeconds());
    }

    static String at(byte[] secret, long step) {
        byte[] mac = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(mac).getInt(offset) & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    /** The steps near {@code now} whose code this is, earliest first; none when it is wrong. */
    static LongStream steps(byte[] secret, String code, Instant now) {
        byte[] typed = code.getBytes(US_ASCII);
        return LongStream.rangeClosed(step(now) - DRIFT, step(now) + DRIFT)
                .filter(step -> MessageDigest.isEqual(at(secret, step).getBytes(US_ASCII), typed));
    }

    private static byte[] mac(byte[] secret, byte[] counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(counter);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
