package org.gongzhi.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contacts of people who left one. Kept sealed; anyone in scope sees the masked form, the plain one costs a purpose that stays on record. */
@Component
public class Contacts {

    /** To make an appointment, to check something, to call back, and anything else said in words. */
    public static final Set<String> PURPOSES = Set.of("appointment", "verification", "call_back", "other");

    private static final int MOST_WORDS = 200;

    private final Transactions transactions;
    private final Sql sql;
    private final FieldCipher cipher;
    private final Audit audit;
    private final Clock clock;

    Contacts(Transactions transactions, Sql sql, FieldCipher cipher, Audit audit, Clock clock) {
        this.transactions = transactions;
        this.sql = sql;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    /** As shown to anyone in scope: 刘＊＊, 138＊＊＊＊5521. */
    public record Masked(@Nullable String name, @Nullable String phone) {}

    public record Plain(@Nullable String name, @Nullable String phone) {}

    /** One look at a plain contact; {@code looker} as 周敏, without account or address. */
    public record Look(
            Instant at,
            String looker,
            String purpose,
            @Nullable String words) {}

    /** Whether a name and a phone would be kept; refused with the field it is about. Blank is absent. */
    public static Outcome<Masked> check(@Nullable String name, @Nullable String phone) {
        return Person.of(name, phone).map(Person::masked);
    }

    /** Keeps a contact, inside the caller's transaction. Empty when neither name nor phone was given. */
    public Outcome<Optional<UUID>> keep(RegionCode region, @Nullable String name, @Nullable String phone) {
        return Person.of(name, phone)
                .map(person -> person.isNobody() ? Optional.empty() : Optional.of(add(region, person)));
    }

    /** A contact sealed and not yet kept, as texts: for those who judge many now and keep them later. */
    public record Sealed(
            UUID id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String nameMasked,
            @Nullable String phoneMasked) {}

    /** Seals a contact without keeping it; empty when neither name nor phone was given. */
    public Outcome<Optional<Sealed>> seal(@Nullable String name, @Nullable String phone) {
        return Person.of(name, phone).map(person -> person.isNobody() ? Optional.empty() : Optional.of(sealed(person)));
    }

    /** Keeps what was sealed, each at its place, in one statement inside the caller's transaction. */
    public void keepAll(List<Sealed> sealed, List<RegionCode> regions) {
        sql.of("""
                insert into contact (id, region_code, name_sealed, phone_sealed, name_masked, phone_masked, created_at)
                select c.id, c.region, decode(c.name, 'hex'), decode(c.phone, 'hex'), c.name_masked, c.phone_masked, :now
                from unnest(:ids, :regions, :names, :phones, :namesMasked, :phonesMasked) as c (id, region, name, phone, name_masked, phone_masked)""")
                .bindIds("ids", sealed.stream().map(Sealed::id).toList())
                .bindLongs("regions", regions.stream().map(RegionCode::value).toList())
                .bindTexts("names", orNull(sealed, Sealed::name))
                .bindTexts("phones", orNull(sealed, Sealed::phone))
                .bindTexts("namesMasked", orNull(sealed, Sealed::nameMasked))
                .bindTexts("phonesMasked", orNull(sealed, Sealed::phoneMasked))
                .bind("now", Time.now(clock))
                .update();
    }

    private static List<@Nullable String> orNull(
            List<Sealed> sealed, java.util.function.Function<Sealed, @Nullable String> field) {
        List<@Nullable String> values = new java.util.ArrayList<>(sealed.size());
        sealed.forEach(each -> values.add(field.apply(each)));
        return values;
    }

    private Sealed sealed(Person person) {
        UUID id = Ids.next();
        Masked masked = person.masked();
        return new Sealed(
                id,
                person.name() == null ? null : hex(cipher.seal(person.name().text(), place(id, "name"))),
                person.phone() == null ? null : hex(cipher.seal(person.phone().digits(), place(id, "phone"))),
                masked.name(),
                masked.phone());
    }

    private static String hex(byte[] sealed) {
        return java.util.HexFormat.of().formatHex(sealed);
    }

    public Optional<Masked> masked(UUID contactId) {
        return sql.of("select name_masked, phone_masked from contact where id = :id")
                .bind("id", contactId)
                .optional(row -> new Masked(row.textOrNull("name_masked"), row.textOrNull("phone_masked")));
    }

    /** Opens a contact for a purpose; the look and the audit entry are written with it or it is not opened. The caller has checked that the actor may. */
    public Outcome<Plain> reveal(
            Actor actor, UUID contactId, RegionCode region, String purpose, @Nullable String words) {
        String said = words == null || words.isBlank() ? null : words.strip();
        if (!PURPOSES.contains(purpose)) {
            return Outcome.invalid("purpose", PrivacyRefusal.PURPOSE_MISSING);
        }
        if (purpose.equals("other") && said == null) {
            return Outcome.invalid("words", PrivacyRefusal.PURPOSE_WORDS_MISSING);
        }
        if (said != null && said.codePointCount(0, said.length()) > MOST_WORDS) {
            return Outcome.invalid(
                    "words", PrivacyRefusal.PURPOSE_WORDS_LONG, MOST_WORDS, said.codePointCount(0, said.length()));
        }
        return transactions.write(
                actor,
                () -> plain(contactId, region)
                        .<Outcome<Plain>>map(plain -> {
                            note(actor, contactId, region, purpose, said);
                            audit.record(
                                    actor,
                                    "contact.reveal",
                                    "contact",
                                    contactId,
                                    region,
                                    null,
                                    said == null ? null : Map.of("words", said),
                                    purpose);
                            return Outcome.done(plain);
                        })
                        .orElseGet(() -> Outcome.refused(PrivacyRefusal.CONTACT_UNKNOWN)));
    }

    /**
     * Forgets contacts for good, inside the caller's transaction; what they said, for the last time, so that it can be taken out of texts too. One that does not open
     * is forgotten all the same.
     */
    public List<Plain> forget(List<UUID> contacts) {
        List<Plain> said = sql.of("select id, name_sealed, phone_sealed from contact where id = any (:ids) for update")
                .bindIds("ids", contacts)
                .list(row -> new Plain(
                        openedOrNull(row.bytesOrNull("name_sealed"), place(row.id("id"), "name")),
                        openedOrNull(row.bytesOrNull("phone_sealed"), place(row.id("id"), "phone"))));
        sql.of(
                        "update contact set name_sealed = null, phone_sealed = null, name_masked = null, phone_masked = null where id = any (:ids)")
                .bindIds("ids", contacts)
                .update();
        return said;
    }

    /**
     * 更正: keeps another contact with what is right, inside the caller's transaction; what is blank stays as it was. The one before is as it is.
     *
     * @param before null when none was kept
     */
    public Outcome<UUID> correct(
            RegionCode region, @Nullable UUID before, @Nullable String name, @Nullable String phone) {
        Plain was =
                before == null ? new Plain(null, null) : plain(before, region).orElseGet(() -> new Plain(null, null));
        return keep(
                        region,
                        name == null || name.isBlank() ? was.name() : name,
                        phone == null || phone.isBlank() ? was.phone() : phone)
                .then(kept -> kept.<Outcome<UUID>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(PrivacyRefusal.CONTACT_UNKNOWN)));
    }

    private @Nullable String openedOrNull(byte @Nullable [] sealed, String place) {
        try {
            return opened(sealed, place);
        } catch (IllegalStateException unreadable) {
            return null;
        }
    }

    /** Who looked, newest first. */
    public List<Look> looks(UUID contactId) {
        return sql.of(
                        "select at, looker, purpose, words from contact_look where contact_id = :contact order by at desc, id desc limit 200")
                .bind("contact", contactId)
                .list(row -> new Look(row.at("at"), row.text("looker"), row.text("purpose"), row.textOrNull("words")));
    }

    private record Person(
            @Nullable PersonName name, @Nullable Phone phone) {

        static Outcome<Person> of(@Nullable String name, @Nullable String phone) {
            Outcome<Person> named = name == null || name.isBlank()
                    ? Outcome.done(new Person(null, null))
                    : PersonName.of(name).map(valid -> new Person(valid, null));
            return phone == null || phone.isBlank()
                    ? named
                    : named.then(person -> Phone.of(phone).map(valid -> new Person(person.name(), valid)));
        }

        boolean isNobody() {
            return name == null && phone == null;
        }

        Masked masked() {
            return new Masked(name == null ? null : name.masked(), phone == null ? null : phone.masked());
        }
    }

    private UUID add(RegionCode region, Person person) {
        UUID id = Ids.next();
        Masked masked = person.masked();
        sql.of("""
                insert into contact (id, region_code, name_sealed, phone_sealed, name_masked, phone_masked, created_at)
                values (:id, :region, :name, :phone, :nameMasked, :phoneMasked, :now)""")
                .bind("id", id)
                .bind("region", region)
                .bind(
                        "name",
                        person.name() == null ? null : cipher.seal(person.name().text(), place(id, "name")))
                .bind(
                        "phone",
                        person.phone() == null
                                ? null
                                : cipher.seal(person.phone().digits(), place(id, "phone")))
                .bind("nameMasked", masked.name())
                .bind("phoneMasked", masked.phone())
                .bind("now", Time.now(clock))
                .update();
        return id;
    }

    private Optional<Plain> plain(UUID id, RegionCode region) {
        return sql.of("select name_sealed, phone_sealed from contact where id = :id and region_code = :region")
                .bind("id", id)
                .bind("region", region)
                .optional(row -> new Plain(
                        opened(row.bytesOrNull("name_sealed"), place(id, "name")),
                        opened(row.bytesOrNull("phone_sealed"), place(id, "phone"))));
    }

    private @Nullable String opened(byte @Nullable [] sealed, String place) {
        return sealed == null ? null : cipher.open(sealed, place);
    }

    static String place(UUID contact, String field) {
        return "contact/" + contact + "/" + field;
    }

    private void note(Actor actor, UUID contactId, RegionCode region, String purpose, @Nullable String words) {
        sql.of("""
                insert into contact_look (id, contact_id, region_code, account_id, looker, purpose, words, at)
                values (:id, :contact, :region, :account, :looker, :purpose, :words, :at)""")
                .bind("id", Ids.next())
                .bind("contact", contactId)
                .bind("region", region)
                .bind("account", actor.account())
                .bind("looker", actor.name())
                .bind("purpose", purpose)
                .bind("words", words)
                .bind("at", Time.now(clock))
                .update();
    }
}
