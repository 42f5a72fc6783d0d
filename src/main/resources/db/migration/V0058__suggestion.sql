-- 提意见: what people say of the system itself, from any page; answered by the level above them.

create table suggestion (
    id                    uuid        primary key,
    kind                  text        not null check (kind in ('problem', 'idea', 'complaint')),
    words                 text        not null check (char_length(words) between 1 and 1000),
    page                  text        not null check (char_length(page) between 1 and 120), -- the pattern of its address, never an address
    region_code           bigint      not null references region (code),      -- where the sender works; of a resident, what the window serves
    account_id            uuid        references account (id),                -- null: a resident
    department_id         uuid        references department (id),             -- for which the sender spoke
    actor                 text        not null,
    node_code             bigint      not null references region (code),      -- who answers; where administrators do, the sender's own
    is_for_administrators boolean     not null,                               -- nobody works above
    asked_at              timestamptz not null,
    due_at                timestamptz not null,
    warn_at               timestamptz not null,
    code_digest           bytea,                                              -- by which a resident reads the answer; the code itself is kept nowhere
    answered_at           timestamptz,
    answerer_id           uuid        references account (id),
    answerer              text,
    answer                text        check (char_length(answer) between 1 and 1000),
    read_at               timestamptz,                                        -- by the sender
    constraint suggestion_sender_check check ((account_id is null) = (code_digest is not null)),
    constraint suggestion_warn_check check (warn_at <= due_at),
    constraint suggestion_answered_check check ((answered_at is null) = (answer is null) and (answered_at is null) = (answerer is null)
                                              and (answered_at is null) = (answerer_id is null)),
    constraint suggestion_read_check check (read_at is null or answered_at is not null)
);
create index suggestion_account_idx on suggestion (account_id, asked_at desc, id desc) where account_id is not null;
create index suggestion_node_idx on suggestion (node_code, asked_at desc, id desc);
-- Not unique: what is sent again under its key is undone when the key is found, after this row.
create index suggestion_code_digest_idx on suggestion (code_digest) where code_digest is not null;
create index suggestion_asked_idx on suggestion (asked_at desc, id desc);
-- What was said stays as it was said.
revoke update, delete, truncate on suggestion from gongzhi_app;
grant update (answered_at, answerer_id, answerer, answer, read_at) on suggestion to gongzhi_app;

-- Read by whoever said it, by whoever brings its code, and by the level addressed and those above it: never by the sender's own colleagues, of whom it may
-- speak, nor for a department. What administrators answer is seen by those only who may see everything.
alter table suggestion enable row level security;
create policy suggestion_scope on suggestion using (case
    when coalesce((select current_setting('app.window', true)), '') <> '' then false
    when coalesce(code_digest = (select decode(nullif(current_setting('app.code', true), ''), 'hex')), false) then true
    when coalesce(account_id = (select nullif(current_setting('app.account', true), '')::uuid), false) then true
    when (select nullif(current_setting('app.department', true), '')) is not null then false
    when is_for_administrators
        then coalesce((select nullif(current_setting('app.scopes', true), '')::int8multirange) @> int8range(0, 1000000000000000), false)
    else coalesce(node_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) end)
    with check (case
    when coalesce((select current_setting('app.window', true)), '') <> '' then false
    when answered_at is null and account_id is null
        then coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false)
    when answered_at is null then coalesce(account_id = (select nullif(current_setting('app.account', true), '')::uuid), false)
    else true end);

-- What waits about a suggestion is seen by whoever sees the suggestion, wherever they work: a department's sender waits for an answer of the street.
drop policy todo_scope on todo;
create policy todo_scope on todo using (case
    when subject_kind = 'suggestion' then exists (select from suggestion where suggestion.id = subject_id)
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    when (select nullif(current_setting('app.department', true), '')) is not null
        then coalesce(department_id = (select nullif(current_setting('app.department', true), '')::uuid), false)
            or (subject_kind = 'demand' and exists (select from demand where demand.id = subject_id))
            or (subject_kind = 'callout' and exists (select from callout where callout.id = subject_id))
    when (select nullif(current_setting('app.kinds', true), '')) is not null
        then kind_code is null or kind_code = any ((select nullif(current_setting('app.kinds', true), '')::text[])::text[])
    else true end);

insert into clock_rule (id, subject, step, class, region_code, amount, unit, warn_percent, valid, version, source)
select gen_random_uuid(), 'suggestion', rule.step, '*', 0, rule.amount, 'working_day', 25, daterange('2024-01-01', null), 1, rule.source
from (values
    ('answer_suggestion', 10, '提意见默认值：10 个工作日内答复（各区可另定）'),
    ('read_answer', 10, '提意见默认值：答复后 10 个工作日内看（各区可另定）')
) as rule (step, amount, source);
