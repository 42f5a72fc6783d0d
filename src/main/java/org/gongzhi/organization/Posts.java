package org.gongzhi.organization;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Who leads an organization, from a day to a day. */
@Repository
class Posts {

    private final Sql sql;
    private final Clock clock;

    Posts(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** 职务: secretary 书记, deputy 副书记, member of the committee 委员. */
    enum Post {
        SECRETARY,
        DEPUTY,
        MEMBER;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Post> of(@Nullable String code) {
            return List.of(values()).stream()
                    .filter(post -> post.code().equals(code))
                    .findFirst();
        }
    }

    /** @param until first day they have it no longer; null: they have it */
    record Held(
            UUID id,
            Post post,
            String holder,
            @Nullable String work,
            LocalDate from,
            @Nullable LocalDate until) {}

    /** Those who have one, the secretary first; then those who had, the latest first. */
    List<Held> of(UUID organization) {
        return sql.of("""
                select id, post, holder, work, lower(valid) as from_day, upper(valid) as until_day from organization_post where organization_id = :organization
                order by upper_inf(valid) desc, case when upper_inf(valid) then array_position(array['secretary', 'deputy', 'member'], post) end,
                    upper(valid) desc, lower(valid), id
                limit 200""").bind("organization", organization).list(Posts::held);
    }

    Optional<Held> find(UUID organization, UUID id) {
        return sql.of("""
                        select id, post, holder, work, lower(valid) as from_day, upper(valid) as until_day from organization_post
                        where organization_id = :organization and id = :id""").bind("organization", organization).bind("id", id).optional(Posts::held);
    }

    int heldOn(UUID organization, LocalDate day) {
        return (int)
                sql.of("select count(*) from organization_post where organization_id = :organization and valid @> :day")
                        .bind("organization", organization)
                        .bind("day", day)
                        .count();
    }

    /** Empty: there is a secretary at that time, or this person has a post in it already. The organization's row is held by the caller. */
    Optional<UUID> add(
            Actor actor, UUID organization, Post post, String holder, @Nullable String work, LocalDate from) {
        UUID id = Ids.next();
        int added = sql.of("""
                        insert into organization_post (id, organization_id, post, holder, work, valid, actor, changed_at)
                        values (:id, :organization, :post, :holder, :work, daterange(:from, null), :actor, :now)
                        on conflict do nothing""")
                .bind("id", id)
                .bind("organization", organization)
                .bind("post", post.code())
                .bind("holder", holder)
                .bind("work", work)
                .bind("from", from)
                .bind("actor", actor.name())
                .bind("now", Time.now(clock))
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    void end(UUID id, LocalDate on) {
        sql.of("update organization_post set valid = daterange(lower(valid), :on) where id = :id")
                .bind("id", id)
                .bind("on", on)
                .update();
    }

    private static Held held(Sql.Row row) throws SQLException {
        return new Held(
                row.id("id"),
                Post.of(row.text("post")).orElseThrow(),
                row.text("holder"),
                row.textOrNull("work"),
                row.on("from_day"),
                row.onOrNull("until_day"));
    }
}
