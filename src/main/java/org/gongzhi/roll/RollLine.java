package org.gongzhi.roll;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.organization.OrganizationIntake.Newcomer;
import org.gongzhi.organization.OrganizationIntake.Told;
import org.gongzhi.sheet.SheetKind.Line;
import org.jspecify.annotations.Nullable;

/** A line of the roll: from the cells of a sheet, and to the texts that are kept until it is applied. */
final class RollLine {

    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年]?(\\d{1,2})[-/.月]?(\\d{1,2})?日?(?:[T\\s].*)?");
    private static final Pattern RUN_TOGETHER = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern COUNTED = Pattern.compile("\\d{5}(?:\\.\\d+)?");
    private static final LocalDate EXCEL_BEGINS = LocalDate.of(1899, 12, 30);
    private static final int MOST_DIGITS = 7;

    private RollLine() {}

    /** Codes are written in capitals. */
    static @Nullable String code(Line line) {
        String code = line.cell("code");
        return code == null ? null : code.toUpperCase(Locale.ROOT);
    }

    static String name(Line line) {
        return line.cellOr("name", "").replaceAll("\\s+", " ");
    }

    /** What a line is known by where it comes again. */
    static String key(Line line) {
        String code = code(line);
        return code == null ? name(line) + "@" + RollPlaces.plain(line.cellOr("place", "")) : code;
    }

    static Outcome<Told> told(Line line, Map<String, String> types, RollPlaces places) {
        String said = line.cellOr("type", "");
        String type = types.get(said);
        if (type == null) {
            return Outcome.invalid("type", RollRefusal.TYPE_UNKNOWN, said);
        }
        return places.find(line.cellOr("place", ""))
                .then(place -> day(line, "founded")
                        .then(founded -> day(line, "lasts")
                                .then(lasts -> day(line, "term")
                                        .then(term -> number(line, "fullMembers")
                                                .then(full -> number(line, "members")
                                                        .then(members -> number(line, "units")
                                                                .then(units -> founded.isEmpty()
                                                                        ? Outcome.invalid(
                                                                                "founded",
                                                                                RollRefusal.DAY_UNREADABLE,
                                                                                "")
                                                                        : Outcome.done(new Told(
                                                                                type,
                                                                                name(line),
                                                                                code(line),
                                                                                founded.get(),
                                                                                place,
                                                                                full.orElse(0),
                                                                                members.orElse(full.orElse(0)),
                                                                                units.orElse(null),
                                                                                lasts.orElse(null),
                                                                                term.orElse(null),
                                                                                line.cell("secretary"))))))))));
    }

    /** A bare month begins on its first. */
    private static Outcome<Optional<LocalDate>> day(Line line, String column) {
        String written = line.cell(column);
        if (written == null) {
            return Outcome.done(Optional.empty());
        }
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        try {
            if (COUNTED.matcher(plain).matches()) {
                return Outcome.done(Optional.of(EXCEL_BEGINS.plusDays(new BigDecimal(plain).longValue())));
            }
            for (Pattern pattern : new Pattern[] {RUN_TOGETHER, DAY}) {
                Matcher found = pattern.matcher(plain);
                if (found.matches()) {
                    String day = found.group(3);
                    return Outcome.done(Optional.of(LocalDate.of(
                            Integer.parseInt(found.group(1)),
                            Integer.parseInt(found.group(2)),
                            day == null ? 1 : Integer.parseInt(day))));
                }
            }
        } catch (DateTimeException noSuchDay) {
            return Outcome.invalid(column, RollRefusal.DAY_UNREADABLE, written);
        }
        return Outcome.invalid(column, RollRefusal.DAY_UNREADABLE, written);
    }

    private static Outcome<Optional<Integer>> number(Line line, String column) {
        String written = line.cell(column);
        if (written == null) {
            return Outcome.done(Optional.empty());
        }
        String plain = Normalizer.normalize(written, Normalizer.Form.NFKC)
                .replace(",", "")
                .replaceFirst("[.]0+$", "")
                .strip();
        return plain.matches("\\d+") && plain.length() <= MOST_DIGITS
                ? Outcome.done(Optional.of(Integer.parseInt(plain)))
                : Outcome.invalid(column, RollRefusal.NUMBER_UNREADABLE, written);
    }

    static List<@Nullable String> kept(Newcomer one) {
        List<@Nullable String> kept = new ArrayList<>();
        kept.add(one.id().toString());
        kept.add(text(one.parent()));
        kept.add(one.kind());
        kept.add(one.name());
        kept.add(one.code());
        kept.add(one.foundedOn().toString());
        kept.add(Long.toString(one.region().value()));
        kept.add(Integer.toString(one.fullMembers()));
        kept.add(Integer.toString(one.members()));
        kept.add(text(one.units()));
        kept.add(text(one.lastsUntil()));
        kept.add(text(one.termFrom()));
        kept.add(text(one.termDueOn()));
        kept.add(one.secretary());
        return kept;
    }

    static Newcomer of(List<@Nullable String> kept) {
        String parent = kept.get(1);
        String units = kept.get(9);
        return new Newcomer(
                UUID.fromString(some(kept, 0)),
                parent == null ? null : UUID.fromString(parent),
                some(kept, 2),
                some(kept, 3),
                kept.get(4),
                LocalDate.parse(some(kept, 5)),
                new RegionCode(Long.parseLong(some(kept, 6))),
                Integer.parseInt(some(kept, 7)),
                Integer.parseInt(some(kept, 8)),
                units == null ? null : Integer.valueOf(units),
                dayOrNull(kept.get(10)),
                dayOrNull(kept.get(11)),
                dayOrNull(kept.get(12)),
                kept.get(13));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable LocalDate dayOrNull(@Nullable String kept) {
        return kept == null ? null : LocalDate.parse(kept);
    }

    private static String some(List<@Nullable String> kept, int at) {
        String value = kept.get(at);
        if (value == null) {
            throw new IllegalStateException("kept line lacks value " + at);
        }
        return value;
    }
}
