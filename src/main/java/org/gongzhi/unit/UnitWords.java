package org.gongzhi.unit;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Words;
import org.gongzhi.unit.Unit.Premises;
import org.gongzhi.unit.Unit.Told;
import org.jspecify.annotations.Nullable;

/** What is typed about a unit, as it is kept; the first thing wrong is what is said. */
final class UnitWords {

    static final int LONGEST_NAME = 100;
    static final int LONGEST_ADDRESS = 200;
    static final int LONGEST_WHY = 300;
    static final int MOST_PEOPLE = 10_000_000;
    static final int MOST_MEMBERS = 1_000_000;
    private static final int SHORTEST_NAME = 2;
    private static final Pattern PHONE = Pattern.compile("[0-9+-]{5,20}");
    /** Of the country, in degrees. */
    private static final double WEST = 73;

    private static final double EAST = 136;
    private static final double SOUTH = 3;
    private static final double NORTH = 54;

    private UnitWords() {}

    /** As it was typed; days are days already. */
    record Typed(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable String industry,
            @Nullable Integer people,
            @Nullable Integer members,
            @Nullable LocalDate membersOn,
            @Nullable LocalDate openedOn,
            @Nullable String phone) {}

    static Outcome<Told> told(
            Typed typed,
            Map<String, UnitDictionary.Kind> kinds,
            Map<String, UnitDictionary.Industry> industries,
            LocalDate today) {
        UnitDictionary.Kind kind = kinds.get(String.valueOf(typed.kind()));
        if (kind == null) {
            return Outcome.invalid("kind", UnitRefusal.KIND_UNKNOWN);
        }
        String industry = Words.tidy(typed.industry());
        if (!industry.isEmpty() && !industries.containsKey(industry)) {
            return Outcome.invalid("industry", UnitRefusal.INDUSTRY_UNKNOWN, industry);
        }
        return name(typed.name())
                .then(name -> creditCode(typed.creditCode(), kind)
                        .then(code -> phone(typed.phone())
                                .unless(_ -> figures(typed, today))
                                .map(phone -> new Told(
                                        kind.code(),
                                        name,
                                        code.orElse(null),
                                        industry.isEmpty() ? null : industry,
                                        typed.people(),
                                        typed.members(),
                                        typed.members() == null ? null : typed.membersOn(),
                                        typed.openedOn(),
                                        phone.orElse(null)))));
    }

    static Outcome<String> name(@Nullable String typed) {
        String name = Words.tidy(typed).replaceAll("\\s+", " ");
        int length = length(name);
        return length < SHORTEST_NAME || length > LONGEST_NAME
                ? Outcome.invalid("name", UnitRefusal.NAME_WRONG, SHORTEST_NAME, LONGEST_NAME, length)
                : Outcome.done(name);
    }

    private static Outcome<Optional<String>> creditCode(@Nullable String typed, UnitDictionary.Kind kind) {
        if (Words.tidy(typed).isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        return kind.isSite()
                ? Outcome.invalid("creditCode", UnitRefusal.CODE_NOT_FOR_SITES, kind.name())
                : CreditCode.read(typed).map(Optional::of);
    }

    private static Outcome<Optional<String>> phone(@Nullable String typed) {
        String phone = Words.tidy(typed).replaceAll("[\\s()（）]", "").replace('－', '-');
        if (phone.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        return PHONE.matcher(phone).matches()
                ? Outcome.done(Optional.of(phone))
                : Outcome.invalid("phone", UnitRefusal.PHONE_WRONG);
    }

    private static Outcome<Boolean> figures(Typed typed, LocalDate today) {
        Integer people = typed.people();
        if (people != null && (people < 0 || people > MOST_PEOPLE)) {
            return Outcome.invalid("people", UnitRefusal.PEOPLE_WRONG, MOST_PEOPLE);
        }
        Integer members = typed.members();
        if (members != null && (members < 0 || members > MOST_MEMBERS || (people != null && members > people))) {
            return Outcome.invalid("members", UnitRefusal.MEMBERS_WRONG);
        }
        if (members != null && typed.membersOn() == null) {
            return Outcome.invalid("membersOn", UnitRefusal.MEMBERS_DAY_MISSING);
        }
        if (isToCome(typed.membersOn(), today)) {
            return Outcome.invalid("membersOn", UnitRefusal.DAY_TO_COME);
        }
        return isToCome(typed.openedOn(), today)
                ? Outcome.invalid("openedOn", UnitRefusal.DAY_TO_COME)
                : Outcome.done(true);
    }

    private static boolean isToCome(@Nullable LocalDate day, LocalDate today) {
        return day != null && day.isAfter(today);
    }

    static Outcome<Premises> premises(
            RegionCode region, @Nullable String typed, @Nullable Double lng, @Nullable Double lat) {
        String address = Words.tidy(typed).replaceAll("\\s+", " ");
        if (length(address) > LONGEST_ADDRESS) {
            return Outcome.invalid("address", UnitRefusal.ADDRESS_WRONG, LONGEST_ADDRESS);
        }
        boolean isPoint =
                lng == null ? lat == null : lat != null && lng >= WEST && lng <= EAST && lat >= SOUTH && lat <= NORTH;
        return isPoint
                ? Outcome.done(new Premises(region, address.isEmpty() ? null : address, lng, lat))
                : Outcome.invalid("lng", UnitRefusal.POINT_WRONG);
    }

    /** The document a change rests on, or the reason. */
    static Outcome<String> why(@Nullable String typed) {
        String why = Words.tidy(typed);
        return why.isEmpty() || length(why) > LONGEST_WHY
                ? Outcome.invalid("why", UnitRefusal.WHY_MISSING, LONGEST_WHY)
                : Outcome.done(why);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
