-- Privacy: contacts of people, encrypted with a key that is not in the database; masked forms may be shown, the plain text only for a purpose.
create table contact (
    id          uuid        primary key,
    region_code bigint      not null,
    name_sealed bytea,                       -- key id || nonce || SM4-GCM
    phone_sealed bytea,
    name_masked text,                        -- 刘＊＊
    phone_masked text,                       -- 138＊＊＊＊5521
    created_at  timestamptz not null default now()
);
alter table contact enable row level security;
create policy contact_scope on contact
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- Every look at a plain contact: who, when, why. The person concerned may read it by their code.
create table contact_look (
    id          uuid        primary key,
    contact_id  uuid        not null references contact (id),
    region_code bigint      not null,
    account_id  uuid        not null,
    looker      text        not null,
    purpose     text        not null check (purpose in ('appointment', 'verification', 'call_back', 'other')),
    words       text        check (char_length(words) <= 200),
    at          timestamptz not null,
    constraint contact_look_other_needs_words_check check (purpose <> 'other' or words is not null)
);
create index contact_look_contact_id_idx on contact_look (contact_id, at desc);
revoke update, delete, truncate on contact_look from gongzhi_app;
alter table contact_look enable row level security;
create policy contact_look_scope on contact_look
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- File: pictures and papers, re-encoded and stripped of metadata before they are stored.
create table file (
    id          uuid        primary key,
    region_code bigint      not null,
    name        text        not null,
    media_type  text        not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf',
                    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv')),
    bytes       bigint      not null check (bytes > 0),
    sha256      bytea       not null,
    content     bytea       not null,
    thumbnail   bytea,                              -- JPEG, of pictures only
    width       integer,
    height      integer,
    owned_by    uuid,                               -- the one account that may read it (results of jobs); null: whoever has the territory in scope
    is_public   boolean     not null default false,
    uploaded_by uuid,
    uploaded_at timestamptz not null default now(),
    attached_at timestamptz                       -- null: uploaded with a form that was not sent; swept after a day
);
create index file_unattached_idx on file (uploaded_at) where attached_at is null;
alter table file enable row level security;
create policy file_scope on file
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange)
                 and (owned_by is null or owned_by = (select nullif(current_setting('app.account', true), '')::uuid)
                      or (select current_setting('app.worker', true)) = 'sweep') then true else false end);

-- Trail 来龙去脉: what came of what. The one edge table of the product.
create table trail_edge (
    from_kind   text        not null,
    from_id     uuid        not null,
    to_kind     text        not null,
    to_id       uuid        not null,
    relation    text        not null check (relation in ('raised_as', 'merged_into', 'joined', 'became', 'passed_up', 'sent_down', 'similar')),
    region_code bigint      not null,
    label       text        not null,
    at          timestamptz not null,
    primary key (from_kind, from_id, to_kind, to_id, relation)
);
create index trail_edge_to_idx on trail_edge (to_kind, to_id);
alter table trail_edge enable row level security;
create policy trail_edge_scope on trail_edge
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- Job: long work that a person asked for and may come back to.
create table job (
    id          uuid        primary key,
    kind        text        not null,
    account_id  uuid        not null,
    duty_id     uuid        not null,              -- runs with the scope of this duty, checked again when it starts
    region_code bigint      not null,
    parameters  jsonb       not null,
    state       text        not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    done        bigint      not null default 0,
    total       bigint,
    message     text,
    result_file uuid        references file (id),
    problem     text,
    attempts    integer     not null default 0,    -- how often a node took it; the number fences off a node that was thought dead
    is_cancelled boolean    not null default false, -- asked for; the worker stops at its next report
    created_at  timestamptz not null,
    started_at  timestamptz,
    heartbeat_at timestamptz,
    ended_at    timestamptz
);
create index job_waiting_idx on job (created_at) where state in ('waiting', 'running');
create index job_account_id_idx on job (account_id, created_at desc);
alter table job enable row level security;
create policy job_own on job
    using (case when account_id = (select nullif(current_setting('app.account', true), '')::uuid)
                  or (select current_setting('app.worker', true)) in ('job', 'sweep') then true else false end);

-- Recurring work of all modules, once for the whole cluster; names are the library's (db-scheduler).
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time_idx on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat_idx on scheduled_tasks (last_heartbeat);
