-- 派遣规则: which department a kind of matter of a territory is suggested to.
create table demand_route (
    id            uuid      primary key,
    kind_code     text      references demand_kind (code),     -- null: any kind
    key           text      not null generated always as (coalesce(kind_code, '*')) stored,
    region_code   bigint    not null references region (code),
    department_id uuid      not null references department (id),
    valid         daterange not null,
    version       integer   not null check (version > 0),
    source        text      not null,
    constraint demand_route_once_exclude exclude using gist (key with =, region_code with =, valid with &&)
);
create index demand_route_region_idx on demand_route (region_code);
create index demand_route_department_id_idx on demand_route (department_id);
alter table demand_route enable row level security;
create policy demand_route_read on demand_route for select using (true);
create policy demand_route_write on demand_route for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
-- A rule is ended, never changed.
revoke update, delete, truncate on demand_route from gongzhi_app;
grant update (valid) on demand_route to gongzhi_app;
