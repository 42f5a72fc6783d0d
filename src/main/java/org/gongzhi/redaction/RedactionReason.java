package org.gongzhi.redaction;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why something is covered; records name it in Chinese. */
enum RedactionReason {
    PRIVACY("他人隐私"),
    NUMBER("证件、电话、车牌等号码"),
    MINOR("未成年人"),
    UNPROVEN("点名指责，未经查实"),
    ABUSE("辱骂"),
    SECRET("国家秘密或商业秘密"),
    OTHER("其他");

    private final String inRecords;

    RedactionReason(String inRecords) {
        this.inRecords = inRecords;
    }

    String inRecords() {
        return inRecords;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<RedactionReason> of(@Nullable String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code().equals(code))
                .findFirst();
    }
}
