package org.gongzhi.roll;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.organization.OrganizationIntake;
import org.gongzhi.organization.OrganizationIntake.Told;
import org.gongzhi.roll.RollNames.Superior;
import org.gongzhi.roll.RollQueries.Known;
import org.gongzhi.sheet.SheetKind.Judge;
import org.gongzhi.sheet.SheetKind.Judged;
import org.gongzhi.sheet.SheetKind.Line;
import org.gongzhi.sheet.SheetKind.Verdict;
import org.gongzhi.sheet.SheetKind.Whole;
import org.jspecify.annotations.Nullable;

/** Judges the lines of one sheet, which name one another as superiors in any order; lines that answer to one in the sheet are of a later turn than it. */
final class RollJudge implements Judge {

    /** More than a network is high: a way up that is longer goes nowhere. */
    private static final int MOST_LEVELS = 12;

    private static final Map<String, String> COLUMNS = Map.of(
            "kind", "type",
            "foundedOn", "founded",
            "lastsUntil", "lasts",
            "termFrom", "term",
            "holder", "secretary",
            "parentId", "superior",
            "regionCode", "place");

    private final OrganizationIntake intake;
    private final RollNames names;
    private final Supplier<RollPlaces> placesOf;
    private final Supplier<Map<String, String>> typesOf;
    private final boolean saysSuperiors;

    private final Map<Integer, Outcome<Placed>> placed = new HashMap<>();
    private final Map<UUID, Integer> levels = new HashMap<>();
    private OrganizationIntake.@Nullable Reading reading;
    private @Nullable RollPlaces places;
    private Map<String, String> types = Map.of();

    /** Where a line stands in the tree once it is applied. */
    private record Placed(UUID id, String kind, int levels, long turn) {}

    RollJudge(
            OrganizationIntake intake,
            RollQueries queries,
            Supplier<RollPlaces> placesOf,
            Supplier<Map<String, String>> typesOf,
            boolean saysSuperiors,
            Whole sheet) {
        this.intake = intake;
        names = new RollNames(queries, sheet);
        this.placesOf = placesOf;
        this.typesOf = typesOf;
        this.saysSuperiors = saysSuperiors;
    }

    @Override
    public List<Judged> judge(List<Line> lines) {
        if (reading == null) {
            reading = intake.reading();
            places = placesOf.get();
            types = typesOf.get();
        }
        names.learn(lines);
        return lines.stream().map(this::judge).toList();
    }

    private Judged judge(Line line) {
        String key = RollLine.key(line);
        Outcome<Judged> judged =
                told(line).then(told -> placed(line, new LinkedHashSet<>()).then(at -> judged(line, key, told, at)));
        return switch (judged) {
            case Outcome.Done<Judged>(Judged good) -> good;
            case Outcome.Refused<Judged> refused -> Judged.wrong(line.number(), key, inSheet(refused));
        };
    }

    private Outcome<Judged> judged(Line line, String key, Told told, Placed at) {
        UUID parent = superior(line)
                .map(above -> above.map(this::idOf))
                .orElseGet(Optional::empty)
                .orElse(null);
        Known known = names.match(line, told.region());
        if (known != null) {
            return againstKnown(line, key, told, known, parent, at.turn());
        }
        return Objects.requireNonNull(reading)
                .check(at.id(), parent, told)
                .map(one -> new Judged(line.number(), key, Verdict.NEW, RollLine.kept(one), null, at.turn()));
    }

    /** Figures of one that stands may change by a sheet; whatever holds since a day is changed on its page, with the day. */
    private Outcome<Judged> againstKnown(
            Line line, String key, Told told, Known known, @Nullable UUID parent, long turn) {
        if (known.endedOn() != null) {
            return Outcome.invalid(
                    "code",
                    RollRefusal.ENDED_ALREADY,
                    known.name(),
                    known.endedOn().toString());
        }
        String other = otherwise(told, known, parent);
        if (other != null) {
            return Outcome.invalid(other, RollRefusal.OTHERWISE_REGISTERED, known.name());
        }
        boolean isSame = told.fullMembers() == known.fullMembers()
                && told.members() == known.members()
                && (told.units() == null || Objects.equals(told.units(), known.units()));
        return Objects.requireNonNull(reading)
                .check(known.id(), known.parent(), told)
                .map(one -> {
                    List<@Nullable String> kept = RollLine.kept(one);
                    kept.add(Integer.toString(known.version()));
                    return new Judged(line.number(), key, isSame ? Verdict.SAME : Verdict.CHANGED, kept, null, turn);
                });
    }

    private @Nullable String otherwise(Told told, Known known, @Nullable UUID parent) {
        if (!told.kind().equals(known.kind())) {
            return "type";
        }
        if (!String.valueOf(told.name()).equals(known.name())) {
            return "name";
        }
        if (told.code() != null && !told.code().equals(known.code())) {
            return "code";
        }
        if (!told.region().equals(known.region())) {
            return "place";
        }
        if (!told.foundedOn().equals(known.foundedOn())) {
            return "founded";
        }
        return saysSuperiors && !Objects.equals(parent, known.parent()) ? "superior" : null;
    }

    private Outcome<Told> told(Line line) {
        return RollLine.told(line, types, Objects.requireNonNull(places));
    }

    private Outcome<Placed> placed(Line line, Set<Integer> below) {
        Outcome<Placed> before = placed.get(line.number());
        if (before != null) {
            return before;
        }
        if (!below.add(line.number())) {
            return Outcome.invalid("superior", RollRefusal.RING, line.number());
        }
        if (below.size() > MOST_LEVELS) {
            return Outcome.invalid("superior", RollRefusal.SUPERIOR_WRONG, line.number());
        }
        Outcome<Placed> found = told(line)
                .then(told -> superior(line).then(above -> {
                    Known known = names.match(line, told.region());
                    UUID id = known == null ? names.id(line) : known.id();
                    return above.isEmpty()
                            ? Outcome.done(new Placed(id, told.kind(), 0, 0))
                            : under(above.get(), below)
                                    .then(upper -> Objects.requireNonNull(reading)
                                            .mayAnswerTo(told.kind(), upper.kind(), upper.levels())
                                            .map(_ -> new Placed(
                                                    id,
                                                    told.kind(),
                                                    upper.levels() + 1,
                                                    above.get().line() == null ? 0 : upper.turn() + 1)));
                }));
        if (names.isNamed(line)) {
            placed.put(line.number(), found);
        }
        return found;
    }

    private Outcome<Placed> under(Superior above, Set<Integer> below) {
        Line line = above.line();
        if (line == null) {
            Known known = Objects.requireNonNull(above.known());
            return known.endedOn() == null
                    ? Outcome.done(new Placed(
                            known.id(), known.kind(), levels.computeIfAbsent(known.id(), intake::levelsAbove), 0))
                    : Outcome.invalid("superior", RollRefusal.SUPERIOR_ENDED, known.name());
        }
        return switch (placed(line, below)) {
            case Outcome.Done<Placed> done ->
                names.match(line, told(line).orThrow().region()) == null
                                && !Objects.requireNonNull(reading)
                                        .check(
                                                done.value().id(),
                                                null,
                                                told(line).orThrow())
                                        .isDone()
                        ? Outcome.invalid("superior", RollRefusal.SUPERIOR_WRONG, line.number())
                        : done;
            case Outcome.Refused<Placed> refused ->
                refused.reason() == RollRefusal.RING
                        ? refused
                        : Outcome.invalid("superior", RollRefusal.SUPERIOR_WRONG, line.number());
        };
    }

    private Outcome<Optional<Superior>> superior(Line line) {
        return names.superior(line, Objects.requireNonNull(places));
    }

    private UUID idOf(Superior above) {
        Line line = above.line();
        return line == null
                ? Objects.requireNonNull(above.known()).id()
                : placed(line, new LinkedHashSet<>()).orThrow().id();
    }

    private static Outcome.Refused<?> inSheet(Outcome.Refused<?> refused) {
        String field = refused.field();
        return field == null ? refused : refused.about(COLUMNS.getOrDefault(field, field));
    }
}
