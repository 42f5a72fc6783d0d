package org.gongzhi.entitlement;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a reporter may ask for. */
public enum EntitlementKind {
    /** 查阅, art. 45. */
    ACCESS("查阅"),
    /** 复制, art. 45. */
    COPY("复制"),
    /** 更正、补充, art. 46. */
    CORRECT("更正"),
    /** 删除, art. 47. */
    DELETE("删除");

    private final String inRecords;

    EntitlementKind(String inRecords) {
        this.inRecords = inRecords;
    }

    String inRecords() {
        return inRecords;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<EntitlementKind> of(@Nullable String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
