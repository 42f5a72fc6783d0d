-- Todo: the only place where "somebody must do something by a time" lives.

-- 时限规则: a dated, cited, configurable fact, never a constant in code. The most particular rule wins: a class before *, deeper territory before wider,
-- valid on the day the clock starts. A running clock keeps the rule it started with.
create table clock_rule (
    id          uuid      primary key,
    subject     text      not null,                    -- demand
    step        text      not null,                    -- settle (the whole matter), accept, assign, take_up, receive, verify, call_back, rework, supervise, decide_extension
    class       text      not null,                    -- urgent, utility, ordinary, hard; * for any
    region_code bigint    not null references region (code),
    amount      integer   not null check (amount > 0),
    unit        text      not null check (unit in ('hour', 'working_day', 'day')),
    warn_percent smallint not null default 25 check (warn_percent between 1 and 99), -- amber when less than this share of the time is left
    valid       daterange not null,
    version     integer   not null,                    -- as people cite it: 规则 v3
    source      text      not null,
    constraint clock_rule_once_exclude exclude using gist (subject with =, step with =, class with =, region_code with =, valid with &&)
);
alter table clock_rule enable row level security;
create policy clock_rule_read on clock_rule for select using (true);
create policy clock_rule_write on clock_rule for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
-- A rule is ended, never changed: what people were promised stays readable.
revoke update, delete, truncate on clock_rule from gongzhi_app;
grant update (valid) on clock_rule to gongzhi_app;

create table todo (
    id            uuid        primary key,
    subject_kind  text        not null,
    subject_id    uuid        not null,
    step          text        not null,                -- the verb that settles it: accept, assign, take_up, handle, verify, call_back, receive, supervise, decide_extension
    region_code   bigint      not null,                -- where the matter is
    district_code bigint      generated always as ((region_code / 1000000000) * 1000000000) stored,
    node_code     bigint      not null references region (code),   -- the node that must act
    department_id uuid        references department (id),
    account_id    uuid        references account (id),             -- null: anyone with the duty there
    kind_code     text,                                -- the line, for duties bounded by kind
    title         text        not null,
    note          text        not null default '',     -- where it stands, in words
    from_node     bigint      references region (code), -- the node that handed it out; null: the public window, workers
    opened_at     timestamptz not null,
    due_at        timestamptz not null,
    warn_at       timestamptz not null,
    paused_at     timestamptz,
    review_on     date,                                -- while paused: when to look again
    escalated_at  timestamptz,
    closed_at     timestamptz,
    closed_by     uuid,
    constraint todo_warn_check check (warn_at <= due_at),
    constraint todo_pause_check check ((paused_at is null) = (review_on is null))
);
create unique index todo_open_unique on todo (subject_kind, subject_id, step, node_code, coalesce(department_id, '00000000-0000-0000-0000-000000000000'::uuid)) where closed_at is null;
create index todo_node_due_idx on todo (node_code, due_at, id) where closed_at is null;
create index todo_department_due_idx on todo (department_id, due_at, id) where closed_at is null and department_id is not null;
create index todo_account_due_idx on todo (account_id, due_at, id) where closed_at is null and account_id is not null;
create index todo_handed_out_idx on todo (from_node, due_at, id) where closed_at is null and from_node is not null;
create index todo_subject_idx on todo (subject_kind, subject_id);
create index todo_overdue_idx on todo (due_at, id) where closed_at is null and paused_at is null and escalated_at is null;
alter table todo enable row level security;
create policy todo_scope on todo
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
