package org.gongzhi.dictionary;

import java.util.Locale;
import org.gongzhi.kernel.Refusal;

/** Why a kind or reason is not taken. */
enum DictionaryRefusal implements Refusal {
    KEY_UNKNOWN,
    CLASS_UNKNOWN,
    NAME_MISSING,
    /** {0}: the name. */
    NAME_TAKEN,
    PARENT_WRONG,
    /** {0}: what it is. */
    POSITION_OUT_OF_RANGE,
    /** {0}: at most, {1}: is. */
    TEXT_TOO_LONG,
    /** {0}: what was sent. */
    VERB_UNKNOWN;

    @Override
    public String code() {
        return "dictionary." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
