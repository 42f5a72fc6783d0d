package org.gongzhi.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A database role and its password. */
record Login(String role, String password) {

    /**
     * The login of another role whose password follows from this one's. Several nodes that share one database thus agree without exchanging or storing anything,
     * and who learns the weaker password cannot work back to the stronger.
     */
    Login derived(String otherRole) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] code = mac.doFinal(("gongzhi database role " + otherRole).getBytes(StandardCharsets.UTF_8));
            return new Login(otherRole, HexFormat.of().formatHex(code));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "Login[" + role + "]";
    }
}
