-- Searching a common character within a period. Everything else of this function is as it was.
create or replace function demand_hits(
    query tsquery, account uuid, within int8multirange, at_most integer, districts bigint[] default null, street bigint default null,
    community bigint default null, grid bigint default null,
    is_open boolean default false, one_status text default null, view_status text default null, statuses text[] default null,
    soon timestamptz default null, is_reopened boolean default false, lateness boolean default null, only_kinds text[] default null,
    channels text[] default null, given_to uuid default null, raised_from timestamptz default null, raised_to timestamptz default null)
    returns setof uuid
    language plpgsql stable security definer
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan
    set enable_bitmapscan = on
    set enable_sort = on
    set enable_seqscan = on
    set max_parallel_workers_per_gather = 0
    rows 1000
as $$
declare
    scopes constant int8multirange := nullif(current_setting('app.scopes', true), '')::int8multirange * within;
    line   constant uuid           := nullif(current_setting('app.department', true), '')::uuid;
    kinds  constant text[]         := nullif(current_setting('app.kinds', true), '')::text[];
begin
    if scopes is null or coalesce(current_setting('app.window', true), '') <> '' then
        return;
    end if;
    if account is not null then
        -- One lookup for each of a person's own, and no more than are asked for: estimated, the scope would seem narrow enough to begin with.
        return query
            select d.id from (select s.demand_id from demand_step s where s.account_id = account
                              union select h.id from demand h where h.handler_id = account) own (id)
            cross join lateral (
                select d.id from demand d
                where d.id = own.id and d.region_code <@ scopes
                  and (query is null or d.search @@ query)
                  and (line is null or d.department_id = line or line = any (d.called_departments)) and (kinds is null or d.kind_code = any (kinds))
                  and (not is_open or d.status in ('raised','accepted','assigned','handling','verifying','suspended'))
                  and (one_status is null or d.status = one_status) and (view_status is null or d.status = view_status)
                  and (statuses is null or d.status = any (statuses))
                  and (soon is null or d.is_late or (d.paused_at is null and d.warn_at <= soon))
                  and (not is_reopened or d.reopen_count > 0) and (lateness is null or d.is_late = lateness)
                  and (only_kinds is null or d.kind_code = any (only_kinds)) and (channels is null or d.channel = any (channels))
                  and (given_to is null or d.department_id = given_to)
                  and (raised_from is null or d.raised_at >= raised_from) and (raised_to is null or d.raised_at < raised_to)
                offset 0) d
            limit at_most;
    else
        -- A character that every few matters have, in some weeks of a year: the index would gather all that have it and all of those weeks before the first is
        -- found. Read in order, enough of them are met soon. How common the words are is tried on some matters of the place and time.
        if raised_from is not null and (
            select count(*) filter (where tried.is_hit) * 10 >= count(*)
            from (select d.search @@ query as is_hit from demand d
                  where (street is null or d.street_code = street) and (districts is null or d.district_code = any (districts))
                    and (community is null or d.community_code = community) and (grid is null or d.region_code = grid)
                    and d.raised_at >= raised_from and (raised_to is null or d.raised_at < raised_to)
                  limit 300) tried) then
            perform set_config('enable_bitmapscan', 'off', true);
            perform set_config('enable_seqscan', 'off', true);
        end if;
        return query
            select d.id from demand d
            where d.search @@ query and case when d.region_code <@ scopes then true else false end
              and (street is null or d.street_code = street) and (districts is null or d.district_code = any (districts))
              and (community is null or d.community_code = community) and (grid is null or d.region_code = grid)
              and (line is null or d.department_id = line or line = any (d.called_departments)) and (kinds is null or d.kind_code = any (kinds))
              and (not is_open or d.status in ('raised','accepted','assigned','handling','verifying','suspended'))
              and (one_status is null or d.status = one_status) and (view_status is null or d.status = view_status)
              and (statuses is null or d.status = any (statuses))
              and (soon is null or d.is_late or (d.paused_at is null and d.warn_at <= soon))
              and (not is_reopened or d.reopen_count > 0) and (lateness is null or d.is_late = lateness)
              and (only_kinds is null or d.kind_code = any (only_kinds)) and (channels is null or d.channel = any (channels))
              and (given_to is null or d.department_id = given_to)
              and (raised_from is null or d.raised_at >= raised_from) and (raised_to is null or d.raised_at < raised_to)
            limit at_most;
    end if;
end
$$;
