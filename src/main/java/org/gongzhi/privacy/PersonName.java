package org.gongzhi.privacy;

import java.text.Normalizer;
import org.gongzhi.kernel.Outcome;

/** How someone wants to be called: 刘桂兰, 3号楼王阿姨, Anna O'Neill, 阿依古丽·买买提, 𠮷野. */
record PersonName(String text) {

    private static final int MOST = 30;
    private static final String JOINTS = " ·•・.-'’()（）、";

    static Outcome<PersonName> of(String written) {
        String text = Normalizer.normalize(written.strip(), Normalizer.Form.NFC).replaceAll("\\s+", " ");
        int length = text.codePointCount(0, text.length());
        if (length > MOST) {
            return Outcome.invalid("name", PrivacyRefusal.NAME_LENGTH, MOST, length);
        }
        boolean isReadable = text.codePoints().allMatch(PersonName::mayStand)
                && text.codePoints().anyMatch(Character::isLetter);
        return isReadable ? Outcome.done(new PersonName(text)) : Outcome.invalid("name", PrivacyRefusal.NAME_LETTERS);
    }

    private static boolean mayStand(int point) {
        return Character.isLetterOrDigit(point)
                || Character.getType(point) == Character.NON_SPACING_MARK
                || Character.getType(point) == Character.COMBINING_SPACING_MARK
                || JOINTS.indexOf(point) >= 0;
    }

    /** 刘＊＊: the first character, whatever the length, which would tell too. */
    String masked() {
        return new String(Character.toChars(text.codePointAt(0))) + "＊＊";
    }
}
