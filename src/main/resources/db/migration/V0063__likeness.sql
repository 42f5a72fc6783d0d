-- 相似: what counts as probably the same matter, by kind and territory; and which open matters stand together.
create table likeness_rule (
    id            uuid      primary key,
    kind_code     text      references demand_kind (code),     -- null: any other kind
    key           text      not null generated always as (coalesce(kind_code, '*')) stored,
    region_code   bigint    not null references region (code),
    radius_metres integer   not null check (radius_metres between 20 and 5000),
    days          smallint  not null check (days between 1 and 180),      -- how long after its end one may be the same; how far back those lie that stand together
    least         smallint  not null check (least between 2 and 50),      -- from how many on they stand together
    valid         daterange not null,
    version       integer   not null check (version > 0),
    source        text      not null,
    constraint likeness_rule_once_exclude exclude using gist (key with =, region_code with =, valid with &&)
);
create index likeness_rule_region_idx on likeness_rule (region_code);
alter table likeness_rule enable row level security;
create policy likeness_rule_read on likeness_rule for select using (true);
create policy likeness_rule_write on likeness_rule for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
-- A rule is ended, never changed.
revoke update, delete, truncate on likeness_rule from gongzhi_app;
grant update (valid) on likeness_rule to gongzhi_app;

insert into likeness_rule (id, kind_code, region_code, radius_metres, days, least, valid, version, source)
select md5('likeness_rule ' || coalesce(d.kind, '*'))::uuid, d.kind, 0, d.radius, d.days, d.least, daterange('2020-01-01', null), 1, '最初的设置'
from (values (null, 300, 30, 3), ('heating_water', 1000, 14, 5), ('gas_power', 1000, 7, 5), ('noise', 500, 30, 3)) as d (kind, radius, days, least)
where d.kind is null or exists (select from demand_kind k where k.code = d.kind);

-- Who looks for the same matter asks for the open ones, and for those that ended lately, of some kinds in one street.
create index demand_open_street_kind_idx on demand (street_code, kind_code, raised_at desc, id desc)
    where status in ('raised','accepted','assigned','handling','verifying','suspended');
create index demand_done_street_kind_idx on demand (street_code, kind_code, closed_at desc, id desc) where status in ('closed', 'settled');

-- 合并与撤销: who merged what into which and how it stood, who took it out again and why.
create table demand_merge (
    id            uuid        primary key,
    demand_id     uuid        not null references demand (id),
    into_id       uuid        not null references demand (id),
    region_code   bigint      not null,
    merged_at     timestamptz not null,
    merged_by     uuid        references account (id),     -- null: not known any more
    status        text        not null check (status in ('raised','accepted','assigned','handling','verifying','suspended')),
    resume_status text,
    paused_at     timestamptz,
    review_on     date,
    todo_ids      uuid[]      not null default '{}',     -- what waited then, to wait again
    unmerged_at   timestamptz,
    unmerged_by   uuid        references account (id),
    why           text        check (char_length(why) <= 500),
    constraint demand_merge_self_check check (demand_id <> into_id),
    constraint demand_merge_suspended_check check ((status = 'suspended') = (resume_status is not null)),
    constraint demand_merge_pause_check check ((paused_at is null) = (review_on is null)),
    constraint demand_merge_unmerged_check check ((unmerged_at is null) = (why is null) and (unmerged_at is null) = (unmerged_by is null))
);
create unique index demand_merge_standing_unique on demand_merge (demand_id) where unmerged_at is null;
create index demand_merge_into_id_idx on demand_merge (into_id);
alter table demand_merge enable row level security;
create policy demand_merge_scope on demand_merge
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
revoke update, delete, truncate on demand_merge from gongzhi_app;
grant update (unmerged_at, unmerged_by, why) on demand_merge to gongzhi_app;

-- What is merged already: by the last step that merged it. A pause that ended with the merge does not come back.
insert into demand_merge (id, demand_id, into_id, region_code, merged_at, merged_by, status)
select gen_random_uuid(), d.id, d.merged_into_id, d.region_code, d.status_at, s.account_id,
       case when s.from_status in ('raised', 'accepted', 'assigned', 'handling', 'verifying') then s.from_status
            when d.department_id is not null or d.handler_id is not null then 'handling' else 'accepted' end
from demand d
left join lateral (select s.account_id, s.from_status from demand_step s where s.demand_id = d.id and s.verb = 'merge' and s.to_status = 'merged'
                   order by s.at desc, s.id desc limit 1) s on true
where d.merged_into_id is not null;

-- 集中反映: which open matters of one kind lie together, worked out beforehand street by street. Who reads sees those members whose demand they see.
create table likeness_member (
    demand_id   uuid        primary key references demand (id) on delete cascade,
    cluster_id  uuid        not null,
    region_code bigint      not null,
    kind_code   text        not null references demand_kind (code),
    least       smallint    not null check (least > 1),           -- from how many on they stood together when it was worked out
    raised_at   timestamptz not null
);
create index likeness_member_region_idx on likeness_member (region_code, cluster_id);
create index likeness_member_cluster_idx on likeness_member (cluster_id);
alter table likeness_member enable row level security;
create policy likeness_member_scope on likeness_member using (case
    when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- Which streets were looked at when; and up to which moment it is known where something new came in.
create table likeness_street (
    street_code bigint      primary key,
    looked_at   timestamptz not null
);
create index likeness_street_looked_at_idx on likeness_street (looked_at);
create table likeness_state (
    id      smallint primary key check (id = 1),
    seen_at timestamptz
);
insert into likeness_state (id) values (1);
