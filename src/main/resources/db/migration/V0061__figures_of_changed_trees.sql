-- Where a demand lay until when. Its row follows to the node of today; what happened before that day stays counted where it lay then.
create table demand_past_region (
    demand_id         uuid   not null references demand (id),
    until             date   not null,      -- not included
    region_code       bigint not null references region (code),
    reorganization_id uuid   not null references reorganization (id),
    primary key (demand_id, until)
);
create index demand_past_region_region_code_idx on demand_past_region (region_code);
create index demand_past_region_reorganization_id_idx on demand_past_region (reorganization_id);
alter table demand_past_region enable row level security;
create policy demand_past_region_scope on demand_past_region
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- What past figures would be more or less by, were everything counted on the tree of today. A figure on today's tree is rollup_node plus this.
create table rollup_shift (
    region_code bigint   not null,
    metric      smallint not null,
    grain       char(1)  not null check (grain in ('d', 'm')),
    dimension   text     not null check (dimension in ('', 'kind', 'channel')),
    period      date     not null,
    value       text     not null,
    n           bigint   not null,
    total       bigint   not null,
    primary key (region_code, metric, grain, dimension, period, value)
);
alter table rollup_shift enable row level security;
create policy rollup_shift_scope on rollup_shift using (case
    when (select current_setting('app.worker', true)) = 'fold' then true
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    when (select nullif(current_setting('app.department', true), '')) is not null then false
    when (select nullif(current_setting('app.kinds', true), '')) is not null
        then dimension = 'kind' and value = any ((select nullif(current_setting('app.kinds', true), '')::text[])::text[])
    else true end);
