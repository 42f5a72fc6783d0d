package org.gongzhi.file;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The content of a file. Not copied: whoever hands it over must not change it any more. */
public final class Bytes {

    private final byte[] array;

    public Bytes(byte[] array) {
        this.array = array;
    }

    public byte[] array() {
        return array;
    }

    public int size() {
        return array.length;
    }

    public InputStream stream() {
        return new ByteArrayInputStream(array);
    }

    byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(array);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
