-- What a part of an import's undoing looks at is read off an index in the order of the demands, instead of reading and sorting a sheet of 100,000
-- cases for every part of it.
create index hotline_case_import_demand_idx on hotline_case (import_id, demand_id);
drop index hotline_case_import_id_idx;

-- Deleting a row looks for whatever points at it.
create index demand_joiner_contact_id_idx on demand_joiner (contact_id) where contact_id is not null;
create index demand_file_step_id_idx on demand_file (step_id) where step_id is not null;
create index callout_note_demand_id_idx on callout_note (demand_id);

create or replace function hotline_take_back(taken_import uuid, at_most integer)
    returns table (id uuid, region_code bigint, node_code bigint, kind_code text, channel text, is_late boolean, raised_at timestamptz, became_late_at timestamptz)
    language plpgsql security definer set search_path = public, pg_temp set enable_sort = off set enable_bitmapscan = off as $$
#variable_conflict use_column
declare
    scopes constant int8multirange := nullif(current_setting('app.scopes', true), '')::int8multirange;
    ids      uuid[];
    contacts uuid[];
begin
    if scopes is null or coalesce(current_setting('app.window', true), '') <> '' or coalesce(current_setting('app.department', true), '') <> ''
        or coalesce(current_setting('app.kinds', true), '') <> '' then
        return;
    end if;
    select array_agg(t.id), array_agg(t.contact_id) filter (where t.contact_id is not null) into ids, contacts
    from (select d.id, d.contact_id
          from hotline_case c cross join lateral (
              select d.id, d.contact_id from demand d
              where d.id = c.demand_id and d.region_code <@ scopes
                and d.version = 0 and d.status = 'raised' and d.joiner_count = 0
                and (select count(*) from demand_step s where s.demand_id = d.id) = 1
                and not exists (select from demand o where o.merged_into_id = d.id)
                and not exists (select from demand_file f where f.demand_id = d.id)
                and not exists (select from demand_code k where k.demand_id = d.id)
                and not exists (select from contact_look l where l.contact_id = d.contact_id)
              for update) d
          where c.import_id = taken_import
          order by c.demand_id limit at_most) t;
    if ids is null then
        return;
    end if;
    return query
        select d.id, d.region_code, d.node_code, d.kind_code, d.channel, d.is_late, d.raised_at, greatest(d.due_at, s.at)
        from demand d join demand_step s on s.demand_id = d.id
        where d.id = any (ids);
    delete from todo t where t.subject_kind = 'demand' and t.subject_id = any (ids);
    delete from trail_edge e where e.to_kind = 'demand' and e.to_id = any (ids);
    delete from demand_step s where s.demand_id = any (ids);
    delete from hotline_case c where c.demand_id = any (ids);
    delete from demand d where d.id = any (ids);
    delete from contact c where c.id = any (contacts);
end $$;
