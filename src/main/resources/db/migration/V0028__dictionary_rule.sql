-- Kinds and reasons by territory. What a kind or reason is called, where it stands in the tree and who made it stand in demand_kind and demand_reason and do not
-- change, so that figures of different places and times stay comparable; how a territory uses it is a rule, inherited by all below.
alter table demand_reason add column region_code bigint not null default 0 references region (code);
alter table demand_reason add column is_active boolean not null default true;
create index demand_reason_region_idx on demand_reason (region_code);
alter table demand_reason enable row level security;
create policy demand_reason_read on demand_reason for select using (true);
create policy demand_reason_write on demand_reason for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
revoke update, delete, truncate on demand_reason from gongzhi_app;
revoke update, delete, truncate on demand_kind from gongzhi_app;

create table demand_kind_rule (
    id          uuid      primary key,
    code        text      not null references demand_kind (code),
    region_code bigint    not null references region (code),
    class       text      not null check (class in ('urgent', 'utility', 'ordinary', 'hard')),
    position    smallint  not null,
    hotline     text      check (char_length(hotline) <= 40),
    is_active   boolean   not null,
    valid       daterange not null,
    version     integer   not null check (version > 0),
    source      text      not null,
    constraint demand_kind_rule_once_exclude exclude using gist (code with =, region_code with =, valid with &&)
);
create index demand_kind_rule_region_idx on demand_kind_rule (region_code);
alter table demand_kind_rule enable row level security;
create policy demand_kind_rule_read on demand_kind_rule for select using (true);
create policy demand_kind_rule_write on demand_kind_rule for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
revoke update, delete, truncate on demand_kind_rule from gongzhi_app;
grant update (valid) on demand_kind_rule to gongzhi_app;

create table demand_reason_rule (
    id          uuid      primary key,
    code        text      not null references demand_reason (code),
    region_code bigint    not null references region (code),
    instead     text      check (char_length(instead) <= 100),
    needs_words boolean   not null,
    position    smallint  not null,
    is_active   boolean   not null,
    valid       daterange not null,
    version     integer   not null check (version > 0),
    source      text      not null,
    constraint demand_reason_rule_once_exclude exclude using gist (code with =, region_code with =, valid with &&)
);
create index demand_reason_rule_region_idx on demand_reason_rule (region_code);
alter table demand_reason_rule enable row level security;
create policy demand_reason_rule_read on demand_reason_rule for select using (true);
create policy demand_reason_rule_write on demand_reason_rule for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
revoke update, delete, truncate on demand_reason_rule from gongzhi_app;
grant update (valid) on demand_reason_rule to gongzhi_app;
