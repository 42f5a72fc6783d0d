-- Rules 规则: dated, cited, bounded by territory, inherited from the nearest territory above. Each module keeps its own table; what they have in common:
-- valid (a daterange that never overlaps another of the same key and territory; empty once withdrawn), version, source. Who changed what and why stands here.
create table rule_change (
    id            uuid        primary key,
    at            timestamptz not null,
    book          text        not null,                 -- clock, formula, kind, reason, route
    key           text        not null,
    region_code   bigint      not null references region (code),
    rule_id       uuid        not null,
    version       integer     not null,
    action        text        not null check (action in ('set', 'end', 'withdraw')),
    effective_on  date        not null,
    account_id    uuid        references account (id),
    actor         text        not null,                 -- name and place as they were
    why           text        not null check (char_length(why) between 1 and 500),
    before        text,                                 -- in words, with the territory it came from; null: nothing held
    before_en     text,
    after         text,                                 -- null: nothing holds
    after_en      text,
    superseded_id uuid,                                 -- the territory's own rule that this one ended, to be put back when withdrawn
    superseded_to date                                  -- and the day until which that one was to hold; null: until further notice
);
create index rule_change_key_idx on rule_change (book, key, region_code, at desc, id desc);
create index rule_change_region_idx on rule_change (region_code);
create index rule_change_account_id_idx on rule_change (account_id) where account_id is not null;
create index rule_change_rule_id_idx on rule_change (rule_id);
alter table rule_change enable row level security;
create policy rule_change_read on rule_change for select using (true);
create policy rule_change_write on rule_change for insert
    with check (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
revoke update, delete, truncate on rule_change from gongzhi_app;

-- 黄灯: when a share of the time is left, or a number of hours.
alter table clock_rule alter column warn_percent drop not null;
alter table clock_rule alter column warn_percent drop default;
alter table clock_rule add column warn_hours smallint check (warn_hours between 1 and 999);
update clock_rule set warn_percent = 25 where warn_percent is null;
alter table clock_rule add constraint clock_rule_warn_check check ((warn_percent is null) <> (warn_hours is null));

alter table rate_formula add column id uuid not null default gen_random_uuid();
create unique index rate_formula_id_unique on rate_formula (id);
-- A formula is ended, never changed: a past period's figures stay as they were counted.
revoke update, delete, truncate on rate_formula from gongzhi_app;
grant update (valid) on rate_formula to gongzhi_app;
