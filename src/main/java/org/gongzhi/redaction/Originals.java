package org.gongzhi.redaction;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.kernel.Sql;
import org.gongzhi.privacy.Sealing;
import org.gongzhi.question.Answered;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.ObjectMapper;

/** What a case says where it stands, and the sealed originals of what is covered in it. Inside the caller's transaction. */
@Repository
class Originals {

    static final String PHRASE = "phrase";
    static final String PHOTO = "photo";

    private static final int BEFORE_ANSWERS = 5;

    private final Sql sql;
    private final ObjectMapper json;
    private final Sealing sealing;

    Originals(Sql sql, ObjectMapper json, Sealing sealing) {
        this.sql = sql;
        this.json = json;
        this.sealing = sealing;
    }

    /** What a seal belongs to: it opens nowhere else. */
    static String place(UUID seal) {
        return "redaction/" + seal;
    }

    /** A covered text as it was. */
    record Sealed(UUID seal, Passage original) {}

    /**
     * A covered picture as it was.
     *
     * @param shown what is shown instead
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Photo(UUID seal, UUID id, UUID shown, String mediaType, byte[] content) {}

    /** All that is written on the case. */
    List<Passage> passages(UUID demand) {
        List<Passage> all = new ArrayList<>(sql.of(
                        "select id, title, words, place, reason_words, public_title, answers from demand where id = :id")
                .bind("id", demand)
                .list(row -> {
                    List<@Nullable String> parts = new ArrayList<>();
                    parts.add(row.text("title"));
                    parts.add(row.text("words"));
                    parts.add(row.text("place"));
                    parts.add(row.textOrNull("reason_words"));
                    parts.add(row.textOrNull("public_title"));
                    parts.addAll(AnswerWords.of(Answered.read(row.textOrNull("answers"))));
                    return new Passage(Passage.CASE, row.id("id"), parts);
                }));
        all.addAll(sql.of("select place, id, a, b, c, d from case_text where demand_id = :id order by place, id")
                .bind("id", demand)
                .list(row -> new Passage(
                        row.text("place"),
                        row.id("id"),
                        Arrays.asList(
                                row.textOrNull("a"), row.textOrNull("b"), row.textOrNull("c"), row.textOrNull("d")))));
        return all;
    }

    /** Texts as they were before anything in them was covered. */
    List<Sealed> texts(UUID demand) {
        return sql.of("""
                        select id, place, row_id, sealed from redaction_seal
                        where demand_id = :demand and place not in ('phrase', 'photo') and not starts_with(place, 'kept.') order by id""")
                .bind("demand", demand)
                .list(row -> new Sealed(
                        row.id("id"),
                        new Passage(
                                row.text("place"),
                                row.id("row_id"),
                                Arrays.asList(json.readValue(opened(row), String[].class)))));
    }

    /** Keeps texts as they are now, for when they are brought back; what is kept already stays as it is kept. */
    void seal(UUID demand, RegionCode region, Passage original) {
        boolean isKept = sql.of(
                                "select count(*) from redaction_seal where demand_id = :demand and place = :place and row_id = :row")
                        .bind("demand", demand)
                        .bind("place", original.place())
                        .bind("row", original.id())
                        .count()
                > 0;
        if (!isKept) {
            add(demand, region, original.place(), original.id(), null, null, json.writeValueAsBytes(original.parts()));
        }
    }

    /** The words that a redaction covers. */
    void sealPhrase(UUID demand, RegionCode region, UUID redaction, String words) {
        add(demand, region, PHRASE, redaction, null, null, words.getBytes(UTF_8));
    }

    Optional<String> phrase(UUID redaction) {
        return sql.of("select id, sealed from redaction_seal where place = 'phrase' and row_id = :id")
                .bind("id", redaction)
                .optional(row -> new String(opened(row), UTF_8));
    }

    /** What is sealed from the beginning. */
    void keep(UUID demand, RegionCode region, String sort, UUID row, String text) {
        add(demand, region, "kept." + sort, row, null, null, text.getBytes(UTF_8));
    }

    Optional<String> kept(String sort, UUID row) {
        return sql.of("select id, sealed from redaction_seal where place = 'kept.' || :sort and row_id = :row")
                .bind("sort", sort)
                .bind("row", row)
                .optional(each -> new String(opened(each), UTF_8));
    }

    void sealPhoto(UUID demand, RegionCode region, UUID photo, UUID shown, String mediaType, byte[] content) {
        add(demand, region, PHOTO, photo, shown, mediaType, content);
    }

    /** By what it was, or by what is shown instead. */
    Optional<Photo> photo(UUID demand, UUID file) {
        return sql.of("""
                        select id, row_id, shown_id, media_type, sealed from redaction_seal
                        where demand_id = :demand and place = 'photo' and (row_id = :file or shown_id = :file)""")
                .bind("demand", demand)
                .bind("file", file)
                .optional(row -> new Photo(
                        row.id("id"), row.id("row_id"), row.id("shown_id"), row.text("media_type"), opened(row)));
    }

    /** Another file hangs on the case in the place of this one, under the same name. */
    void hang(UUID demand, UUID old, UUID shown) {
        sql.of("update demand_file set file_id = :shown where demand_id = :demand and file_id = :old")
                .bind("shown", shown)
                .bind("demand", demand)
                .bind("old", old)
                .update();
        sql.of("""
                update redaction_seal set shown_id = case when place = 'photo' then :shown end, row_id = case when place = 'file' then :shown else row_id end
                where demand_id = :demand and (place = 'photo' and shown_id = :old or place = 'file' and row_id = :old)""").bind("shown", shown).bind("demand", demand).bind("old", old).update();
    }

    /** A picture that came with the case or was added to it. */
    boolean isOnCase(UUID demand, UUID file) {
        return sql.of("select count(*) from demand_file where demand_id = :demand and file_id = :file")
                        .bind("demand", demand)
                        .bind("file", file)
                        .count()
                == 1;
    }

    void unseal(UUID seal) {
        sql.of("delete from redaction_seal where id = :id").bind("id", seal).update();
    }

    /** Once its term is over no original is kept any more: what is covered after that is covered for good. */
    void forgetIfEnded(UUID demand) {
        sql.of("""
                delete from redaction_seal
                where demand_id = :demand and exists (select from demand d where d.id = :demand and d.anonymized_at is not null)""").bind("demand", demand).update();
    }

    void unsealPhrase(UUID redaction) {
        sql.of("delete from redaction_seal where place = 'phrase' and row_id = :id")
                .bind("id", redaction)
                .update();
    }

    /** Texts whose originals are sealed, through the one door that may change what was only ever added to. */
    void rewrite(UUID demand, String number, List<Passage> passages) {
        record Text(
                String place,
                UUID id,
                UUID demandId,
                @Nullable String a,
                @Nullable String b,
                @Nullable String c,
                @Nullable String d) {}
        List<Text> texts = new ArrayList<>();
        for (Passage each : passages) {
            if (each.place().equals(Passage.CASE)) {
                rewriteCase(each, number);
            } else {
                texts.add(new Text(
                        each.place(), each.id(), demand, each.part(0), each.part(1), each.part(2), each.part(3)));
            }
        }
        sql.of("select redaction_rewrite(:demand, cast(:texts as jsonb)) as rows")
                .bind("demand", demand)
                .bind("texts", json.writeValueAsString(texts))
                .count();
    }

    private void rewriteCase(Passage passage, String number) {
        String title = Objects.requireNonNull(passage.part(0));
        String words = Objects.requireNonNull(passage.part(1));
        String place = Objects.requireNonNull(passage.part(2));
        List<Answered> answers = sql.of("select answers from demand where id = :id")
                .bind("id", passage.id())
                .list(row -> Answered.read(row.textOrNull("answers")))
                .getFirst();
        List<@Nullable String> answered =
                passage.parts().subList(BEFORE_ANSWERS, passage.parts().size());
        List<Answered> covered = AnswerWords.with(answers, answered);
        // The terms are those of a case when it is raised.
        sql.of("""
                update demand set title = :title, words = :words, place = :place, reason_words = :reasonWords, public_title = :publicTitle,
                       answers = cast(:answers as jsonb), search = cast(:search as tsvector)
                where id = :id""")
                .bind("title", title)
                .bind("words", words)
                .bind("place", place)
                .bind("reasonWords", passage.part(3))
                .bind("publicTitle", passage.part(4))
                .bind("answers", Answered.written(covered))
                .bind("search", SearchTerms.vector(number, title, words, place, Answered.searched(covered)))
                .bind("id", passage.id())
                .update();
    }

    private void add(
            UUID demand,
            RegionCode region,
            String place,
            UUID row,
            @Nullable UUID shown,
            @Nullable String mediaType,
            byte[] plain) {
        UUID id = Ids.next();
        sql.of("""
                insert into redaction_seal (id, demand_id, region_code, place, row_id, shown_id, media_type, sealed)
                values (:id, :demand, :region, :place, :row, :shown, :mediaType, :sealed)""")
                .bind("id", id)
                .bind("demand", demand)
                .bind("region", region)
                .bind("place", place)
                .bind("row", row)
                .bind("shown", shown)
                .bind("mediaType", mediaType)
                .bind("sealed", sealing.seal(plain, place(id)))
                .update();
    }

    private byte[] opened(Sql.Row row) throws SQLException {
        return sealing.open(row.bytes("sealed"), place(row.id("id")));
    }
}
