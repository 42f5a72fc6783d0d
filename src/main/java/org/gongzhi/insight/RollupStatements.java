package org.gongzhi.insight;

/** The pieces of SQL that fold, rebuild and recount share, so that they cannot count differently. */
final class RollupStatements {

    /** One folder at a time over all servers; rebuilding waits for it. */
    static final String LOCK = "select pg_advisory_xact_lock(hashtext('rollup_fold'))::text";

    static final String TRY_LOCK = "select pg_try_advisory_xact_lock(hashtext('rollup_fold')) as mine";

    /**
     * Common table expressions from {@code leaf} (what happened, by place) to {@code spread}: what every visible node at or above the place gains, for each
     * grain and dimension. Days up to streets, months and stocks everywhere.
     */
    static final String SPREAD = """
            axis (place, code, level, parent_code, is_hidden) as (
                select p.region_code, r.code, r.level, r.parent_code, r.is_hidden
                from (select distinct region_code from leaf) p join region r on r.code = p.region_code
                union all
                select a.place, r.code, r.level, r.parent_code, r.is_hidden from axis a join region r on r.code = a.parent_code),
            shape (is_stock, grain, dimension) as (values
                (false, 'd', ''), (false, 'd', 'kind'), (false, 'd', 'channel'),
                (false, 'm', ''), (false, 'm', 'kind'), (false, 'm', 'channel'),
                (true, 's', ''), (true, 's', 'kind'), (true, 's', 'channel'), (true, 's', 'status'), (true, 's', 'age')),
            shaped as (
                select l.region_code, l.metric, s.grain, s.dimension,
                       case when s.grain = 'd' or s.dimension = 'age' then l.day
                            when s.grain = 'm' then l.day - (extract(day from l.day)::int - 1)
                            else date '1970-01-01' end as period,
                       case s.dimension when 'kind' then l.kind_code when 'channel' then l.channel when 'status' then l.status else '' end as value,
                       sum(l.n) as n, sum(l.total) as total
                from leaf l join metric m on m.id = l.metric join shape s on s.is_stock = m.is_stock
                where s.dimension <> 'age' or m.code = 'open'
                group by 1, 2, 3, 4, 5, 6),
            spread as (
                select a.code as region_code, s.metric, s.grain, s.dimension, s.period, s.value, sum(s.n)::bigint as n, sum(s.total)::bigint as total
                from shaped s join axis a on a.place = s.region_code
                where not a.is_hidden and (s.grain <> 'd' or a.level <= 4)
                group by 1, 2, 3, 4, 5, 6
                having sum(s.n) <> 0 or sum(s.total) <> 0)
            """;

    private static final String MATTER_COLUMNS = """
            d.id, d.region_code, d.kind_code, d.channel, d.status, d.is_late, d.raised_at, d.accepted_at,
            (d.raised_at at time zone 'Asia/Shanghai')::date as raised_on,
            d.status in ('raised', 'accepted', 'assigned', 'handling', 'verifying', 'suspended') as is_open
            """;

    /** Those that lie between {@code :from} and {@code :to}, and those that lay there until the tree was changed. */
    private static final String MATTER = """
            past as (select distinct demand_id from demand_past_region),
            matter as (
                select
            """ + MATTER_COLUMNS + """
                , past.demand_id is not null as is_moved
                from demand d left join past on past.demand_id = d.id where d.region_code >= :from and d.region_code < :to
                union all
                select
            """ + MATTER_COLUMNS + """
                , true
                from (select distinct demand_id from demand_past_region where region_code >= :from and region_code < :to) p join demand d on d.id = p.demand_id
                where not (d.region_code >= :from and d.region_code < :to)),
            """;

    /** Those that a change of the tree moves, which {@code tree_moved} lists. */
    private static final String MOVED_MATTER = """
            matter as (select
            """ + MATTER_COLUMNS + """
                , true as is_moved from demand d where d.id in (select demand_id from tree_moved)),
            """;

    /**
     * Every fact of every matter: by {@code region_code}, where the matter lies today, and by {@code place}, where it lay on the day of the fact. Stocks are of
     * today. All but {@link Metric#BECAME_LATE}: no record keeps the day a clock ran out once the time has been extended, so that flow is as announced.
     */
    private static final String KNOWN = """
            known (metric, demand_id, is_moved, region_code, day, kind_code, channel, status, n, total) as (
                select k.metric, d.id, d.is_moved, d.region_code, d.raised_on, d.kind_code, d.channel, k.status, 1, 0
                from matter d join lateral (values (1, true, ''), (16, d.is_open, d.status), (17, d.is_open and d.is_late, d.status)) k (metric, applies, status)
                     on k.applies
                union all
                select k.metric, d.id, d.is_moved, d.region_code, (s.at at time zone 'Asia/Shanghai')::date, d.kind_code, d.channel, '', 1,
                       case when k.metric = 3 then greatest(0, floor(extract(epoch from s.at - coalesce(
                           (select max(a.at) from demand_step a where a.demand_id = s.demand_id and a.verb = 'accept' and a.at <= s.at),
                           case when d.accepted_at <= s.at then d.accepted_at end,
                           d.raised_at)) / 60))::bigint else 0 end
                from demand_step s join matter d on d.id = s.demand_id
                join lateral (values
                    (2, s.verb = 'accept'),
                    (3, s.to_status in ('closed', 'settled') and coalesce(s.from_status, '') not in ('closed', 'settled')),
                    (4, s.to_status = 'declined' and coalesce(s.from_status, '') <> 'declined'),
                    (5, s.to_status = 'merged' and coalesce(s.from_status, '') <> 'merged'),
                    (6, s.from_status in ('closed', 'settled', 'declined') and s.to_status not in ('closed', 'settled', 'declined', 'merged')),
                    (7, s.verb = 'pass_up')) k (metric, applies) on k.applies
                -- A merge taken back counts one less on its own day: what was counted on the day of the merge stays.
                union all
                select 5, d.id, d.is_moved, d.region_code, (s.at at time zone 'Asia/Shanghai')::date, d.kind_code, d.channel, '', -1, 0
                from demand_step s join matter d on d.id = s.demand_id where s.from_status = 'merged' and s.to_status <> 'merged'
                union all
                select 8, d.id, d.is_moved, d.region_code, (t.ended_at at time zone 'Asia/Shanghai')::date, d.kind_code, d.channel, '', 1, 0
                from demand_transfer t join matter d on d.id = t.demand_id where t.direction = 'up' and t.outcome = 'received'
                union all
                select k.metric, d.id, d.is_moved, d.region_code, (c.at at time zone 'Asia/Shanghai')::date, d.kind_code, d.channel, '', 1, 0
                from demand_call_back c join matter d on d.id = c.demand_id
                join lateral (values (9, true), (10, c.is_contacted), (11, c.is_solved), (12, c.satisfaction = 'satisfied'), (13, c.satisfaction = 'basically'))
                     k (metric, applies) on k.applies
                where c.is_valid
                union all
                select 14, d.id, d.is_moved, d.region_code, (j.at at time zone 'Asia/Shanghai')::date, d.kind_code, d.channel, '', 1, 0
                from demand_joiner j join matter d on d.id = j.demand_id),
            -- What came of a call counts on the day of the call, where the matter lay when it came of it.
            called (metric, demand_id, is_moved, region_code, day, kind_code, channel, status, n, total, lay_on) as (
                select k.metric, d.id, d.is_moved, d.region_code, (c.called_at at time zone 'Asia/Shanghai')::date, d.kind_code, d.channel, '', 1, 0,
                       (k.at at time zone 'Asia/Shanghai')::date
                from callout c join matter d on d.id = c.demand_id
                join lateral (values (30, c.is_lead, c.called_at), (31, true, c.called_at), (32, coalesce(c.is_in_time, false), c.arrived_at),
                        (33, c.grade is not null, c.graded_at), (34, coalesce(c.grade = 'in_place', false), c.graded_at),
                        (35, coalesce(c.grade = 'mostly', false), c.graded_at))
                     k (metric, applies, at) on k.applies),
            placed as (
                select k.*, case when not k.is_moved or k.status <> '' then k.region_code else coalesce(
                            (select p.region_code from demand_past_region p where p.demand_id = k.demand_id and k.lay_on < p.until order by p.until limit 1),
                            k.region_code) end as place
                from (select known.*, known.day as lay_on from known union all select * from called) k)
            """;

    /**
     * Common table expressions ending in {@code fact}: the same rows {@link DemandListener} and {@link CallListener} announce, counted from the records of the
     * places from {@code :from} up to but not including {@code :to}; rebuild and recount leave {@link Metric#BECAME_LATE} alone.
     */
    static final String FACTS = MATTER + KNOWN + """
            , fact as (
                select metric, place as region_code, day, kind_code, channel, status, n, total from placed where place >= :from and place < :to)
            """;

    /** Ending in {@code placed}, of what a change of the tree moves. */
    static final String MOVED_FACTS = MOVED_MATTER + KNOWN;

    private RollupStatements() {}
}
