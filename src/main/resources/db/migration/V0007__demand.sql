-- Demand 民情诉求: heard, handled, judged.

create table demand_kind (
    code        text     primary key,                   -- water_heating, parking …
    parent_code text     references demand_kind (code),
    region_code bigint   not null references region (code),  -- the territory whose dictionary it is
    name        text     not null,
    name_en     text     not null,
    class       text     not null check (class in ('urgent', 'utility', 'ordinary', 'hard')),
    position    smallint not null,
    is_public   boolean  not null,                      -- a public matter: shown in the window once accepted, cut to building level
    hotline     text,                                   -- 急事请拨 …
    is_active   boolean  not null default true
);
alter table demand_kind enable row level security;
create policy demand_kind_read on demand_kind for select using (true);
create policy demand_kind_write on demand_kind for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- 理由: chosen from a list so that they can be counted; words are optional unless needs_words.
create table demand_reason (
    code        text     primary key,
    verb        text     not null check (verb in ('decline', 'return', 'pass_up', 'suspend', 'extend', 'urge')),
    name        text     not null,
    name_en     text     not null,
    instead     text,                                   -- 可以找谁: shown to the resident when declined
    needs_words boolean  not null default false,
    position    smallint not null
);

create table demand_number (
    street_code bigint   not null,
    month       date     not null,
    last        integer  not null,
    primary key (street_code, month)
);

create table demand (
    id             uuid        primary key,
    version        integer     not null default 0,
    number         text        not null,                -- 建外2611-0187
    region_code    bigint      not null references region (code),
    city_code      bigint      generated always as ((region_code / 100000000000) * 100000000000) stored,
    district_code  bigint      generated always as ((region_code / 1000000000) * 1000000000) stored,
    street_code    bigint      generated always as ((region_code / 1000000) * 1000000) stored,
    community_code bigint      generated always as ((region_code / 1000) * 1000) stored,
    title          text        not null check (char_length(title) between 1 and 80),
    words          text        not null check (char_length(words) between 1 and 2000),  -- the resident's own
    kind_code      text        not null references demand_kind (code),
    channel        text        not null check (channel in ('online', 'phone', 'visit_in', 'walk_visit', 'meeting', 'hotline', 'representative')),
    place          text        not null default '' check (char_length(place) <= 120),
    lng            double precision,
    lat            double precision,
    is_anonymous   boolean     not null,
    contact_id     uuid        references contact (id),
    raised_at      timestamptz not null,
    registered_by  uuid        references account (id), -- null: by the resident
    status         text        not null check (status in
                       ('raised','accepted','assigned','handling','verifying','closed','settled','suspended','declined','merged')),
    status_at      timestamptz not null,
    resume_status  text,                                -- what a suspended demand returns to
    node_code      bigint      not null references region (code),       -- who is responsible now
    first_node_code bigint     not null references region (code),       -- who heard it first
    department_id  uuid        references department (id),
    handler_id     uuid        references account (id),
    accepted_at    timestamptz,
    closed_at      timestamptz,
    settled_at     timestamptz,
    clock_rule_id  uuid        not null references clock_rule (id),
    due_at         timestamptz not null,
    warn_at        timestamptz not null,
    paused_at      timestamptz,
    review_on      date,
    is_late        boolean     not null default false,  -- passed its due time while open; set by the clock worker, the one truth for figures and lists
    verified_at    timestamptz,                         -- checked and found done; a rework clears it
    supervised_at  timestamptz,
    urged_at       timestamptz,
    reason_code    text        references demand_reason (code),
    reason_words   text        check (char_length(reason_words) <= 500),
    merged_into_id uuid        references demand (id),
    joiner_count   integer     not null default 0 check (joiner_count >= 0),
    reopen_count   integer     not null default 0,
    is_published   boolean     not null default false,
    public_title   text        check (char_length(public_title) <= 80),
    search         tsvector    not null default '',
    is_demo        boolean     not null default false,
    constraint demand_pause_check check ((paused_at is null) = (review_on is null)),
    constraint demand_suspended_check check ((status = 'suspended') = (resume_status is not null)),
    constraint demand_merged_check check ((status = 'merged') = (merged_into_id is not null)),
    constraint demand_merge_self_check check (merged_into_id <> id),
    constraint demand_closed_check check (status not in ('closed', 'settled') or closed_at is not null),
    constraint demand_anonymous_check check (not is_anonymous or contact_id is null),
    constraint demand_published_check check (not is_published or public_title is not null)
);
create unique index demand_number_unique on demand (street_code, number);
-- 台账 newest first, at every height; open work is small and has its own indexes
create index demand_raised_idx on demand (raised_at desc, id desc);
create index demand_district_raised_idx on demand (district_code, raised_at desc, id desc);
create index demand_street_raised_idx on demand (street_code, raised_at desc, id desc);
create index demand_community_raised_idx on demand (community_code, raised_at desc, id desc);
create index demand_region_raised_idx on demand (region_code, raised_at desc, id desc);
-- one line of a district: duties bounded by kind, and the figures by kind
create index demand_kind_raised_idx on demand (district_code, kind_code, raised_at desc, id desc);
create index demand_open_district_due_idx on demand (district_code, due_at, id) where status in ('raised','accepted','assigned','handling','verifying','suspended');
create index demand_open_street_due_idx on demand (street_code, due_at, id) where status in ('raised','accepted','assigned','handling','verifying','suspended');
create index demand_open_community_due_idx on demand (community_code, due_at, id) where status in ('raised','accepted','assigned','handling','verifying','suspended');
create index demand_open_due_idx on demand (due_at, id) where status in ('raised','accepted','assigned','handling','verifying','suspended');
create index demand_closed_idx on demand (district_code, closed_at, id) where status = 'closed';
create index demand_handler_id_idx on demand (handler_id) where handler_id is not null;
create index demand_ticking_idx on demand (due_at, id) where status in ('raised','accepted','assigned','handling','verifying') and not is_late;
create index demand_search_idx on demand using gin (district_code, street_code, search);
create index demand_department_idx on demand (department_id, raised_at desc, id desc) where department_id is not null;
create index demand_merged_into_id_idx on demand (merged_into_id) where merged_into_id is not null;
create index demand_contact_id_idx on demand (contact_id) where contact_id is not null;
create index demand_published_idx on demand (community_code, raised_at desc, id desc) where is_published;
create index demand_published_street_idx on demand (street_code, raised_at desc, id desc) where is_published;
create index demand_published_district_idx on demand (district_code, raised_at desc, id desc) where is_published;

alter table demand enable row level security;
-- Staff: territory and line (kinds of demand, or what was given to one's department). Public window: published, or the one whose code one holds.
create policy demand_scope on demand using (case
    when (select current_setting('app.window', true)) = 'public'
        then is_published and region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange)
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    when (select nullif(current_setting('app.department', true), '')) is not null
        then department_id = (select nullif(current_setting('app.department', true), '')::uuid)
    when (select nullif(current_setting('app.kinds', true), '')) is not null
        then kind_code = any ((select nullif(current_setting('app.kinds', true), '')::text[])::text[])
    else true end);

-- 查询码: only a keyed digest is kept. A row is visible only to whoever brings the code.
create table demand_code (
    code_digest bytea       primary key,
    demand_id   uuid        not null references demand (id),
    joiner_id   uuid,                              -- a joiner's code sees the demand it joined
    region_code bigint      not null,
    created_at  timestamptz not null default now()
);
create index demand_code_demand_id_idx on demand_code (demand_id);
alter table demand_code enable row level security;
create policy demand_code_holder on demand_code for select
    using (case when code_digest = (select decode(nullif(current_setting('app.code', true), ''), 'hex')) then true else false end);
create policy demand_code_write on demand_code for insert
    with check (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- 办理经过: what happened, never changed afterwards.
create table demand_step (
    id            uuid        primary key,
    demand_id     uuid        not null references demand (id),
    region_code   bigint      not null,
    district_code  bigint     generated always as ((region_code / 1000000000) * 1000000000) stored,
    street_code    bigint     generated always as ((region_code / 1000000) * 1000000) stored,
    community_code bigint     generated always as ((region_code / 1000) * 1000) stored,
    at            timestamptz not null,
    verb          text        not null,
    from_status   text,
    to_status     text        not null,
    account_id    uuid        references account (id),
    actor         text        not null,                 -- name and place as they were; 居民 for residents
    node_code     bigint      not null,
    department_id uuid        references department (id),
    to_name       text,                                 -- to whom it was given
    reason_code   text        references demand_reason (code),
    words         text        not null default '' check (char_length(words) <= 2000),
    public_words  text        check (char_length(public_words) <= 500)  -- what the resident reads; null: not shown
);
create index demand_step_demand_id_idx on demand_step (demand_id, at desc, id desc);
create index demand_step_account_id_idx on demand_step (account_id, demand_id) where account_id is not null;
-- what figures count as it happens, one row each time: the ledger lists exactly these
create index demand_step_counted_idx on demand_step (verb, at desc, id desc) where verb in ('close', 'pass_up');
create index demand_step_counted_district_idx on demand_step (district_code, verb, at desc, id desc) where verb in ('close', 'pass_up');
create index demand_step_counted_street_idx on demand_step (street_code, verb, at desc, id desc) where verb in ('close', 'pass_up');
create index demand_step_counted_community_idx on demand_step (community_code, verb, at desc, id desc) where verb in ('close', 'pass_up');
alter table demand_step enable row level security;
create policy demand_step_scope on demand_step
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
revoke update, delete, truncate on demand_step from gongzhi_app;

create table demand_file (
    demand_id   uuid   not null references demand (id),
    file_id     uuid   not null references file (id),
    step_id     uuid   references demand_step (id),      -- null: came with the demand
    region_code bigint not null,
    primary key (demand_id, file_id)
);
alter table demand_file enable row level security;
create policy demand_file_scope on demand_file
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- 上报 and 下派: offered to another node; the first receiver stays responsible until the other side has received it (接诉即办条例 2021).
create table demand_transfer (
    id          uuid        primary key,
    demand_id   uuid        not null references demand (id),
    region_code bigint      not null,
    direction   text        not null check (direction in ('up', 'down')),
    from_node   bigint      not null references region (code),
    to_node     bigint      not null references region (code),
    reason_code text        references demand_reason (code),
    words       text        not null check (char_length(words) <= 500),
    offered_at  timestamptz not null,
    offered_by  uuid        not null references account (id),
    ended_at    timestamptz,
    outcome     text        check (outcome in ('received', 'returned', 'withdrawn')),
    answer      text        check (char_length(answer) <= 500),
    constraint demand_transfer_end_check check ((ended_at is null) = (outcome is null)),
    constraint demand_transfer_nodes_check check (from_node <> to_node)
);
create unique index demand_transfer_open_unique on demand_transfer (demand_id) where ended_at is null;
create index demand_transfer_demand_id_idx on demand_transfer (demand_id, offered_at desc);
alter table demand_transfer enable row level security;
create policy demand_transfer_scope on demand_transfer
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

create table demand_extension (
    id           uuid        primary key,
    demand_id    uuid        not null references demand (id),
    region_code  bigint      not null,
    asked_by     uuid        not null references account (id),
    asked_at     timestamptz not null,
    asked_due_at timestamptz not null,
    reason_code  text        references demand_reason (code),
    words        text        not null check (char_length(words) <= 500),
    decided_by   uuid        references account (id),
    decided_at   timestamptz,
    is_granted   boolean,
    answer       text        check (char_length(answer) <= 500),
    constraint demand_extension_decided_check check ((decided_at is null) = (is_granted is null)),
    constraint demand_extension_other_check check (decided_by <> asked_by)
);
create unique index demand_extension_open_unique on demand_extension (demand_id) where decided_at is null;
alter table demand_extension enable row level security;
create policy demand_extension_scope on demand_extension
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- 回访 and the resident's own word: the only source of the three rates. One valid call-back per closing.
create table demand_call_back (
    id            uuid        primary key,
    demand_id     uuid        not null references demand (id),
    region_code   bigint      not null,
    district_code  bigint     generated always as ((region_code / 1000000000) * 1000000000) stored,
    street_code    bigint     generated always as ((region_code / 1000000) * 1000000) stored,
    community_code bigint     generated always as ((region_code / 1000) * 1000) stored,
    closing       integer     not null,                  -- the how-manieth closing it judges (reopen_count at the time)
    at            timestamptz not null,
    by_resident   boolean     not null,
    account_id    uuid        references account (id),
    is_valid      boolean     not null,                  -- reached the person and got an answer
    is_contacted  boolean,
    is_solved     boolean,
    satisfaction  text        check (satisfaction in ('satisfied', 'basically', 'unsatisfied')),
    words         text        not null default '' check (char_length(words) <= 500),
    constraint demand_call_back_valid_check check (not is_valid or (is_contacted is not null and is_solved is not null and satisfaction is not null)),
    constraint demand_call_back_by_check check (by_resident = (account_id is null))
);
create unique index demand_call_back_valid_unique on demand_call_back (demand_id, closing) where is_valid;
create index demand_call_back_at_idx on demand_call_back (at desc, id desc) where is_valid;
create index demand_call_back_district_at_idx on demand_call_back (district_code, at desc, id desc) where is_valid;
create index demand_call_back_street_at_idx on demand_call_back (street_code, at desc, id desc) where is_valid;
create index demand_call_back_community_at_idx on demand_call_back (community_code, at desc, id desc) where is_valid;
create index demand_call_back_demand_id_idx on demand_call_back (demand_id, at desc);
alter table demand_call_back enable row level security;
create policy demand_call_back_scope on demand_call_back
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- 同感: someone who shares a demand. Nothing about who it is unless a contact was left.
create table demand_joiner (
    id          uuid        primary key,
    demand_id   uuid        not null references demand (id),
    region_code bigint      not null,
    contact_id  uuid        references contact (id),
    words       text        not null default '' check (char_length(words) <= 500),
    at          timestamptz not null
);
create index demand_joiner_demand_id_idx on demand_joiner (demand_id);
alter table demand_joiner enable row level security;
create policy demand_joiner_scope on demand_joiner
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

create table demand_view (
    id         uuid        primary key,
    account_id uuid        not null references account (id),
    name       text        not null check (char_length(name) between 1 and 20),
    filter     jsonb       not null,
    position   smallint    not null,
    constraint demand_view_name_unique unique (account_id, name)
);
alter table demand_view enable row level security;
create policy demand_view_own on demand_view
    using (case when account_id = (select nullif(current_setting('app.account', true), '')::uuid) then true else false end);

-- Full text under row-level security: @@ is not leakproof, so a policy would keep it off the index. This function is the one door; it applies the
-- caller's own scope and line inside, gives nothing to the public window, and returns nothing but ids: all of them when fewer than at_most, else any.
create function demand_matching(query tsquery, districts bigint[], street bigint, at_most integer) returns setof uuid
    language plpgsql stable security definer
    set search_path = public, pg_temp
    set plan_cache_mode = force_custom_plan
    rows 1000
as $$
declare
    scopes     constant int8multirange := nullif(current_setting('app.scopes', true), '')::int8multirange;
    department constant uuid           := nullif(current_setting('app.department', true), '')::uuid;
    kinds      constant text[]         := nullif(current_setting('app.kinds', true), '')::text[];
begin
    if scopes is null or coalesce(current_setting('app.window', true), '') <> '' then
        return;
    end if;
    if street is not null then
        return query
            select d.id from demand d
            where d.search @@ query and d.street_code = street and d.region_code <@ scopes
              and (department is null or d.department_id = department) and (kinds is null or d.kind_code = any (kinds))
            limit at_most;
    elsif districts is not null then
        return query
            select m.id from unnest(districts) as place (code)
            cross join lateral (
                select d.id from demand d
                where d.search @@ query and d.district_code = place.code and d.region_code <@ scopes
                  and (department is null or d.department_id = department) and (kinds is null or d.kind_code = any (kinds))
                limit at_most) m
            limit at_most;
    else
        return query
            select d.id from demand d
            where d.search @@ query and d.region_code <@ scopes
              and (department is null or d.department_id = department) and (kinds is null or d.kind_code = any (kinds))
            limit at_most;
    end if;
end
$$;
revoke all on function demand_matching(tsquery, bigint[], bigint, integer) from public;
grant execute on function demand_matching(tsquery, bigint[], bigint, integer) to gongzhi_app;

-- Where an unseen demand belongs, and nothing else of it: so that "this belongs to 双井街道" can be said instead of "not found".
create function demand_street(demand_id uuid) returns bigint
    language sql stable security definer set search_path = public, pg_temp as $$
    select street_code from demand where id = demand_id
$$;

-- A department sees what was given to it and nothing else, so it cannot write a row it will no longer see. This door lets it let go of its own, once the
-- row says that it was given back.
create function demand_let_go(demand_id uuid) returns void
    language sql volatile security definer set search_path = public, pg_temp as $$
    update demand set department_id = null
    where id = demand_let_go.demand_id and status = 'accepted'
      and department_id = nullif(current_setting('app.department', true), '')::uuid
      and region_code <@ nullif(current_setting('app.scopes', true), '')::int8multirange
$$;
revoke all on function demand_let_go(uuid) from public;
grant execute on function demand_let_go(uuid) to gongzhi_app;
