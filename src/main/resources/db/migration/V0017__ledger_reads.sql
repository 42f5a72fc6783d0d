-- Lists wider than a district ask each district in turn, by a parameter. Where all demands lie in one district, statistics say that every district holds
-- everything, and the planner walks the whole table for each that holds nothing. A floor under the number of districts makes the index by district the cheaper
-- way whatever lies where; a single district, asked by its own code, still has its true share.
alter table demand alter column district_code set (n_distinct = 50);
alter table demand_step alter column district_code set (n_distinct = 50);
alter table demand_call_back alter column district_code set (n_distinct = 50);

-- What is closed, declined or merged is little beside what is settled, and so are the suspended and the reopened beside all open work.
create index demand_ended_idx on demand (status, raised_at desc, id desc) where status in ('closed', 'declined', 'merged');
create index demand_ended_district_idx on demand (district_code, status, raised_at desc, id desc) where status in ('closed', 'declined', 'merged');
create index demand_ended_street_idx on demand (street_code, status, raised_at desc, id desc) where status in ('closed', 'declined', 'merged');
create index demand_ended_community_idx on demand (community_code, status, raised_at desc, id desc) where status in ('closed', 'declined', 'merged');
create index demand_suspended_due_idx on demand (due_at, id) where status = 'suspended';
create index demand_suspended_district_due_idx on demand (district_code, due_at, id) where status = 'suspended';
create index demand_suspended_street_due_idx on demand (street_code, due_at, id) where status = 'suspended';
create index demand_reopened_due_idx on demand (due_at, id)
    where reopen_count > 0 and status in ('raised','accepted','assigned','handling','verifying','suspended');
create index demand_reopened_district_due_idx on demand (district_code, due_at, id)
    where reopen_count > 0 and status in ('raised','accepted','assigned','handling','verifying','suspended');
create index demand_reopened_street_due_idx on demand (street_code, due_at, id)
    where reopen_count > 0 and status in ('raised','accepted','assigned','handling','verifying','suspended');

analyze demand (district_code);
analyze demand_step (district_code);
analyze demand_call_back (district_code);

-- What a search for words, or for one's own part, comes down to. Full text under row-level security: @@ is not leakproof, so a policy would keep it off its
-- index. This function is the one door; it applies the caller's own scope and line inside, and the rest of the filter, so that whoever asks need not look at what
-- the filter leaves out. It gives nothing to the public window and returns nothing but ids: all of them when fewer than at_most, else any.
drop function demand_matching(tsquery, bigint[], bigint, integer);
create function demand_hits(
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
                  and (line is null or d.department_id = line) and (kinds is null or d.kind_code = any (kinds))
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
        return query
            select d.id from demand d
            where d.search @@ query and case when d.region_code <@ scopes then true else false end
              and (street is null or d.street_code = street) and (districts is null or d.district_code = any (districts))
              and (community is null or d.community_code = community) and (grid is null or d.region_code = grid)
              and (line is null or d.department_id = line) and (kinds is null or d.kind_code = any (kinds))
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
revoke all on function demand_hits(tsquery, uuid, int8multirange, integer, bigint[], bigint, bigint, bigint, boolean, text, text, text[], timestamptz, boolean, boolean, text[], text[], uuid,
    timestamptz, timestamptz) from public;
grant execute on function demand_hits(tsquery, uuid, int8multirange, integer, bigint[], bigint, bigint, bigint, boolean, text, text, text[], timestamptz, boolean, boolean, text[], text[], uuid,
    timestamptz, timestamptz) to gongzhi_app;
