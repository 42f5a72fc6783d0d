package org.gongzhi.demand;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Loads and saves whole demands, with what people said of them. */
@Repository
class Demands {

    private final Sql sql;

    Demands(Sql sql) {
        this.sql = sql;
    }

    Optional<Demand> find(DemandId id) {
        return sql.of("select * from demand where id = :id")
                .bind("id", id.value())
                .optional(Demands::demand);
    }

    /** Takes the row, so that what is checked is what is changed; not its key, which the escalation's steps ask for while it holds to-dos asked for here. */
    Optional<Demand> lock(DemandId id) {
        return sql.of("select * from demand where id = :id for no key update")
                .bind("id", id.value())
                .optional(Demands::demand);
    }

    /** Whose it is, even where the asker cannot see it; empty when there is no such demand. */
    Optional<RegionCode> streetOf(DemandId id) {
        return sql.of("select demand_street(:id) as street")
                .bind("id", id.value())
                .list(row -> Optional.ofNullable(row.regionOrNull("street")))
                .getFirst();
    }

    /** @param answers to what was asked besides, as they are kept; null: nothing */
    void add(Demand demand, @Nullable String answers, List<String> searchTerms) {
        Demand.Origin origin = demand.origin();
        sql.of("""
                insert into demand (id, version, number, region_code, title, words, kind_code, channel, place, lng, lat, is_anonymous, contact_id,
                    raised_at, registered_by, status, status_at, node_code, first_node_code, accepted_at, clock_rule_id, due_at, warn_at, answers,
                    search)
                values (:id, 0, :number, :region, :title, :words, :kind, :channel, :place, :lng, :lat, :anonymous, :contact,
                    :raisedAt, :registeredBy, :status, :statusAt, :node, :firstNode, :acceptedAt, :rule, :dueAt, :warnAt,
                    cast(:answers as jsonb), array_to_tsvector(:search))
                """)
                .bind("id", demand.id().value())
                .bind("number", origin.number())
                .bind("region", origin.region())
                .bind("title", origin.title())
                .bind("words", origin.words())
                .bind("kind", origin.kindCode())
                .bind("channel", origin.channel())
                .bind("place", origin.place())
                .bind("lng", origin.lng())
                .bind("lat", origin.lat())
                .bind("anonymous", origin.isAnonymous())
                .bind("contact", origin.contactId())
                .bind("raisedAt", origin.raisedAt())
                .bind("registeredBy", origin.registeredBy())
                .bind("status", demand.status())
                .bind("statusAt", demand.statusAt())
                .bind("node", demand.node())
                .bind("firstNode", origin.firstNode())
                .bind("acceptedAt", demand.marks().acceptedAt())
                .bind("rule", demand.clock().ruleId())
                .bind("dueAt", demand.clock().dueAt())
                .bind("warnAt", demand.clock().warnAt())
                .bind("answers", answers)
                .bindTexts("search", searchTerms)
                .updateLater();
    }

    /** Writes what a decision changed; the version guards against anything that did not hold the lock: then no row is changed, and all fails. */
    void update(Actor actor, Demand demand) {
        UUID department = actor.scope().department();
        boolean isLettingGo = department != null && demand.departmentId() == null;
        Demand.Marks marks = demand.marks();
        Demand.Clock clock = demand.clock();
        sql.of("""
                update demand set version = version + 1, status = :status, status_at = :statusAt, resume_status = :resume, node_code = :node,
                    department_id = :department, handler_id = :handler, accepted_at = :acceptedAt, verified_at = :verifiedAt, closed_at = :closedAt,
                    settled_at = :settledAt, clock_rule_id = :rule, due_at = :dueAt, warn_at = :warnAt, paused_at = :pausedAt, review_on = :reviewOn,
                    is_late = :late, supervised_at = :supervisedAt, urged_at = :urgedAt, reason_code = :reason, reason_words = :reasonWords,
                    merged_into_id = :mergedInto, joiner_count = :joiners, reopen_count = :reopens, is_published = :published, public_title = :publicTitle
                where id = :id and version = :version
                """)
                .bind("id", demand.id().value())
                .bind("version", demand.version())
                .bind("status", demand.status())
                .bind("statusAt", demand.statusAt())
                .bind("resume", demand.resumeStatus())
                .bind("node", demand.node())
                .bind("department", isLettingGo ? department : demand.departmentId())
                .bind("handler", demand.handlerId())
                .bind("acceptedAt", marks.acceptedAt())
                .bind("verifiedAt", marks.verifiedAt())
                .bind("closedAt", marks.closedAt())
                .bind("settledAt", marks.settledAt())
                .bind("rule", clock.ruleId())
                .bind("dueAt", clock.dueAt())
                .bind("warnAt", clock.warnAt())
                .bind("pausedAt", clock.pausedAt())
                .bind("reviewOn", clock.reviewOn())
                .bind("late", clock.isLate())
                .bind("supervisedAt", marks.supervisedAt())
                .bind("urgedAt", marks.urgedAt())
                .bind("reason", marks.reasonCode())
                .bind("reasonWords", marks.reasonWords())
                .bind("mergedInto", marks.mergedIntoId())
                .bind("joiners", marks.joinerCount())
                .bind("reopens", marks.reopenCount())
                .bind("published", demand.publicTitle() != null)
                .bind("publicTitle", demand.publicTitle())
                .updateOneLater();
        if (isLettingGo) {
            sql.of("select count(demand_let_go(:id)::text)")
                    .bind("id", demand.id().value())
                    .count();
        }
    }

    /** 建外2611-0187: the street's short name, the month, and a running number. Holds the street's counter until the transaction ends. */
    String nextNumber(RegionCode region, String streetShortName, Instant at) {
        ZonedDateTime local = at.atZone(Time.ZONE);
        long number = sql.of("""
                insert into demand_number (street_code, month, last) values (:street, :month, 1)
                on conflict (street_code, month) do update set last = demand_number.last + 1
                returning last
                """)
                .bind("street", region.street())
                .bind("month", LocalDate.of(local.getYear(), local.getMonth(), 1))
                .one(row -> row.number("last"));
        return "%s%02d%02d-%04d".formatted(streetShortName, local.getYear() % 100, local.getMonthValue(), number);
    }

    /** One valid call-back per closing is held by a unique index; false when there is one already. */
    boolean addCallBack(Demand demand, Actor actor, CallBackDemand.Answer answer, Instant now) {
        return sql.of("""
                        insert into demand_call_back (id, demand_id, region_code, closing, at, by_resident, account_id, is_valid, is_contacted, is_solved,
                            satisfaction, words)
                        values (:id, :demand, :region, :closing, :now, :byResident, :account, :valid, :contacted, :solved, :satisfaction, :words)
                        on conflict do nothing
                        """)
                        .bind("id", Ids.next())
                        .bind("demand", demand.id().value())
                        .bind("region", demand.origin().region())
                        .bind("closing", demand.marks().reopenCount())
                        .bind("now", now)
                        .bind("byResident", actor.isResident())
                        .bind("account", actor.accountId())
                        .bind("valid", answer.isValid())
                        .bind("contacted", answer.isContacted())
                        .bind("solved", answer.isSolved())
                        .bind("satisfaction", answer.satisfaction())
                        .bind("words", answer.words())
                        .update()
                == 1;
    }

    /** Closed before {@code closedBefore} and still without a word, oldest first. */
    List<Silent> silent(Instant closedBefore, int atMost) {
        return sql.of("""
                select d.id, d.region_code, d.closed_at,
                       coalesce((select x.class from demand_kind_rule x join region g on g.code = x.region_code
                                 where x.code = k.code and x.valid @> (d.raised_at at time zone 'Asia/Shanghai')::date
                                   and g.code <= d.region_code and g.code_to > d.region_code
                                 order by g.level desc limit 1), k.class) as class
                from demand d join demand_kind k on k.code = d.kind_code
                where d.status = 'closed' and d.closed_at < :before order by d.closed_at, d.id limit :most
                """)
                .bind("before", closedBefore)
                .bind("most", atMost)
                .list(row -> new Silent(
                        new DemandId(row.id("id")), row.region("region_code"), row.at("closed_at"), row.text("class")));
    }

    record Silent(DemandId id, RegionCode region, Instant closedAt, String clazz) {}

    /** Call-backs of this closing that reached nobody. */
    long callBacksInVain(Demand demand) {
        return sql.of(
                        "select count(*) from demand_call_back where demand_id = :id and closing = :closing and not is_valid")
                .bind("id", demand.id().value())
                .bind("closing", demand.marks().reopenCount())
                .count();
    }

    /** More people share it. Leaves the version alone: colleagues who work on it have nothing to look at anew. */
    void addJoiners(Demand demand, int people) {
        sql.of("update demand set joiner_count = joiner_count + :people where id = :id")
                .bind("id", demand.id().value())
                .bind("people", people)
                .update();
    }

    void addJoiner(UUID joiner, Demand demand, @Nullable UUID contact, String words, Instant now) {
        sql.of("""
                insert into demand_joiner (id, demand_id, region_code, contact_id, words, at) values (:id, :demand, :region, :contact, :words, :now)
                """)
                .bind("id", joiner)
                .bind("demand", demand.id().value())
                .bind("region", demand.origin().region())
                .bind("contact", contact)
                .bind("words", words)
                .bind("now", now)
                .update();
    }

    void addFiles(Demand demand, @Nullable UUID step, List<UUID> files) {
        sql.of("""
                insert into demand_file (demand_id, file_id, step_id, region_code) select :demand, file_id, :step, :region from unnest(:files) as file_id
                on conflict do nothing
                """)
                .bind("demand", demand.id().value())
                .bind("step", step)
                .bind("region", demand.origin().region())
                .bindIds("files", files)
                .update();
    }

    void addCode(byte[] digest, Demand demand, @Nullable UUID joiner, Instant now) {
        sql.of("""
                insert into demand_code (code_digest, demand_id, joiner_id, region_code, created_at) values (:digest, :demand, :joiner, :region, :now)
                on conflict do nothing
                """)
                .bind("digest", digest)
                .bind("demand", demand.id().value())
                .bind("joiner", joiner)
                .bind("region", demand.origin().region())
                .bind("now", now)
                .updateLater();
    }

    private static Demand demand(Sql.Row row) throws java.sql.SQLException {
        String resume = row.textOrNull("resume_status");
        return new Demand(
                new DemandId(row.id("id")),
                row.whole("version"),
                new Demand.Origin(
                        row.text("number"),
                        row.region("region_code"),
                        row.text("title"),
                        row.text("words"),
                        row.text("kind_code"),
                        row.text("channel"),
                        row.text("place"),
                        row.realOrNull("lng"),
                        row.realOrNull("lat"),
                        row.yes("is_anonymous"),
                        row.idOrNull("contact_id"),
                        row.at("raised_at"),
                        row.idOrNull("registered_by"),
                        row.region("first_node_code")),
                DemandStatus.of(row.text("status")),
                row.at("status_at"),
                resume == null ? null : DemandStatus.of(resume),
                row.region("node_code"),
                row.idOrNull("department_id"),
                row.idOrNull("handler_id"),
                new Demand.Clock(
                        row.id("clock_rule_id"),
                        row.at("due_at"),
                        row.at("warn_at"),
                        row.atOrNull("paused_at"),
                        row.onOrNull("review_on"),
                        row.yes("is_late")),
                new Demand.Marks(
                        row.atOrNull("accepted_at"),
                        row.atOrNull("verified_at"),
                        row.atOrNull("closed_at"),
                        row.atOrNull("settled_at"),
                        row.atOrNull("supervised_at"),
                        row.atOrNull("urged_at"),
                        row.whole("reopen_count"),
                        row.whole("joiner_count"),
                        row.whole("open_calls"),
                        row.textOrNull("reason_code"),
                        row.textOrNull("reason_words"),
                        row.idOrNull("merged_into_id")),
                row.yes("is_published") ? row.textOrNull("public_title") : null);
    }
}
