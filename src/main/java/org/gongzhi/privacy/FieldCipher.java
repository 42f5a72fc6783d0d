package org.gongzhi.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.gongzhi.kernel.KeyFile;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.LiveKeys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals single fields: cipher (1 byte) || key fingerprint (4) || nonce (12) || GCM text and tag. The place a seal belongs to is authenticated with it, so a seal
 * copied into another row does not open there.
 */
@Component
class FieldCipher {

    private static final int FINGERPRINT = 4;
    private static final int NONCE = 12;
    private static final int HEAD = 1 + FINGERPRINT + NONCE;
    private static final int TAG_BITS = 128;

    private final LiveKeys keys;
    private final SealingCipher sealing;
    private final SecureRandom random = new SecureRandom();

    @Autowired
    FieldCipher(Keys keys, @Value("${gongzhi.privacy.cipher:sm4}") String cipher) {
        this(keys.live("contact"), SealingCipher.valueOf(cipher.toUpperCase(Locale.ROOT)));
    }

    FieldCipher(LiveKeys keys, SealingCipher sealing) {
        this.keys = keys;
        this.sealing = sealing;
    }

    byte[] seal(String plain, String place) {
        return seal(plain.getBytes(UTF_8), place);
    }

    byte[] seal(byte[] plain, String place) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        KeyFile key = keys.current();
        byte[] sealed = run(true, sealing, key, nonce, plain, place);
        return ByteBuffer.allocate(HEAD + sealed.length)
                .put(sealing.mark())
                .put(HexFormat.of().parseHex(key.fingerprint()))
                .put(nonce)
                .put(sealed)
                .array();
    }

    String open(byte[] sealed, String place) {
        return new String(openBytes(sealed, place), UTF_8);
    }

    byte[] openBytes(byte[] sealed, String place) {
        if (sealed.length <= HEAD) {
            throw new IllegalStateException("not a seal");
        }
        SealingCipher cipher = Arrays.stream(SealingCipher.values())
                .filter(known -> known.mark() == sealed[0])
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("sealed with an unknown cipher"));
        String fingerprint = fingerprintOf(sealed);
        KeyFile key = keys.find(fingerprint)
                .orElseThrow(() -> new IllegalStateException("sealed with key " + fingerprint + ", which is not here"));
        byte[] nonce = Arrays.copyOfRange(sealed, 1 + FINGERPRINT, HEAD);
        byte[] text = Arrays.copyOfRange(sealed, HEAD, sealed.length);
        return run(false, cipher, key, nonce, text, place);
    }

    /** The key a seal was made with. */
    static String fingerprintOf(byte[] sealed) {
        return HexFormat.of().formatHex(sealed, 1, 1 + FINGERPRINT);
    }

    /** The key that seals now. */
    String fingerprint() {
        return keys.current().fingerprint();
    }

    private static byte[] run(
            boolean isSealing, SealingCipher cipher, KeyFile key, byte[] nonce, byte[] input, String place) {
        GCMModeCipher gcm = GCMBlockCipher.newInstance(cipher.engine());
        gcm.init(
                isSealing,
                new AEADParameters(new KeyParameter(cipher.keyFrom(key)), TAG_BITS, nonce, place.getBytes(UTF_8)));
        byte[] output = new byte[gcm.getOutputSize(input.length)];
        int written = gcm.processBytes(input, 0, input.length, output, 0);
        try {
            written += gcm.doFinal(output, written);
        } catch (InvalidCipherTextException changed) {
            throw new IllegalStateException("a seal was changed or belongs elsewhere", changed);
        }
        return Arrays.copyOf(output, written);
    }
}
