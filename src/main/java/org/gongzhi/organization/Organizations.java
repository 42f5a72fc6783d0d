package org.gongzhi.organization;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.NameIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/**
 * Keeps organizations: what stands today in one row, and how it came to stand so among the {@link OrganizationFacts}, both in one transaction.
 *
 * <p>Locks are taken in one order by everybody: first the turn for changes of whom one answers to, then the organization itself, then the one it is to answer to.
 */
@Repository
class Organizations {

    private final Sql sql;
    private final OrganizationFacts facts;

    Organizations(Sql sql, OrganizationFacts facts) {
        this.sql = sql;
        this.facts = facts;
    }

    /** One at a time in the whole tree, until the transaction ends: two moves that are each harmless would make a circle together. */
    void takeTurn() {
        sql.of("select pg_advisory_xact_lock(hashtext('organization.affiliation'))::text")
                .list(_ -> true);
    }

    /** Held until the transaction ends. */
    Optional<Organization> hold(UUID id) {
        return sql.of("select * from organization where id = :id for no key update")
                .bind("id", id)
                .optional(Organizations::organization);
    }

    /** Held as the sender has seen it, and not ended. */
    Outcome<Organization> holdOrRefuse(UUID id, int seen) {
        return hold(id).<Outcome<Organization>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(OrganizationRefusal.UNKNOWN))
                .then(one -> one.asSeen(seen));
    }

    /** Of whom others are to answer to: it cannot end meanwhile, but many may come to it at once. */
    Optional<Organization> keep(UUID id) {
        return sql.of("select * from organization where id = :id for share")
                .bind("id", id)
                .optional(Organizations::organization);
    }

    /** On the way from this one to the top, itself included; whoever may see it or not. */
    boolean isAtOrAbove(UUID upper, UUID start) {
        return sql.of("select count(*) from organization_above(:start) where id = :upper")
                        .bind("start", start)
                        .bind("upper", upper)
                        .count()
                > 0;
    }

    /** How many stand above it, and the longest way down from it. */
    int depth(UUID id) {
        return (int) sql.of("select max(n) from organization_above(:id)")
                .bind("id", id)
                .count();
    }

    int height(UUID id) {
        return (int) sql.of("select organization_height(:id)").bind("id", id).count();
    }

    long answering(UUID id) {
        return sql.of("select organization_answering(:id)").bind("id", id).count();
    }

    /** False: the code is somebody else's. */
    boolean add(Actor actor, Organization one, String why) {
        NameIndex index = index(one.name());
        boolean isNew = sql.of("""
                        insert into organization (id, kind_code, name, code, founded_on, parent_id, region_code, full_members, members, units, lasts_until,
                            term_from, term_due_on, pinyin, initials, grams)
                        values (:id, :kind, :name, :code, :founded, :parent, :region, :fullMembers, :members, :units, :lastsUntil,
                            :termFrom, :termDue, :pinyin, :initials, :grams)
                        on conflict (code) do nothing""")
                        .bind("id", one.id())
                        .bind("kind", one.kind())
                        .bind("name", one.name())
                        .bind("code", one.code())
                        .bind("founded", one.foundedOn())
                        .bind("parent", one.parent())
                        .bind("region", one.region())
                        .bind("fullMembers", one.fullMembers())
                        .bind("members", one.members())
                        .bind("units", one.units())
                        .bind("lastsUntil", one.lastsUntil())
                        .bind("termFrom", one.termFrom())
                        .bind("termDue", one.termDueOn())
                        .bind("pinyin", index.pinyin())
                        .bind("initials", index.initials())
                        .bindTexts("grams", index.grams())
                        .update()
                == 1;
        if (isNew) {
            facts.name(actor, one.id(), one.name(), one.foundedOn(), why);
            facts.affiliation(actor, one.id(), one.parent(), one.foundedOn(), why);
            facts.territory(actor, one.id(), one.region(), one.foundedOn(), why);
            if (one.termFrom() != null && one.termDueOn() != null) {
                facts.term(actor, one.id(), one.termFrom(), one.termDueOn(), why);
            }
        }
        return isNew;
    }

    void amend(Organization one) {
        sql.of("""
                update organization set code = :code, full_members = :fullMembers, members = :members, units = :units, version = version + 1
                where id = :id""")
                .bind("id", one.id())
                .bind("code", one.code())
                .bind("fullMembers", one.fullMembers())
                .bind("members", one.members())
                .bind("units", one.units())
                .update();
    }

    boolean isTaken(String code, UUID except) {
        return sql.of("select count(*) from organization where code = :code and id <> :id")
                        .bind("code", code)
                        .bind("id", except)
                        .count()
                > 0;
    }

    void rename(Actor actor, UUID id, String name, LocalDate on, String why) {
        NameIndex index = index(name);
        sql.of("""
                update organization set name = :name, pinyin = :pinyin, initials = :initials, grams = :grams, version = version + 1 where id = :id""")
                .bind("id", id)
                .bind("name", name)
                .bind("pinyin", index.pinyin())
                .bind("initials", index.initials())
                .bindTexts("grams", index.grams())
                .update();
        facts.name(actor, id, name, on, why);
    }

    void answerTo(Actor actor, UUID id, @Nullable UUID parent, LocalDate on, String why) {
        sql.of("update organization set parent_id = :parent, version = version + 1 where id = :id")
                .bind("id", id)
                .bind("parent", parent)
                .update();
        facts.affiliation(actor, id, parent, on, why);
    }

    void stand(Actor actor, UUID id, RegionCode region, LocalDate on, String why) {
        sql.of("update organization set region_code = :region, version = version + 1 where id = :id")
                .bind("id", id)
                .bind("region", region)
                .update();
        facts.territory(actor, id, region, on, why);
    }

    void serve(Actor actor, UUID id, LocalDate from, LocalDate due, String why) {
        sql.of("update organization set term_from = :from, term_due_on = :due, version = version + 1 where id = :id")
                .bind("id", id)
                .bind("from", from)
                .bind("due", due)
                .update();
        facts.term(actor, id, from, due, why);
    }

    void end(UUID id, LocalDate on, String why) {
        sql.of("update organization set ended_on = :on, end_reason = :why, version = version + 1 where id = :id")
                .bind("id", id)
                .bind("on", on)
                .bind("why", why)
                .update();
        facts.endAll(id, on);
    }

    /** What nearly all names begin with says nothing of which one it is. */
    static NameIndex index(String name) {
        return NameIndex.of(name.replaceFirst("^(中国共产党|中共)(?=.{2})", "").toLowerCase(Locale.ROOT));
    }

    static Organization organization(Sql.Row row) throws SQLException {
        return new Organization(
                row.id("id"),
                row.text("kind_code"),
                row.text("name"),
                row.textOrNull("code"),
                row.on("founded_on"),
                row.onOrNull("ended_on"),
                row.idOrNull("parent_id"),
                row.region("region_code"),
                row.whole("full_members"),
                row.whole("members"),
                row.wholeOrNull("units"),
                row.onOrNull("lasts_until"),
                row.onOrNull("term_from"),
                row.onOrNull("term_due_on"),
                row.whole("version"));
    }
}
