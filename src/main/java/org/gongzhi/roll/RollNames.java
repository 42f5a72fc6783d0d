package org.gongzhi.roll;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.roll.RollQueries.Known;
import org.gongzhi.sheet.SheetKind.Line;
import org.gongzhi.sheet.SheetKind.Whole;
import org.jspecify.annotations.Nullable;

/** Who is meant by the codes and names in a sheet: another of its lines, or one that stands. Of the whole sheet only those lines are remembered that others name. */
final class RollNames {

    private final RollQueries queries;
    private final Set<String> named = new HashSet<>();
    private final Map<String, Line> byCode = new HashMap<>();
    private final Map<String, List<Line>> byName = new HashMap<>();
    private final Map<Integer, UUID> ids = new HashMap<>();
    private final Map<String, Known> knownByCode = new HashMap<>();
    private final Map<String, List<Known>> knownByName = new HashMap<>();
    private boolean hasLearntSuperiors;

    /** One that a line answers to: another line, or one that stands. */
    record Superior(@Nullable Line line, @Nullable Known known) {}

    RollNames(RollQueries queries, Whole sheet) {
        this.queries = queries;
        sheet.each(line -> {
            if (line.cell("superior") != null) {
                named.add(line.cellOr("superior", ""));
            }
        });
        Set<String> codes = new HashSet<>();
        named.forEach(text -> codes.add(text.toUpperCase(Locale.ROOT)));
        sheet.each(line -> {
            String code = RollLine.code(line);
            if (code != null && codes.contains(code)) {
                byCode.putIfAbsent(code, line);
                ids.put(line.number(), Ids.next());
            }
            if (named.contains(RollLine.name(line))) {
                byName.computeIfAbsent(RollLine.name(line), _ -> new ArrayList<>())
                        .add(line);
                ids.put(line.number(), Ids.next());
            }
        });
    }

    /** Asks who stands that these lines may mean, the first time also whom any line of the sheet names; in a transaction. */
    void learn(List<Line> lines) {
        List<Line> asked = new ArrayList<>(lines);
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        if (!hasLearntSuperiors) {
            asked.addAll(byCode.values());
            byName.values().forEach(asked::addAll);
            named.forEach(text -> codes.add(text.toUpperCase(Locale.ROOT)));
            names.addAll(named);
            hasLearntSuperiors = true;
        }
        for (Line line : asked) {
            String code = RollLine.code(line);
            if (code != null) {
                codes.add(code);
            }
            names.add(RollLine.name(line));
        }
        codes.removeAll(knownByCode.keySet());
        names.removeAll(knownByName.keySet());
        knownByCode.putAll(queries.coded(codes));
        queries.called(names)
                .forEach(one -> knownByName
                        .computeIfAbsent(one.name(), _ -> new ArrayList<>())
                        .add(one));
    }

    /** Whether another line may mean this one. */
    boolean isNamed(Line line) {
        return ids.containsKey(line.number());
    }

    /** Of a new one: the same each time for one that is named. */
    UUID id(Line line) {
        UUID known = ids.get(line.number());
        return known == null ? Ids.next() : known;
    }

    /** By code before by name, in the sheet before elsewhere; null: it answers to nobody. What is called like several is never guessed. */
    Outcome<Optional<Superior>> superior(Line line, RollPlaces places) {
        String text = line.cell("superior");
        if (text == null) {
            return Outcome.done(Optional.empty());
        }
        String code = text.toUpperCase(Locale.ROOT);
        if (byCode.containsKey(code)) {
            return Outcome.done(Optional.of(new Superior(byCode.get(code), null)));
        }
        if (knownByCode.containsKey(code)) {
            return Outcome.done(Optional.of(new Superior(null, knownByCode.get(code))));
        }
        List<Superior> found = new ArrayList<>();
        Set<UUID> matched = new HashSet<>();
        for (Line each : byName.getOrDefault(text, List.of())) {
            found.add(new Superior(each, null));
            places.find(each.cellOr("place", ""))
                    .map(place -> Optional.ofNullable(match(each, place)))
                    .orElseGet(Optional::empty)
                    .ifPresent(known -> matched.add(known.id()));
        }
        knownByName.getOrDefault(text, List.of()).stream()
                .filter(known -> !matched.contains(known.id()))
                .forEach(known -> found.add(new Superior(null, known)));
        if (found.size() > 1) {
            return Outcome.invalid("superior", RollRefusal.SUPERIOR_AMBIGUOUS, text, found.size());
        }
        return found.isEmpty()
                ? Outcome.invalid("superior", RollRefusal.SUPERIOR_UNKNOWN, text)
                : Outcome.done(Optional.of(found.getFirst()));
    }

    /** The one that stands and that the line means: by its code, else by its name at its place. */
    @Nullable
    Known match(Line line, RegionCode place) {
        String code = RollLine.code(line);
        Known coded = code == null ? null : knownByCode.get(code);
        if (coded != null) {
            return coded;
        }
        return knownByName.getOrDefault(RollLine.name(line), List.of()).stream()
                .filter(known -> known.region().equals(place))
                .findFirst()
                .orElse(null);
    }
}
