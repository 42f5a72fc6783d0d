-- Call-out 吹哨报到: a street calls several departments and bodies to one case.

-- Whom it was called to is a fact of the case, so that its policy can say who sees it without asking the tables above it.
alter table demand
    add column called_departments uuid[] not null default '{}',
    add column is_called boolean not null generated always as (called_departments <> '{}') stored,
    add column open_calls smallint not null default 0,
    add constraint demand_open_calls_check check (open_calls >= 0),
    -- While anyone called is still at work, the case is neither checked nor ended.
    add constraint demand_called_check check (open_calls = 0 or status in ('accepted', 'assigned', 'handling', 'suspended'));
-- What a department was called to is little beside what it was given: found by itself, its list stays as fast as before.
create index demand_called_idx on demand (raised_at desc, id desc) where is_called;
drop policy demand_scope on demand;
create policy demand_scope on demand using (case
    when (select current_setting('app.window', true)) = 'public'
        then is_published and region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange)
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    when (select nullif(current_setting('app.department', true), '')) is not null
        then coalesce(department_id = (select nullif(current_setting('app.department', true), '')::uuid), false)
             or (select nullif(current_setting('app.department', true), '')::uuid) = any (called_departments)
    when (select nullif(current_setting('app.kinds', true), '')) is not null
        then kind_code = any ((select nullif(current_setting('app.kinds', true), '')::text[])::text[])
    else true end);

-- The door of the text index applies the caller's own line inside; the line is now also what one was called to. Nothing else of it changes.
do $$
declare
    door record;
begin
    for door in select pg_get_functiondef(p.oid) as definition from pg_proc p
                where p.pronamespace = 'public'::regnamespace and p.proname in ('demand_matching', 'demand_hits') loop
        execute replace(replace(door.definition,
            'd.department_id = department)', 'd.department_id = department or department = any (d.called_departments))'),
            'd.department_id = line)', 'd.department_id = line or line = any (d.called_departments))');
    end loop;
    if exists (select from pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname in ('demand_matching', 'demand_hits')
                 and p.prosrc not like '%called_departments%') then
        raise exception 'a door to demands does not know whom they were called to';
    end if;
end
$$;

alter table demand_reason drop constraint demand_reason_verb_check;
alter table demand_reason add constraint demand_reason_verb_check
    check (verb in ('decline', 'return', 'pass_up', 'suspend', 'extend', 'urge', 'call_out', 'refuse_call'));
-- 吹哨 only for these three: 北京市接诉即办工作条例 2021 and the practice of 街乡吹哨、部门报到.
insert into demand_reason (code, verb, name, name_en, instead, needs_words, position) values
    ('call_beyond_street', 'call_out',    '街道单独解决不了', 'The street cannot solve it alone', null, false, 1),
    ('call_enforcement',   'call_out',    '需要联合执法', 'Joint law enforcement', null, false, 2),
    ('call_emergency',     'call_out',    '应急处置', 'An emergency', null, false, 3),
    ('call_not_ours',      'refuse_call', '不属于本单位职责', 'Not this department''s duty', null, true, 1),
    ('call_other_body',    'refuse_call', '应由其他单位承担', 'Another body''s task', null, true, 2),
    ('call_no_basis',      'refuse_call', '没有法律依据', 'No basis in law', null, true, 3),
    ('call_refuse_other',  'refuse_call', '其他', 'Something else', null, true, 4);

insert into clock_rule (id, subject, step, class, region_code, amount, unit, warn_percent, valid, version, source)
select gen_random_uuid(), 'callout', rule.step, rule.class, 0, rule.amount, rule.unit, 25, daterange('2024-01-01', null), 1, rule.source
from (values
    ('arrive', 'urgent', 1, 'hour', '吹哨报到默认值：紧急 1 小时报到（各区可另定）'),
    ('arrive', 'utility', 2, 'hour', '吹哨报到默认值：水电气热 2 小时报到（各区可另定）'),
    ('arrive', '*', 1, 'working_day', '吹哨报到默认值：1 个工作日报到（各区可另定）'),
    ('finish', 'urgent', 24, 'hour', '吹哨报到默认值（各区可另定）'),
    ('finish', 'utility', 2, 'day', '吹哨报到默认值（各区可另定）'),
    ('finish', '*', 5, 'working_day', '吹哨报到默认值（各区可另定）'),
    ('rule_on_refusal', '*', 1, 'working_day', '吹哨报到默认值（各区可另定）'),
    ('grade', '*', 3, 'working_day', '吹哨报到默认值（各区可另定）'),
    ('supervise', '*', 1, 'working_day', '吹哨报到默认值（各区可另定）')
) as rule (step, class, amount, unit, source);

-- 吹哨: once, with a reason; several are called by it.
create table callout_whistle (
    id            uuid        primary key,
    demand_id     uuid        not null references demand (id),
    region_code   bigint      not null,                 -- where the case is
    node_code     bigint      not null references region (code),  -- the street that called
    reason_code   text        not null references demand_reason (code),
    words         text        not null check (char_length(words) between 1 and 500),
    account_id    uuid        references account (id),
    actor         text        not null,
    at            timestamptz not null
);
create index callout_whistle_demand_id_idx on callout_whistle (demand_id, at desc);

-- What one department or body was called for, and what came of it.
create table callout (
    id            uuid        primary key,
    version       integer     not null default 0,
    whistle_id    uuid        not null references callout_whistle (id),
    demand_id     uuid        not null references demand (id),
    region_code   bigint      not null,
    district_code bigint      generated always as ((region_code / 1000000000) * 1000000000) stored,
    street_code   bigint      generated always as ((region_code / 1000000) * 1000000) stored,
    node_code     bigint      not null references region (code),
    department_id uuid        references department (id),  -- null: a body without accounts, for which the street keeps the record
    name          text        not null check (char_length(name) between 1 and 60), -- as it was when called
    is_lead       boolean     not null,
    words         text        not null check (char_length(words) between 1 and 500), -- what is asked of it
    status        text        not null check (status in ('called', 'refused', 'arrived', 'finished', 'released', 'withdrawn')),
    called_at     timestamptz not null,
    arrive_due_at timestamptz not null,
    arrive_warn_at timestamptz not null,
    due_at        timestamptz not null,
    warn_at       timestamptz not null,
    paused_at     timestamptz,
    arrived_at    timestamptz,
    is_in_time    boolean,                              -- arrived by its time; null: not arrived
    refusal_code  text        references demand_reason (code),
    refusal_words text        check (char_length(refusal_words) <= 500),
    is_held       boolean     not null default false,   -- refused, and told to come all the same
    ended_at      timestamptz,
    result        text        check (char_length(result) <= 2000),
    grade         text        check (grade in ('in_place', 'mostly', 'not_in_place')),
    grade_words   text        check (char_length(grade_words) <= 500),
    graded_at     timestamptz,
    answer        text        check (char_length(answer) <= 500),
    answered_at   timestamptz,
    constraint callout_arrived_check check ((arrived_at is null) = (is_in_time is null)),
    constraint callout_ended_check check ((status in ('finished', 'released', 'withdrawn')) = (ended_at is not null)),
    constraint callout_finished_check check (status <> 'finished' or (arrived_at is not null and result is not null)),
    constraint callout_graded_check check ((grade is null) = (graded_at is null) and (grade is null or status in ('finished', 'withdrawn'))),
    constraint callout_answered_check check ((answer is null) = (answered_at is null) and (answer is null or grade is not null)),
    constraint callout_warn_check check (warn_at <= due_at and arrive_warn_at <= arrive_due_at)
);
-- 牵头: exactly one, so that one row of those that lead stands for each call.
create unique index callout_lead_unique on callout (whistle_id) where is_lead;
create unique index callout_open_unique on callout (demand_id, coalesce(department_id::text, name)) where ended_at is null;
create index callout_demand_id_idx on callout (demand_id, called_at desc, id desc);
create index callout_called_idx on callout (called_at desc, id desc);
create index callout_district_called_idx on callout (district_code, called_at desc, id desc);
create index callout_street_called_idx on callout (street_code, called_at desc, id desc);
create index callout_department_called_idx on callout (department_id, called_at desc, id desc) where department_id is not null;

-- What was said and done about it, to which is only ever added.
create table callout_note (
    id          uuid        primary key,
    callout_id  uuid        not null references callout (id),
    demand_id   uuid        not null references demand (id),
    region_code bigint      not null,
    at          timestamptz not null,
    verb        text        not null,
    account_id  uuid        references account (id),
    actor       text        not null,
    words       text        not null default '' check (char_length(words) <= 2000),
    file_ids    uuid[]      not null default '{}'
);
create index callout_note_callout_id_idx on callout_note (callout_id, at, id);
revoke update, delete, truncate on callout_note from gongzhi_app;
revoke update, delete, truncate on callout_whistle from gongzhi_app;

-- Whoever sees the case sees who was called to it, and nobody else; the public window does not.
alter table callout_whistle enable row level security;
create policy callout_whistle_scope on callout_whistle using (case
    when coalesce((select current_setting('app.window', true)), '') <> '' then false
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    else exists (select from demand d where d.id = demand_id) end);
alter table callout enable row level security;
create policy callout_scope on callout using (case
    when coalesce((select current_setting('app.window', true)), '') <> '' then false
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    else exists (select from demand d where d.id = demand_id) end);
alter table callout_note enable row level security;
create policy callout_note_scope on callout_note using (case
    when coalesce((select current_setting('app.window', true)), '') <> '' then false
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    else exists (select from demand d where d.id = demand_id) end);

-- What waits about a call is bounded as what waits about its case is: those called settle what others are asked about it meanwhile.
drop policy todo_scope on todo;
create policy todo_scope on todo using (case
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    when (select nullif(current_setting('app.department', true), '')) is not null
        then coalesce(department_id = (select nullif(current_setting('app.department', true), '')::uuid), false)
            or (subject_kind = 'demand' and exists (select from demand where demand.id = subject_id))
            or (subject_kind = 'callout' and exists (select from callout where callout.id = subject_id))
    when (select nullif(current_setting('app.kinds', true), '')) is not null
        then kind_code is null or kind_code = any ((select nullif(current_setting('app.kinds', true), '')::text[])::text[])
    else true end);

alter table trail_edge drop constraint trail_edge_relation_check;
alter table trail_edge add constraint trail_edge_relation_check
    check (relation in ('raised_as', 'merged_into', 'joined', 'became', 'passed_up', 'sent_down', 'similar', 'called_out'));

-- Figures: all by the day of the call, so that a numerator never belongs to another day than its denominator.
insert into metric (id, code, name, name_en, is_stock, counts, counts_en) values
    (30, 'whistled', '吹哨', 'Call-outs', false, '街道对一件诉求的一次吹哨', 'one time a street called others to a demand'),
    (31, 'called_out', '被叫单位', 'Bodies called', false, '一次吹哨叫到的一个单位', 'one body called by a call-out'),
    (32, 'arrived_in_time', '按时报到', 'Arrived in time', false, '一个在时限内报到的被叫单位，计在吹哨那天', 'a body that arrived in time, on the day of the call'),
    (33, 'call_graded', '已评价', 'Judged', false, '一个由街道评价过的被叫单位，计在吹哨那天', 'a body judged by the street, on the day of the call'),
    (34, 'call_in_place', '到位', 'In place', false, '一个评价为到位的被叫单位，计在吹哨那天', 'a body judged in place, on the day of the call'),
    (35, 'call_mostly', '基本到位', 'Mostly in place', false, '一个评价为基本到位的被叫单位，计在吹哨那天', 'a body judged mostly in place, on the day of the call');
alter table rollup_delta drop constraint rollup_delta_metric_check;
alter table rollup_delta add constraint rollup_delta_metric_check check (metric between 1 and 99);

-- 信号，不是分数: between which marks the number of calls for a hundred cases says nothing; outside, somebody should have a look.
create table call_signal (
    region_code bigint    not null references region (code),
    version     integer   not null check (version > 0),
    valid       daterange not null,
    low         numeric   not null check (low >= 0),
    high        numeric   not null,
    least_cases integer   not null check (least_cases > 0),  -- with fewer cases nothing is marked
    source      text      not null,
    primary key (region_code, version),
    constraint call_signal_marks_check check (low < high),
    constraint call_signal_once_exclude exclude using gist (region_code with =, valid with &&)
);
alter table call_signal enable row level security;
create policy call_signal_read on call_signal for select using (true);
create policy call_signal_write on call_signal for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
insert into call_signal (region_code, version, valid, low, high, least_cases, source)
values (0, 1, daterange('2024-01-01', null), 0.5, 8, 50, '默认标线：吹哨过高或过低都只提示核实，不计分、不排名（各区可另定）');
