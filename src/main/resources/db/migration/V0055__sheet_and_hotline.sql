-- Sheets: what is taken over from files of others, line by line, in the open: checked as a whole, applied in parts, taken back while nobody has touched it.

create table sheet_import (
    id           uuid        primary key,
    kind         text        not null,               -- hotline, account …
    region_code  bigint      not null,               -- the node it was imported at
    account_id   uuid        not null references account (id),
    person       text        not null,               -- as they were called then
    name         text        not null check (char_length(name) between 1 and 120),
    bytes        bigint      not null check (bytes > 0),
    sha256       bytea       not null,
    content      bytea,                              -- sealed: a sheet holds names and phones; null once swept
    sample       bytea,                              -- sealed: the first lines, for choosing columns
    headings     text[]      not null,
    heading_line integer     not null check (heading_line > 0),
    mapping      jsonb,                              -- {"columns": {code: heading}, "words": {code: {said: meant}}, "options": {…}}
    state        text        not null check (state in ('uploaded', 'checking', 'checked', 'applying', 'applied', 'undoing', 'undone')),
    job_id       uuid,                               -- the latest work on it
    line_count   integer     not null default 0,
    new_count    integer     not null default 0,
    changed_count integer    not null default 0,
    same_count   integer     not null default 0,
    wrong_count  integer     not null default 0,
    applied_to   integer     not null default 0,     -- lines up to here are applied: where a broken-off import goes on
    applied_count integer    not null default 0,
    undone_count integer     not null default 0,
    kept_count   integer     not null default 0,     -- could not be taken back: somebody works on them
    created_at   timestamptz not null,
    checked_at   timestamptz,
    applied_at   timestamptz,
    undone_at    timestamptz
);
create index sheet_import_region_idx on sheet_import (region_code, kind, created_at desc, id desc);
create index sheet_import_content_idx on sheet_import (created_at) where content is not null;
alter table sheet_import enable row level security;
create policy sheet_import_scope on sheet_import
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange)
                  or account_id = (select nullif(current_setting('app.account', true), '')::uuid)
                  or (select current_setting('app.worker', true)) = 'sweep' then true else false end);

-- Lines as they were judged. Unlogged: after a crash of the database they are judged again from the sealed sheet.
create unlogged table sheet_row (
    import_id uuid    not null references sheet_import (id) on delete cascade,
    line      integer not null,                      -- as the sheet counts them
    key       text    not null,
    verdict   text    not null check (verdict in ('new', 'changed', 'same', 'wrong')),
    kept      text[]  not null,                      -- what applying needs, personal fields sealed
    problem   text,                                  -- code of a refusal
    field     text,                                  -- the column it is about
    facts     text[]  not null default '{}',
    primary key (import_id, line)
);
create index sheet_row_wrong_idx on sheet_row (import_id, line) where verdict = 'wrong';
alter table sheet_row enable row level security;
create policy sheet_row_of_import on sheet_row using (exists (select from sheet_import i where i.id = import_id));

-- Which heading means which column, kept under a name by a territory.
create table sheet_mapping (
    id          uuid   primary key,
    region_code bigint not null references region (code),
    kind        text   not null,
    name        text   not null check (char_length(name) between 1 and 30),
    mapping     jsonb  not null,
    account_id  uuid   not null references account (id),
    constraint sheet_mapping_name_unique unique (region_code, kind, name)
);
alter table sheet_mapping enable row level security;
create policy sheet_mapping_scope on sheet_mapping
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange)
                  or account_id = (select nullif(current_setting('app.account', true), '')::uuid) then true else false end);

-- Hotline: which case of the city's hotline became which demand. Its own number is the key: within a district a case enters once.
create table hotline_case (
    demand_id     uuid        primary key references demand (id) deferrable initially deferred,
    region_code   bigint      not null,
    district_code bigint      generated always as ((region_code / 1000000000) * 1000000000) stored,
    number        text        not null check (char_length(number) between 1 and 60),
    import_id     uuid        not null references sheet_import (id),
    digest        bytea       not null,              -- of what the sheet said, to see whether it says something else now
    called_at     timestamptz not null,
    constraint hotline_case_number_unique unique (district_code, number)
);
create index hotline_case_import_id_idx on hotline_case (import_id);
create index hotline_case_called_idx on hotline_case (district_code, called_at, number);
alter table hotline_case enable row level security;
create policy hotline_case_scope on hotline_case
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- Taking an import back. Steps and looks can only be added, so the application itself cannot; this door removes what the caller's scope holds of one import and
-- nobody has touched: as raised, nothing done, nothing said, nobody looked. Tells what figures must forget.
create function hotline_take_back(taken_import uuid, at_most integer)
    returns table (id uuid, region_code bigint, node_code bigint, kind_code text, channel text, is_late boolean, raised_at timestamptz, became_late_at timestamptz)
    language plpgsql security definer set search_path = public, pg_temp as $$
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
          from hotline_case c join demand d on d.id = c.demand_id
          where c.import_id = taken_import and d.region_code <@ scopes
            and d.version = 0 and d.status = 'raised' and d.joiner_count = 0
            and (select count(*) from demand_step s where s.demand_id = d.id) = 1
            and not exists (select from demand o where o.merged_into_id = d.id)
            and not exists (select from demand_file f where f.demand_id = d.id)
            and not exists (select from demand_code k where k.demand_id = d.id)
            and not exists (select from contact_look l where l.contact_id = d.contact_id)
          order by d.id limit at_most for update of d) t;
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
revoke all on function hotline_take_back(uuid, integer) from public;
grant execute on function hotline_take_back(uuid, integer) to gongzhi_app;
