package load;

/** The ways in which a place is looked for, each with words drawn from the tree in an order that has nothing to do with it. */
enum Places {
    NAME("name", "name"),
    FIRST_CHARACTERS("the first two characters", "left(name, 2)"),
    MIDDLE("characters from the middle of its name", "substr(name, 2, 2)"),
    ONE_CHARACTER("one character", "left(name, 1)"),
    PINYIN("pinyin", "pinyin"),
    FIRST_LETTERS("the first letters of its pinyin", "left(pinyin, 4)"),
    INITIALS("initials", "initials"),
    CODE("code", "left(code::text, 12)"),
    FIRST_DIGITS("the first digits of its code", "left(code::text, 6)"),
    TWO_WORDS("the name around it and its own", "(select p.short_name from region p where p.code = r.parent_code) || ' ' || short_name");

    private static final int WORDS = 340;

    private final String what;
    private final String drawn;

    Places(String what, String drawn) {
        this.what = what;
        this.drawn = drawn;
    }

    String what() {
        return what;
    }

    /** As SQL; more places of the upper levels than there are of all, since those are looked for more often. */
    String words() {
        return """
                select word from (
                    (select %1$s as word, md5(code::text) as at from region r where level between 3 and 4 and not is_hidden and code < 900000000000000 order by at limit %2$d)
                    union all
                    (select %1$s, md5(code::text) as at from region r where level = 5 and not is_hidden and code < 900000000000000 order by at limit %2$d)) drawn
                where word <> '' order by at""".formatted(drawn, WORDS / 2);
    }
}
