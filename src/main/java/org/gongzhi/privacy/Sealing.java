package org.gongzhi.privacy;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Seals whole documents that hold what people said of themselves, with the same keys as their contacts. */
@Component
public class Sealing {

    private static final Logger LOG = LoggerFactory.getLogger(Sealing.class);

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

    /** Of the key that seals now: bytes 2 to 5 of every seal it makes. */
    public String fingerprint() {
        return cipher.fingerprint();
    }

    /**
     * Seals anew what another key sealed; a seal of the key that seals now stays as it is.
     *
     * @return the seal to keep; null when this one does not open
     */
    public byte @Nullable [] anew(byte[] sealed, String place) {
        try {
            return FieldCipher.fingerprintOf(sealed).equals(cipher.fingerprint())
                    ? sealed
                    : cipher.seal(cipher.openBytes(sealed, place), place);
        } catch (IllegalStateException unreadable) {
            LOG.error("A seal for {} cannot be sealed anew: {}", place, unreadable.getMessage());
            return null;
        }
    }
}
