package org.gongzhi.privacy;

import org.springframework.stereotype.Component;

/** Seals whole documents that hold what people said of themselves, with the same keys as their contacts. */
@Component
public class Sealing {

    private final FieldCipher cipher;

    Sealing(FieldCipher cipher) {
        this.cipher = cipher;
    }

    /**
     * Seals for one place.
     *
     * @param place what the seal belongs to ({@code sheet/…}): it opens nowhere else
     */
    public byte[] seal(byte[] plain, String place) {
        return cipher.seal(plain, place);
    }

    /**
     * Opens what was sealed for that place.
     *
     * @throws IllegalStateException when it was changed, belongs elsewhere, or its key is not here
     */
    public byte[] open(byte[] sealed, String place) {
        return cipher.openBytes(sealed, place);
    }
}
