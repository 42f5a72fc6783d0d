package org.gongzhi.trail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Component;

/** Links what was made to what it came from, and tells the chain of any record. Inside the caller's transaction. */
@Component
public class Trail {

    /** Above: it led here. Below: it came of this. */
    public enum Place {
        ABOVE,
        BELOW
    }

    /**
     * One link of a chain.
     *
     * @param relation how the one became the other: {@code raised_as}, {@code merged_into} …
     * @param label the link in words, as its maker put it
     */
    public record Edge(
            Place place,
            String fromKind,
            UUID from,
            String toKind,
            UUID to,
            String relation,
            String label,
            Instant at) {}

    private final Sql sql;

    public Trail(Sql sql) {
        this.sql = sql;
    }

    /** Links once; linking the same again changes nothing. A record is never linked to itself. */
    public void link(
            Actor actor,
            String fromKind,
            UUID from,
            String toKind,
            UUID to,
            String relation,
            RegionCode region,
            String label,
            Instant at) {
        if (!actor.scope().holds(region)) {
            throw new IllegalArgumentException(actor.duty() + " links outside its scope, at " + region);
        }
        sql.of("""
                insert into trail_edge (from_kind, from_id, to_kind, to_id, relation, region_code, label, at)
                values (:fromKind, :from, :toKind, :to, :relation, :region, :label, :at) on conflict do nothing""")
                .bind("fromKind", fromKind)
                .bind("from", from)
                .bind("toKind", toKind)
                .bind("to", to)
                .bind("relation", relation)
                .bind("region", region)
                .bind("label", label)
                .bind("at", at)
                .update();
    }

    /** Takes a link away that turned out not to be so; what was done stands in the histories of both. */
    public void unlink(String fromKind, UUID from, String toKind, UUID to, String relation) {
        sql.of("""
                delete from trail_edge
                where from_kind = :fromKind and from_id = :from and to_kind = :toKind and to_id = :to and relation = :relation""")
                .bind("fromKind", fromKind)
                .bind("from", from)
                .bind("toKind", toKind)
                .bind("to", to)
                .bind("relation", relation)
                .update();
    }

    /** One link of many made together. */
    public record Link(UUID from, UUID to, RegionCode region, String label) {}

    /** Links many of the same sort at once, each as {@link #link} would. */
    public void linkAll(Actor actor, String fromKind, String toKind, String relation, List<Link> links, Instant at) {
        for (Link link : links) {
            if (!actor.scope().holds(link.region())) {
                throw new IllegalArgumentException(actor.duty() + " links outside its scope, at " + link.region());
            }
        }
        sql.of("""
                insert into trail_edge (from_kind, from_id, to_kind, to_id, relation, region_code, label, at)
                select :fromKind, l.from_id, :toKind, l.to_id, :relation, l.region, l.label, :at
                from unnest(:froms, :tos, :regions, :labels) as l (from_id, to_id, region, label)
                on conflict do nothing""")
                .bind("fromKind", fromKind)
                .bind("toKind", toKind)
                .bind("relation", relation)
                .bind("at", at)
                .bindIds("froms", links.stream().map(Link::from).toList())
                .bindIds("tos", links.stream().map(Link::to).toList())
                .bindLongs(
                        "regions",
                        links.stream().map(link -> link.region().value()).toList())
                .bindTexts("labels", links.stream().map(Link::label).toList())
                .update();
    }

    /**
     * The chain of a record as far as the reader's scope goes: everything it came from, then everything that came of it, each in the order it happened. Ends
     * even where links run in a circle, since an edge is walked once; in a circle an edge counts as above.
     */
    public List<Edge> of(Actor actor, String kind, UUID id) {
        return sql.of("""
                        with recursive above as (
                            select e.* from trail_edge e where e.to_kind = :kind and e.to_id = :id and e.region_code <@ :scopes::int8multirange
                            union
                            select e.* from above a join trail_edge e on e.to_kind = a.from_kind and e.to_id = a.from_id
                            where e.region_code <@ :scopes::int8multirange
                        ), below as (
                            select e.* from trail_edge e where e.from_kind = :kind and e.from_id = :id and e.region_code <@ :scopes::int8multirange
                            union
                            select e.* from below b join trail_edge e on e.from_kind = b.to_kind and e.from_id = b.to_id
                            where e.region_code <@ :scopes::int8multirange
                        )
                        select 'ABOVE' as place, above.* from above
                        union all
                        select 'BELOW', below.* from (select * from below except select * from above) below
                        order by place, at, from_id, to_id, relation""")
                .bind("kind", kind)
                .bind("id", id)
                .bindScope(actor.scope())
                .list(row -> new Edge(
                        Place.valueOf(row.text("place")),
                        row.text("from_kind"),
                        row.id("from_id"),
                        row.text("to_kind"),
                        row.id("to_id"),
                        row.text("relation"),
                        row.text("label"),
                        row.at("at")));
    }
}
