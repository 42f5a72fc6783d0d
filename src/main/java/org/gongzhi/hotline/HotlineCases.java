package org.gongzhi.hotline;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.demand.DemandEvent;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.springframework.stereotype.Repository;

/** Which case of the hotline became which demand. */
@Repository
class HotlineCases {

    private final Sql sql;

    HotlineCases(Sql sql) {
        this.sql = sql;
    }

    /** @param digest of what the sheet said, hexadecimal */
    record Entry(UUID demand, RegionCode region, String number, String digest, Instant calledAt) {}

    record Known(UUID demand, String digest) {}

    Map<String, Known> known(Collection<String> numbers, Set<Long> districts) {
        Map<String, Known> known = new HashMap<>();
        sql.of(
                        "select demand_id, number, encode(digest, 'hex') as digest from hotline_case where district_code = any (:districts) and number = any (:numbers)")
                .bindTexts("numbers", numbers)
                .bindLongs("districts", districts)
                .list(row -> known.put(row.text("number"), new Known(row.id("demand_id"), row.text("digest"))));
        return known;
    }

    /** Takes each case that nobody has taken, whichever sheet it came in first; the demands that are to be made of them. */
    Set<UUID> claim(UUID importId, List<Entry> entries) {
        return new HashSet<>(sql.of("""
                        insert into hotline_case (demand_id, region_code, number, import_id, digest, called_at)
                        select e.demand, e.region, e.number, :import, decode(e.digest, 'hex'), e.called_at::timestamptz
                        from unnest(:demands, :regions, :numbers, :digests, :calls) as e (demand, region, number, digest, called_at)
                        order by e.region, e.number
                        on conflict do nothing
                        returning demand_id""")
                .bind("import", importId)
                .bindIds("demands", entries.stream().map(Entry::demand).toList())
                .bindLongs(
                        "regions",
                        entries.stream().map(entry -> entry.region().value()).toList())
                .bindTexts("numbers", entries.stream().map(Entry::number).toList())
                .bindTexts("digests", entries.stream().map(Entry::digest).toList())
                .bindTexts(
                        "calls",
                        entries.stream()
                                .map(entry -> entry.calledAt().toString())
                                .toList())
                .list(row -> row.id("demand_id")));
    }

    /** What the sheet says now, so that saying it again is nothing new. Returns those that did say something else before. */
    Set<UUID> saysNow(Map<UUID, String> digests) {
        return new HashSet<>(sql.of("""
                        update hotline_case c set digest = decode(n.digest, 'hex')
                        from unnest(:demands, :digests) as n (demand, digest)
                        where c.demand_id = n.demand and c.digest <> decode(n.digest, 'hex')
                        returning c.demand_id""")
                .bindIds("demands", digests.keySet())
                .bindTexts("digests", digests.values())
                .list(row -> row.id("demand_id")));
    }

    List<DemandEvent.Withdrawn> takeBack(UUID importId, int atMost) {
        return sql.of("select * from hotline_take_back(:import, :most)")
                .bind("import", importId)
                .bind("most", atMost)
                .list(row -> new DemandEvent.Withdrawn(
                        new DemandEvent.Snapshot(
                                new DemandId(row.id("id")),
                                row.region("region_code"),
                                row.region("node_code"),
                                row.text("kind_code"),
                                row.text("channel"),
                                DemandStatus.RAISED,
                                row.yes("is_late"),
                                row.at("raised_at")),
                        row.yes("is_late") ? row.at("became_late_at") : null));
    }

    int standing(UUID importId) {
        return (int) sql.of("select count(*) from hotline_case where import_id = :import")
                .bind("import", importId)
                .count();
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
