package org.gongzhi.kernel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** One secret of this installation: 32 random bytes in a file that only its owner may read, never in the database. */
public final class KeyFile {

    private static final int BYTES = 32;

    private final byte[] secret;
    private final String fingerprint;

    KeyFile(byte[] secret) {
        this.secret = secret.clone();
        this.fingerprint = HexFormat.of().formatHex(derive("fingerprint"), 0, 4);
    }

    static KeyFile read(Path file) {
        try {
            String text = Files.readString(file, UTF_8).strip();
            if (text.length() != 2 * BYTES) {
                throw damaged(file);
            }
            return new KeyFile(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException | java.nio.charset.MalformedInputException notHex) {
            throw damaged(file);
        } catch (IOException e) {
            throw new UnusableKeys(
                    "密钥文件读不出来 The key file cannot be read: " + file.toAbsolutePath() + " (" + e + ")",
                    "请让运行本系统的用户可以读这个文件。Let the user that runs Gongzhi read it.");
        }
    }

    private static UnusableKeys damaged(Path file) {
        return new UnusableKeys(
                "密钥文件已损坏 The key file is damaged: " + file.toAbsolutePath()
                        + "（应为 64 位十六进制 expected 64 hexadecimal digits）",
                "请从备份恢复这个文件；不要删除它，否则已加密的联系方式再也读不出来。"
                        + "Restore it from a backup; do not delete it: what was encrypted with it could never be read again.");
    }

    static KeyFile create(Path file) {
        KeyFile key = random();
        key.write(file);
        return key;
    }

    static KeyFile random() {
        byte[] secret = new byte[BYTES];
        new SecureRandom().nextBytes(secret);
        return new KeyFile(secret);
    }

    /** Written beside its place, forced to disk, then moved: a crash leaves either no key or a whole one. */
    void write(Path file) {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        boolean isPosix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        try {
            Files.deleteIfExists(unfinished);
            var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = isPosix
                    ? FileChannel.open(
                            unfinished,
                            options,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : FileChannel.open(unfinished, options)) {
                channel.write(US_ASCII.encode(HexFormat.of().formatHex(secret) + "\n"));
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The key file " + file.toAbsolutePath() + " cannot be written", e);
        }
    }

    /** The secret itself, only to be sealed for another node. */
    byte[] secret() {
        return secret.clone();
    }

    /** Tells keys apart without telling anything about them: 8 hexadecimal digits. */
    public String fingerprint() {
        return fingerprint;
    }

    /** A key of 32 bytes for one use: HMAC-SM3 of the use's name; who learns one use's key learns no other's. */
    public byte[] derive(String use) {
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(secret));
        byte[] name = use.getBytes(UTF_8);
        mac.update(name, 0, name.length);
        byte[] key = new byte[mac.getMacSize()];
        mac.doFinal(key, 0);
        return key;
    }
}
