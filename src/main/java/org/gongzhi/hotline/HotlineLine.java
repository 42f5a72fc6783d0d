package org.gongzhi.hotline;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.privacy.Contacts;
import org.gongzhi.question.Answered;
import org.gongzhi.sheet.SheetKind;
import org.jspecify.annotations.Nullable;

/**
 * A case of the hotline, read and found good.
 *
 * @param demand what it will be, or has become
 * @param digest of all that the sheet says of it
 */
record HotlineLine(
        UUID demand,
        String number,
        RegionCode region,
        String kind,
        Instant calledAt,
        @Nullable Instant dueAt,
        String words,
        @Nullable String title,
        String place,
        Contacts.@Nullable Sealed contact,
        String digest,
        List<Answered> answers) {

    static final int MOST_WORDS = 2_000;
    private static final int MOST_TITLE = 80;
    private static final int MOST_PLACE = 120;
    private static final int MOST_NUMBER = 60;
    /** What was judged before an upgrade lacks it. */
    private static final int ANSWERS = 14;

    private static final Duration OLDEST = Duration.ofDays(3 * 366);

    /** What all lines of a sheet are read with. */
    static final class Reading {
        private final Map<String, String> words;
        private final String otherKind;
        private final boolean toStreet;
        private final HotlinePlaces places;
        private final Map<String, String> kindsByName;
        private final HotlineAnswers answers;
        private final Contacts contacts;
        private final Instant now;

        Reading(
                SheetKind.Order order,
                HotlinePlaces places,
                List<DemandDictionary.Offered> kinds,
                HotlineAnswers answers,
                Contacts contacts,
                Instant now) {
            this.words = order.words().getOrDefault("type", Map.of());
            this.otherKind = order.options().getOrDefault("otherKind", "");
            this.toStreet = order.options().getOrDefault("toStreet", "true").equals("true");
            this.places = places;
            this.kindsByName = kinds.stream()
                    .collect(Collectors.toMap(
                            DemandDictionary.Offered::name, DemandDictionary.Offered::code, (first, _) -> first));
            this.answers = answers;
            this.contacts = contacts;
            this.now = now;
        }
    }

    /** The first thing that is wrong with it, or all it says. */
    static Outcome<HotlineLine> read(Reading reading, SheetKind.Line line, HotlineCases.@Nullable Known before) {
        return number(line)
                .unless(_ -> words(line))
                .then(number -> called(line, reading)
                        .then(called -> due(line, called)
                                .then(due -> kind(line, reading)
                                        .then(kind -> place(line, reading)
                                                .then(region -> reading.answers
                                                        .read(region, kind, line)
                                                        .then(answers -> contact(line, reading, before)
                                                                .map(contact -> new HotlineLine(
                                                                        before == null ? Ids.next() : before.demand(),
                                                                        number,
                                                                        region,
                                                                        kind,
                                                                        called,
                                                                        due.orElse(null),
                                                                        line.cellOr("words", ""),
                                                                        line.cell("title"),
                                                                        cut(line.cellOr("address", "")),
                                                                        contact.orElse(null),
                                                                        digest(line, answers),
                                                                        answers))))))));
    }

    private static Outcome<String> number(SheetKind.Line line) {
        String number = line.cellOr("number", "");
        if (number.isEmpty()) {
            return Outcome.invalid("number", HotlineRefusal.NUMBER_MISSING);
        }
        return length(number) > MOST_NUMBER
                ? Outcome.invalid("number", HotlineRefusal.NUMBER_LONG, MOST_NUMBER)
                : Outcome.done(number);
    }

    private static Outcome<String> words(SheetKind.Line line) {
        String words = line.cellOr("words", "");
        if (words.isEmpty()) {
            return Outcome.invalid("words", HotlineRefusal.WORDS_MISSING);
        }
        if (length(words) > MOST_WORDS) {
            return Outcome.invalid("words", HotlineRefusal.WORDS_LONG, MOST_WORDS, length(words));
        }
        return length(line.cellOr("title", "")) > MOST_TITLE
                ? Outcome.invalid("title", HotlineRefusal.TITLE_LONG, MOST_TITLE)
                : Outcome.done(words);
    }

    private static Outcome<Instant> called(SheetKind.Line line, Reading reading) {
        String written = line.cellOr("called", "");
        if (written.isEmpty()) {
            return Outcome.invalid("called", HotlineRefusal.CALLED_MISSING);
        }
        Optional<Instant> called = HotlineTimes.read(written);
        if (called.isEmpty()) {
            return Outcome.invalid("called", HotlineRefusal.TIME_UNREADABLE, written);
        }
        if (called.get().isAfter(reading.now)) {
            return Outcome.invalid("called", HotlineRefusal.CALLED_LATER, written);
        }
        return called.get().isBefore(reading.now.minus(OLDEST))
                ? Outcome.invalid("called", HotlineRefusal.CALLED_LONG_AGO, written)
                : Outcome.done(called.get());
    }

    private static Outcome<Optional<Instant>> due(SheetKind.Line line, Instant called) {
        String written = line.cellOr("due", "");
        if (written.isEmpty()) {
            return Outcome.done(Optional.empty());
        }
        Optional<Instant> due = HotlineTimes.read(written);
        if (due.isEmpty()) {
            return Outcome.invalid("due", HotlineRefusal.TIME_UNREADABLE, written);
        }
        return due.get().isAfter(called)
                ? Outcome.done(due)
                : Outcome.invalid("due", HotlineRefusal.DUE_BEFORE_CALL, written);
    }

    private static Outcome<String> kind(SheetKind.Line line, Reading reading) {
        String said = line.cellOr("type", "");
        String meant = reading.words.getOrDefault(said, reading.kindsByName.getOrDefault(said, reading.otherKind));
        if (!meant.isEmpty()) {
            return Outcome.done(meant);
        }
        return said.isEmpty()
                ? Outcome.invalid("type", HotlineRefusal.KIND_MISSING)
                : Outcome.invalid("type", HotlineRefusal.KIND_UNMAPPED, said);
    }

    private static Outcome<RegionCode> place(SheetKind.Line line, Reading reading) {
        return reading.places
                .find(line.cell("street"), line.cell("community"), line.cell("address"), reading.toStreet)
                .map(HotlinePlaces.Found::region);
    }

    /** A case that is here already keeps the contact it came with. */
    private static Outcome<Optional<Contacts.Sealed>> contact(
            SheetKind.Line line, Reading reading, HotlineCases.@Nullable Known before) {
        return before == null
                ? reading.contacts.seal(line.cell("name"), line.cell("phone"))
                : Contacts.check(line.cell("name"), line.cell("phone")).map(_ -> Optional.empty());
    }

    private static String cut(String place) {
        return length(place) <= MOST_PLACE ? place : place.substring(0, place.offsetByCodePoints(0, MOST_PLACE));
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String digest(SheetKind.Line line, List<Answered> answers) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            for (String column : List.of("called", "words", "title", "type", "street", "community", "address", "due")) {
                sha256.update(line.cellOr(column, "").getBytes(StandardCharsets.UTF_8));
                sha256.update((byte) 0);
            }
            String answered = Answered.written(answers);
            if (answered != null) {
                sha256.update(answered.getBytes(StandardCharsets.UTF_8));
            }
            return HotlineCases.hex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** As texts, to be kept until the import is applied. */
    List<@Nullable String> kept() {
        List<@Nullable String> kept = new ArrayList<>();
        kept.add(demand.toString());
        kept.add(Long.toString(region.value()));
        kept.add(kind);
        kept.add(calledAt.toString());
        kept.add(dueAt == null ? null : dueAt.toString());
        kept.add(words);
        kept.add(title);
        kept.add(place);
        kept.add(digest);
        kept.add(contact == null ? null : contact.id().toString());
        kept.add(contact == null ? null : contact.name());
        kept.add(contact == null ? null : contact.phone());
        kept.add(contact == null ? null : contact.nameMasked());
        kept.add(contact == null ? null : contact.phoneMasked());
        kept.add(Answered.written(answers));
        return kept;
    }

    static HotlineLine of(String number, List<@Nullable String> kept) {
        String contact = kept.get(9);
        String due = kept.get(4);
        return new HotlineLine(
                UUID.fromString(some(kept, 0)),
                number,
                new RegionCode(Long.parseLong(some(kept, 1))),
                some(kept, 2),
                Instant.parse(some(kept, 3)),
                due == null ? null : Instant.parse(due),
                some(kept, 5),
                kept.get(6),
                some(kept, 7),
                contact == null
                        ? null
                        : new Contacts.Sealed(
                                UUID.fromString(contact), kept.get(10), kept.get(11), kept.get(12), kept.get(13)),
                some(kept, 8),
                Answered.read(kept.size() > ANSWERS ? kept.get(ANSWERS) : null));
    }

    Contacts.Sealed contactOrFail() {
        if (contact == null) {
            throw new IllegalStateException("hotline case " + number + " has no contact");
        }
        return contact;
    }

    private static String some(List<@Nullable String> kept, int at) {
        String value = kept.get(at);
        if (value == null) {
            throw new IllegalStateException("kept line lacks value " + at);
        }
        return value;
    }
}
