-- The roll: which organization came of which sheet, so that a whole import can be taken back. Until then an organization was never deleted; one that a sheet brought
-- by mistake and that nothing depends on was never there.
create table roll_entry (
    import_id       uuid     not null references sheet_import (id),
    organization_id uuid     not null references organization (id),
    region_code     bigint   not null,
    is_new          boolean  not null,
    full_members    integer,                       -- as they were before, where the sheet only changed them
    members         integer,
    units           smallint,
    posts           smallint not null,             -- how many the sheet said
    version         integer  not null,             -- as the sheet left it: another has been changed since
    primary key (import_id, organization_id),
    constraint roll_entry_before_check check (is_new = (full_members is null) and is_new = (members is null))
);
create index roll_entry_organization_idx on roll_entry (organization_id);
alter table roll_entry enable row level security;
create policy roll_entry_scope on roll_entry
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
revoke update, delete, truncate on roll_entry from gongzhi_app;

-- Who answers or answered to one, ended or not: asked where an organization goes.
create index organization_affiliation_parent_idx on organization_affiliation (parent_id) where parent_id is not null;
create index organization_parent_ever_idx on organization (parent_id) where parent_id is not null;

-- Lines are applied turn by turn. A kind says what its turns are: the place, so that what lies together is touched once; or how far below the top, so that whoever is
-- answered to stands before those who answer. Kinds without leave it at 0 and are applied line by line.
alter table sheet_row rename column place to turn;
alter table sheet_import rename column applied_place to applied_turn;  -- a broken-off import goes on after this turn's line applied_to

-- Taking an import back: figures as they were, where nobody has changed them since; and of what was new, those that nobody answers to, that have not been changed,
-- with no more posts than the sheet said, and that no other table speaks of. From below, a level with each call.
create function roll_take_back(taken_import uuid, at_most integer) returns integer
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    scopes constant int8multirange := nullif(current_setting('app.scopes', true), '')::int8multirange;
    done   integer := 0;
    gone   record;
begin
    if scopes is null or coalesce(current_setting('app.window', true), '') <> '' or coalesce(current_setting('app.department', true), '') <> '' then
        return 0;
    end if;
    with back as (
        update organization o set full_members = e.full_members, members = e.members, units = e.units, version = o.version + 1
        from roll_entry e
        where e.import_id = taken_import and not e.is_new and o.id = e.organization_id and o.version = e.version and o.ended_on is null and o.region_code <@ scopes
        returning o.id),
    forgotten as (delete from roll_entry e using back where e.import_id = taken_import and e.organization_id = back.id)
    select count(*) into done from back;
    for gone in
        select o.id
        from roll_entry e join organization o on o.id = e.organization_id
        where e.import_id = taken_import and e.is_new and o.version = e.version and o.ended_on is null and o.region_code <@ scopes
          and not exists (select from organization b where b.parent_id = o.id)
          and not exists (select from organization_affiliation a where a.parent_id = o.id)
          and (select count(*) from organization_post p where p.organization_id = o.id and upper_inf(p.valid)) = e.posts
          and (select count(*) from organization_post p where p.organization_id = o.id) = e.posts
          and not exists (select from todo t where t.subject_kind = 'organization' and t.subject_id = o.id and t.closed_at is not null)
          and not exists (select from roll_entry x where x.organization_id = o.id and x.import_id <> taken_import)
        order by o.id limit at_most for update of o
    loop
        begin
            delete from todo where subject_kind = 'organization' and subject_id = gone.id;
            delete from organization_post where organization_id = gone.id;
            delete from organization_term where organization_id = gone.id;
            delete from organization_name where organization_id = gone.id;
            delete from organization_territory where organization_id = gone.id;
            delete from organization_affiliation where organization_id = gone.id;
            delete from roll_entry where import_id = taken_import and organization_id = gone.id;
            delete from organization where id = gone.id;
            done := done + 1;
        exception when foreign_key_violation then
            null;  -- something else speaks of it by now: it stays
        end;
    end loop;
    return done;
end $$;
revoke all on function roll_take_back(uuid, integer) from public;
grant execute on function roll_take_back(uuid, integer) to gongzhi_app;

-- What is typed is compared in small letters; so are names and their pairs of characters.
update organization set grams = array(select distinct lower(gram) from unnest(grams) gram) where name <> lower(name);
create or replace function organization_hits(part text, letters text, pairs text[], most integer) returns table (id uuid, distance integer)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    seen   int8multirange := nullif(current_setting('app.scopes', true), '')::int8multirange;
    lo     bigint := lower(seen);
    hi     bigint := upper(seen);
    common text[];
begin
    if coalesce(current_setting('app.window', true), '') <> '' or nullif(current_setting('app.department', true), '') is not null or lo is null then
        return;
    end if;
    if letters <> '' then
        return query
            (select h.id, 0 from organization h
             where h.ended_on is null and h.pinyin >= letters and h.pinyin < letters || '{' and h.region_code >= lo and h.region_code < hi and h.region_code <@ seen
             order by h.pinyin limit most)
            union all
            (select h.id, 1 from organization h
             where h.ended_on is null and h.initials >= letters and h.initials < letters || '{' and h.region_code >= lo and h.region_code < hi and h.region_code <@ seen
             order by h.initials limit most)
            union all
            (select c.id, 2 from (select h.id, h.region_code, h.parent_id from organization h
                                  where h.ended_on is null and h.pinyin >= letters and h.pinyin < letters || '{' order by h.pinyin limit 2000) c
             where case when c.region_code <@ seen or c.parent_id is null then false else organization_reaches(c.parent_id) end limit most);
        return;
    end if;
    select coalesce(array_agg(e.gram), '{}') into common
    from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as e (gram, frequency)
    where s.schemaname = 'public' and s.tablename = 'organization' and s.attname = 'grams' and s.most_common_elems is not null and e.frequency > 0.01;
    if pairs <@ common then
        return query
            select h.id, 1 from organization h
            where h.ended_on is null and position(part in lower(h.name)) > 0 and h.region_code >= lo and h.region_code < hi and h.region_code <@ seen
            order by h.pinyin limit most;
    else
        return query
            (select h.id, case when starts_with(lower(h.name), part) then 0 else 1 end from organization h
             where h.ended_on is null and h.grams @> pairs and position(part in lower(h.name)) > 0 and h.region_code >= lo and h.region_code < hi and h.region_code <@ seen
             order by 2, char_length(h.name), h.pinyin limit most)
            union all
            (select c.id, 2 from (select h.id, h.region_code, h.parent_id from organization h
                                  where h.ended_on is null and h.grams @> pairs and position(part in lower(h.name)) > 0 limit 2000) c
             where case when c.region_code <@ seen or c.parent_id is null then false else organization_reaches(c.parent_id) end limit most);
    end if;
end $$;
