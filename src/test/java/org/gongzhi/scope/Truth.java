package org.gongzhi.scope;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything there is, read past all rules as the owner of the tables, and kept in memory to be looped over. */
record Truth(
        List<Demand> demands,
        List<Step> steps,
        List<Judgement> judgements,
        List<Todo> todos,
        List<StoredFile> files,
        List<Look> looks,
        List<Callout> callouts) {

    private static final Set<String> OPEN =
            Set.of("raised", "accepted", "assigned", "handling", "verifying", "suspended");

    record Demand(
            UUID id,
            String number,
            RegionCode region,
            RegionCode node,
            String title,
            String words,
            String place,
            String kind,
            boolean isOfPublicKind,
            String channel,
            String status,
            Instant raisedAt,
            Instant dueAt,
            Instant warnAt,
            boolean isPaused,
            boolean isLate,
            @Nullable UUID department,
            @Nullable UUID handler,
            @Nullable UUID contact,
            int reopens,
            @Nullable String publicTitle,
            List<UUID> called) {

        boolean isOpen() {
            return OPEN.contains(status);
        }

        String says() {
            return (number + " " + title + " " + words + " " + place).toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Step(
            UUID id,
            UUID demand,
            String verb,
            Instant at,
            @Nullable UUID account) {}

    record Judgement(
            UUID id,
            UUID demand,
            Instant at,
            boolean isValid,
            boolean isContacted,
            boolean isSolved,
            @Nullable String satisfaction) {}

    record Todo(
            UUID id,
            UUID subject,
            String step,
            RegionCode region,
            RegionCode node,
            @Nullable UUID department,
            @Nullable UUID account,
            @Nullable String kind,
            @Nullable RegionCode from,
            Instant dueAt,
            boolean isPaused) {}

    record StoredFile(
            UUID id,
            RegionCode region,
            boolean isPicture,
            @Nullable UUID demand,
            @Nullable UUID uploader,
            @Nullable UUID owner) {}

    record Look(UUID id, UUID contact) {}

    /** One department or body called to a demand. */
    record Callout(
            UUID id,
            UUID demand,
            RegionCode region,
            @Nullable UUID department,
            boolean isLead,
            String status,
            Instant calledAt,
            @Nullable Boolean isInTime,
            @Nullable String grade) {}

    /** As it stands at this moment. */
    static Demand one(JdbcClient owner, UUID id) {
        return owner.sql(
                        "select d.*, k.is_public from demand d join demand_kind k on k.code = d.kind_code where d.id = :id")
                .param("id", id)
                .query((row, _) -> demand(row))
                .single();
    }

    static Truth read(JdbcClient owner) {
        return new Truth(
                owner.sql("""
                                select d.*, k.is_public from demand d join demand_kind k on k.code = d.kind_code""").query((row, _) -> demand(row)).list(),
                owner.sql("select * from demand_step")
                        .query((row, _) -> new Step(
                                id(row, "id"),
                                id(row, "demand_id"),
                                text(row, "verb"),
                                at(row, "at"),
                                idOrNull(row, "account_id")))
                        .list(),
                owner.sql("select * from demand_call_back")
                        .query((row, _) -> new Judgement(
                                id(row, "id"),
                                id(row, "demand_id"),
                                at(row, "at"),
                                row.getBoolean("is_valid"),
                                row.getBoolean("is_contacted"),
                                row.getBoolean("is_solved"),
                                row.getString("satisfaction")))
                        .list(),
                owner.sql("""
                                select t.*, coalesce(c.demand_id, t.subject_id) as demand_id from todo t left join callout c on c.id = t.subject_id
                                where t.closed_at is null""").query((row, _) -> todo(row)).list(),
                owner.sql("""
                                select f.id, f.region_code, f.thumbnail is not null as is_picture, f.uploaded_by, f.owned_by, d.demand_id
                                from file f left join demand_file d on d.file_id = f.id""")
                        .query((row, _) -> new StoredFile(
                                id(row, "id"),
                                region(row, "region_code"),
                                row.getBoolean("is_picture"),
                                idOrNull(row, "demand_id"),
                                idOrNull(row, "uploaded_by"),
                                idOrNull(row, "owned_by")))
                        .list(),
                owner.sql("select id, contact_id from contact_look")
                        .query((row, _) -> new Look(id(row, "id"), id(row, "contact_id")))
                        .list(),
                owner.sql("select * from callout")
                        .query((row, _) -> new Callout(
                                id(row, "id"),
                                id(row, "demand_id"),
                                region(row, "region_code"),
                                idOrNull(row, "department_id"),
                                row.getBoolean("is_lead"),
                                text(row, "status"),
                                at(row, "called_at"),
                                (Boolean) row.getObject("is_in_time"),
                                row.getString("grade")))
                        .list());
    }

    Map<UUID, Demand> byId() {
        return demands.stream().collect(Collectors.toMap(Demand::id, Function.identity()));
    }

    Demand demand(UUID id) {
        return find(id).orElseThrow();
    }

    Optional<Demand> find(@Nullable UUID id) {
        return demands.stream().filter(demand -> demand.id().equals(id)).findFirst();
    }

    private static Demand demand(ResultSet row) throws SQLException {
        return new Demand(
                id(row, "id"),
                text(row, "number"),
                region(row, "region_code"),
                region(row, "node_code"),
                text(row, "title"),
                text(row, "words"),
                text(row, "place"),
                text(row, "kind_code"),
                row.getBoolean("is_public"),
                text(row, "channel"),
                text(row, "status"),
                at(row, "raised_at"),
                at(row, "due_at"),
                at(row, "warn_at"),
                row.getTimestamp("paused_at") != null,
                row.getBoolean("is_late"),
                idOrNull(row, "department_id"),
                idOrNull(row, "handler_id"),
                idOrNull(row, "contact_id"),
                row.getInt("reopen_count"),
                row.getBoolean("is_published") ? row.getString("public_title") : null,
                List.of((UUID[]) row.getArray("called_departments").getArray()));
    }

    private static Todo todo(ResultSet row) throws SQLException {
        long from = row.getLong("from_node");
        boolean isFromNowhere = row.wasNull();
        return new Todo(
                id(row, "id"),
                id(row, "demand_id"),
                text(row, "step"),
                region(row, "region_code"),
                region(row, "node_code"),
                idOrNull(row, "department_id"),
                idOrNull(row, "account_id"),
                row.getString("kind_code"),
                isFromNowhere ? null : new RegionCode(from),
                at(row, "due_at"),
                row.getTimestamp("paused_at") != null);
    }

    private static UUID id(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(idOrNull(row, column), column);
    }

    private static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
        return (UUID) row.getObject(column);
    }

    private static RegionCode region(ResultSet row, String column) throws SQLException {
        return new RegionCode(row.getLong(column));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getString(column), column);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }
}
