-- Insight: figures folded from what happened, never typed in.
create table metric (
    id          smallint primary key,
    code        text     not null unique,
    name        text     not null,
    name_en     text     not null,
    is_stock    boolean  not null,         -- a level (open now) rather than a flow (raised in a period)
    counts      text     not null          -- what one unit of it is, in words
);

create table rollup_delta (
    id          bigint   generated always as identity,
    metric      smallint not null references metric (id),
    region_code bigint   not null,
    day         date     not null,          -- of the flow; for 'open by age' the day it was raised; 1970-01-01 for plain stocks
    dimension   text     not null default '', -- '', kind, channel, status
    value       text     not null default '',
    n           bigint   not null,
    total       numeric  not null default 0   -- sums: hours to close
);
create index rollup_delta_id_idx on rollup_delta (id);

create table rollup_node (
    region_code bigint   not null,
    metric      smallint not null references metric (id),
    grain       char(1)  not null check (grain in ('d', 'm', 's')),  -- day, month, stock
    period      date     not null,
    dimension   text     not null,
    value       text     not null,
    n           bigint   not null,
    total       numeric  not null,
    primary key (region_code, metric, grain, dimension, period, value)
);

create table rate_formula (
    version     integer   primary key,
    region_code bigint    not null,
    valid       daterange not null,
    basically_weight numeric not null,       -- what a "basically satisfied" counts in satisfaction
    response_weight  numeric not null,
    solution_weight  numeric not null,
    satisfaction_weight numeric not null,
    source      text      not null,
    constraint rate_formula_once_exclude exclude using gist (region_code with =, valid with &&)
);

create table rollup_check (
    id          uuid        primary key,
    at          timestamptz not null,
    region_code bigint      not null,
    differences integer     not null,
    detail      jsonb       not null
);

alter table rollup_delta enable row level security;
create policy rollup_delta_write on rollup_delta for insert with check (true);
create policy rollup_delta_fold on rollup_delta using (case when (select current_setting('app.worker', true)) = 'fold' then true else false end);
alter table rollup_node enable row level security;
create policy rollup_node_read on rollup_node
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange)
                  or (select current_setting('app.worker', true)) = 'fold' then true else false end);
alter table rate_formula enable row level security;
create policy rate_formula_read on rate_formula for select using (true);
alter table rollup_check enable row level security;
create policy rollup_check_scope on rollup_check
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange)
                  or (select current_setting('app.worker', true)) = 'fold' then true else false end);
