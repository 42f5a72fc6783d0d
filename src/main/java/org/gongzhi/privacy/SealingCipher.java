package org.gongzhi.privacy;

import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.gongzhi.kernel.KeyFile;

/** The two block ciphers a field may be sealed with; the mark is the first byte of a seal and never changes its meaning. */
enum SealingCipher {
    SM4((byte) 1, 16),
    AES((byte) 2, 32);

    private final byte mark;
    private final int keyBytes;

    SealingCipher(byte mark, int keyBytes) {
        this.mark = mark;
        this.keyBytes = keyBytes;
    }

    byte mark() {
        return mark;
    }

    BlockCipher engine() {
        return switch (this) {
            case SM4 -> new SM4Engine();
            case AES -> AESEngine.newInstance();
        };
    }

    /** Each cipher has a key of its own, both from the one file. */
    byte[] keyFrom(KeyFile key) {
        return java.util.Arrays.copyOf(key.derive("field " + name()), keyBytes);
    }
}
