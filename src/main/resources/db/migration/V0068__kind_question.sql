-- 补充问题: what is asked besides of whoever raises a matter of a kind, by territory and from a day on.
create table kind_question_rule (
    id          uuid      primary key,
    kind_code   text      not null references demand_kind (code),
    region_code bigint    not null references region (code),
    questions   jsonb     not null check (jsonb_typeof(questions) = 'array' and jsonb_array_length(questions) <= 12),
    valid       daterange not null,
    version     integer   not null check (version > 0),
    source      text      not null,
    constraint kind_question_rule_once_exclude exclude using gist (kind_code with =, region_code with =, valid with &&)
);
create index kind_question_rule_region_idx on kind_question_rule (region_code);
alter table kind_question_rule enable row level security;
create policy kind_question_rule_read on kind_question_rule for select using (true);
create policy kind_question_rule_write on kind_question_rule for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
-- A rule is ended, never changed.
revoke update, delete, truncate on kind_question_rule from gongzhi_app;
grant update (valid) on kind_question_rule to gongzhi_app;

-- What was answered, each with its question in the words of that time. Seen by whoever sees the demand's words; people are taken out of it with theirs.
alter table demand add column answers jsonb check (jsonb_typeof(answers) = 'array');
