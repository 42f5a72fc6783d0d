-- Retention 保存期限: some time after a case has ended, what names people in it goes. The case itself, its history and its figures stay.
create table retention_rule (
    id            uuid      primary key,
    kind_code     text      references demand_kind (code),     -- null: any kind
    key           text      not null generated always as (coalesce(kind_code, '*')) stored,
    region_code   bigint    not null references region (code),
    months        smallint  not null check (months between 1 and 600),   -- after the case has ended
    removes_photos boolean  not null,                          -- the pictures people sent with it go too
    valid         daterange not null,
    version       integer   not null check (version > 0),
    source        text      not null,
    constraint retention_rule_once_exclude exclude using gist (key with =, region_code with =, valid with &&)
);
create index retention_rule_region_idx on retention_rule (region_code);
alter table retention_rule enable row level security;
create policy retention_rule_read on retention_rule for select using (true);
create policy retention_rule_write on retention_rule for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
-- A rule is ended, never changed.
revoke update, delete, truncate on retention_rule from gongzhi_app;
grant update (valid) on retention_rule to gongzhi_app;

alter table demand add column anonymized_at timestamptz;
create index demand_forgettable_idx on demand ((coalesce(closed_at, status_at)), id)
    where anonymized_at is null and status in ('settled', 'declined', 'merged');

-- 暂不清除: a case that somebody still needs as it is, for a lawsuit, a review, an inquiry.
create table demand_hold (
    id          uuid        primary key,
    demand_id   uuid        not null references demand (id),
    region_code bigint      not null,
    reason      text        not null check (char_length(reason) between 1 and 200),
    set_by      uuid        not null references account (id),
    set_at      timestamptz not null,
    lifted_by   uuid        references account (id),
    lifted_at   timestamptz,
    constraint demand_hold_lifted_check check ((lifted_by is null) = (lifted_at is null))
);
create unique index demand_hold_open_unique on demand_hold (demand_id) where lifted_at is null;
create index demand_hold_set_idx on demand_hold (set_at desc, id desc);
alter table demand_hold enable row level security;
create policy demand_hold_scope on demand_hold using (case
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    else exists (select from demand d where d.id = demand_id) end);

-- What was done in a district at one time, and what proves it.
create table retention_run (
    id          uuid        primary key,
    region_code bigint      not null,                   -- a district
    at          timestamptz not null,
    demands     integer     not null check (demands > 0),
    contacts    integer     not null,
    texts       integer     not null,                   -- in which something was taken out
    places      integer     not null,
    photos      integer     not null,
    oldest      timestamptz not null,                   -- ended when
    digest      text        not null,                   -- of the cases, SM3
    remaining   integer     not null                    -- found by looking again afterwards
);
create index retention_run_at_idx on retention_run (at desc, id desc);
alter table retention_run enable row level security;
create policy retention_run_scope on retention_run
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
revoke update, delete, truncate on retention_run from gongzhi_app;

create table retention_item (
    run_id      uuid   not null references retention_run (id) deferrable initially deferred,
    demand_id   uuid   not null references demand (id),
    region_code bigint not null,
    removes_photos boolean not null,
    primary key (run_id, demand_id)
);
create index retention_item_demand_id_idx on retention_item (demand_id);
alter table retention_item enable row level security;
create policy retention_item_scope on retention_item
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
revoke update, delete, truncate on retention_item from gongzhi_app;

-- Steps and notes can only be added, so the application itself cannot. This door replaces texts of cases that have been anonymized, and of no others.
create type retention_text as (place text, id uuid, "demandId" uuid, a text, b text, c text, d text);
create function retention_rewrite(demands uuid[], texts jsonb) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    done integer := 0;
    part integer;
begin
    if coalesce(current_setting('app.worker', true), '') <> 'retention' then
        return 0;
    end if;
    texts := (select coalesce(jsonb_agg(t), '[]'::jsonb)
              from jsonb_populate_recordset(null::retention_text, texts) t
              join demand x on x.id = t."demandId" and x.anonymized_at is not null);
    update demand_step s set words = t.a, public_words = t.b from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'step' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update demand_call_back s set words = t.a from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'call_back' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update demand_joiner s set words = t.a from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'joiner' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update demand_transfer s set words = t.a, answer = t.b from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'transfer' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update demand_extension s set words = t.a, answer = t.b from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'extension' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update callout_whistle s set words = t.a from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'whistle' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update callout s set words = t.a, result = t.b, refusal_words = t.c, grade_words = t.d from jsonb_populate_recordset(null::retention_text, texts) t
    where t.place = 'callout' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update callout s set answer = t.a from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'callout_answer' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update callout_note s set words = t.a from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'callout_note' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update todo s set title = t.a, note = t.b from jsonb_populate_recordset(null::retention_text, texts) t
    where t.place = 'todo' and s.id = t.id
      and (s.subject_id = t."demandId" or s.subject_id in (select c.id from callout c where c.demand_id = t."demandId"));
    get diagnostics part = row_count; done := done + part;
    update trail_edge s set label = t.a from jsonb_populate_recordset(null::retention_text, texts) t
    where t.place = 'trail' and s.to_kind = 'demand' and s.to_id = t."demandId" and s.from_id = t.id;
    get diagnostics part = row_count; done := done + part;
    -- Who looked when and for what stays readable; their own words may name somebody.
    update contact_look l set words = case when l.purpose = 'other' then '（已清除）' end
    where l.words is not null
      and l.contact_id in (select x.contact_id from demand x where x.id = any (demands) and x.anonymized_at is not null
                           union all
                           select j.contact_id from demand_joiner j join demand x on x.id = j.demand_id where x.id = any (demands) and x.anonymized_at is not null);
    return done;
end $$;
revoke all on function retention_rewrite(uuid[], jsonb) from public;
grant execute on function retention_rewrite(uuid[], jsonb) to gongzhi_app;
