package org.gongzhi.factor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/**
 * A secret on its way into an authenticator; shown once, to its owner.
 *
 * @param secret Base32 in groups of four, for those who type it
 * @param uri {@code otpauth://}, as a link for authenticators on the same phone
 * @param drawing the same as a picture for a camera
 */
public record Enrolment(String secret, String uri, QrDrawing drawing) {

    private static final String ISSUER = "共治";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    static Enrolment of(byte[] secret, String login) {
        String typed = base32(secret);
        String uri = "otpauth://totp/" + plain(ISSUER) + ":" + plain(login) + "?secret=" + typed + "&issuer="
                + plain(ISSUER) + "&algorithm=SHA1&digits=" + OneTimeCode.DIGITS + "&period="
                + OneTimeCode.STEP.toSeconds();
        return new Enrolment(typed.replaceAll("(.{4})(?=.)", "$1 "), uri, QrDrawing.of(uri));
    }

    /** RFC 4648 §6; a secret's bits are a multiple of forty, so there is nothing to fill up. */
    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = held << 8 | (each & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(held >> bits & 0x1f));
            }
            held &= (1 << bits) - 1;
        }
        return text.toString();
    }

    private static String plain(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** Never in a log line. */
    @Override
    public String toString() {
        return "Enrolment";
    }
}
