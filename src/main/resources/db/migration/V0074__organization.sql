-- Organizations 党组织: what kinds there are, what they are bound by, which exist, whom each answers to (条) and where it stands (块), its term and its posts.

-- What a rule can say something on.
create table organization_matter (
    key      text     primary key,
    name     text     not null,
    name_en  text     not null,
    unit     text     not null check (unit in ('people', 'units', 'months', 'years')),
    position smallint not null unique
);
insert into organization_matter (key, name, name_en, unit, position) values
    ('branch.least', '单独成立党支部，正式党员至少', 'Full members a branch of its own needs', 'people', 10),
    ('branch.most', '党支部，党员一般不超过', 'Members a branch normally has at most', 'people', 20),
    ('joint.units', '联合党支部，覆盖单位一般不超过', 'Units a joint branch normally has at most', 'units', 30),
    ('general.least', '成立党总支，正式党员应超过', 'Full members above which a general branch may be set up', 'people', 40),
    ('committee.least', '成立基层党委，正式党员应超过', 'Full members above which a committee may be set up', 'people', 50),
    ('board.from', '设支部委员会，正式党员达到', 'Full members from which a branch has a committee', 'people', 60),
    ('board.usual', '支部委员会，一般不超过', 'People a branch committee normally has at most', 'people', 70),
    ('board.most', '支部委员会，最多', 'People a branch committee has at most', 'people', 80),
    ('temporary.months', '成立临时党组织，工作或工程至少', 'Months a work must last for a temporary organization', 'months', 90),
    ('term.branch', '党支部、党总支任期', 'Term of branches and general branches', 'years', 100),
    ('term.community', '村、社区党组织任期', 'Term of organizations of villages and communities', 'years', 110),
    ('term.committee', '基层党委任期', 'Term of grass-roots committees', 'years', 120),
    ('term.remind', '换届提前提醒', 'Reminder ahead of the end of a term', 'months', 130),
    ('term.early_or_late', '换届提前或延期，最多', 'How much earlier or later a term may end', 'years', 140);

create table organization_rule (
    id          uuid      primary key,
    matter_key  text      not null references organization_matter (key),
    region_code bigint    not null references region (code),
    amount      integer   not null check (amount between 1 and 1000),
    valid       daterange not null,
    version     integer   not null check (version > 0),
    source      text      not null,
    constraint organization_rule_once_exclude exclude using gist (matter_key with =, region_code with =, valid with &&)
);
create index organization_rule_region_idx on organization_rule (region_code);
alter table organization_rule enable row level security;
create policy organization_rule_read on organization_rule for select using (true);
create policy organization_rule_write on organization_rule for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
revoke update, delete, truncate on organization_rule from gongzhi_app;
grant update (valid) on organization_rule to gongzhi_app;

insert into organization_rule (id, matter_key, region_code, amount, valid, version, source)
select gen_random_uuid(), r.key, 0, r.amount, daterange('2018-11-25', null), 1, r.source
from (values
    ('branch.least', 3, '《中国共产党支部工作条例（试行）》第四条'),
    ('branch.most', 50, '《中国共产党支部工作条例（试行）》第四条'),
    ('joint.units', 5, '《中国共产党支部工作条例（试行）》第四条、第五条'),
    ('general.least', 50, '党章对党总支规模的规定'),
    ('committee.least', 100, '党章对基层党委规模的规定'),
    ('board.from', 7, '《中国共产党支部工作条例（试行）》对支部委员会的规定'),
    ('board.usual', 5, '《中国共产党支部工作条例（试行）》对支部委员会的规定'),
    ('board.most', 7, '《中国共产党支部工作条例（试行）》对支部委员会的规定'),
    ('temporary.months', 6, '《中国共产党支部工作条例（试行）》对临时党支部的规定'),
    ('term.branch', 3, '2018 年 7 月《关于党的基层组织任期的意见》'),
    ('term.community', 5, '2018 年 7 月《关于党的基层组织任期的意见》'),
    ('term.committee', 5, '2018 年 7 月《关于党的基层组织任期的意见》'),
    ('term.remind', 6, '2018 年 7 月《关于党的基层组织任期的意见》'),
    ('term.early_or_late', 1, '2018 年 7 月《关于党的基层组织任期的意见》')
) as r (key, amount, source);

-- Kinds and which matters bind them. height: whom it may answer to stands higher, a smaller number; those of the first height may answer to one another.
create table organization_kind (
    code       text     primary key,
    name       text     not null,
    name_en    text     not null,
    height     smallint not null check (height between 1 and 4),
    least_key  text     references organization_matter (key),  -- full members, or it may not be
    above_key  text     references organization_matter (key),  -- full members it normally has more than
    most_key   text     references organization_matter (key),  -- members it normally has at most
    units_key  text     references organization_matter (key),  -- it belongs to several units
    lasts_key  text     references organization_matter (key),  -- it is for a work that ends
    term_key   text     references organization_matter (key),  -- null: no term of office
    has_board  boolean  not null,                              -- how large its committee may be depends on its full members
    position   smallint not null unique
);
insert into organization_kind (code, name, name_en, height, least_key, above_key, most_key, units_key, lasts_key, term_key, has_board, position) values
    ('committee', '党委', 'Committee', 1, null, 'committee.least', null, null, null, 'term.committee', false, 10),
    ('working_committee', '党工委', 'Working committee', 1, null, null, null, null, null, null, false, 20),
    ('leading_group', '党组', 'Leading party group', 1, null, null, null, null, null, null, false, 30),
    ('regional', '区域化（联合）党组织', 'Regional (joint) organization', 1, null, null, null, null, null, 'term.committee', false, 40),
    ('hub', '枢纽型党组织', 'Hub organization', 2, null, null, null, null, null, null, false, 50),
    ('community_committee', '村（社区）党委', 'Committee of a village or community', 1, null, 'committee.least', null, null, null, 'term.community', false, 60),
    ('general_branch', '党总支', 'General branch', 2, null, 'general.least', null, null, null, 'term.branch', false, 70),
    ('community_general_branch', '村（社区）党总支', 'General branch of a village or community', 2, null, 'general.least', null, null, null, 'term.community', false, 80),
    ('branch', '党支部', 'Branch', 3, 'branch.least', null, 'branch.most', null, null, 'term.branch', true, 90),
    ('community_branch', '村（社区）党支部', 'Branch of a village or community', 3, 'branch.least', null, 'branch.most', null, null, 'term.community', true, 100),
    ('joint_branch', '联合党支部', 'Joint branch', 3, 'branch.least', null, 'branch.most', 'joint.units', null, 'term.branch', true, 110),
    ('functional', '功能型党组织', 'Functional organization', 3, null, null, null, null, null, null, false, 120),
    ('floating_branch', '流动党员党支部', 'Branch of floating members', 3, 'branch.least', null, 'branch.most', null, null, 'term.branch', true, 130),
    ('temporary_branch', '临时党支部', 'Temporary branch', 3, 'branch.least', null, 'branch.most', null, 'temporary.months', null, true, 140),
    ('cell', '党小组', 'Party group', 4, null, null, null, null, null, null, false, 150);

-- As things stand today; how they came to stand so is in the dated tables below, written together with it.
create table organization (
    id           uuid     primary key,
    kind_code    text     not null references organization_kind (code),
    name         text     not null check (char_length(name) between 2 and 100),
    code         text     check (code ~ '^[0-9A-Z-]{2,30}$'),
    founded_on   date     not null,
    ended_on     date,
    end_reason   text     check (char_length(end_reason) between 1 and 300),
    parent_id    uuid     references organization (id),
    region_code  bigint   not null references region (code),
    full_members integer  not null check (full_members between 0 and 1000000),
    members      integer  not null check (members between full_members and 1000000),
    units        smallint check (units between 2 and 1000),      -- how many units it is of, where it is of several
    lasts_until  date,                                           -- of a temporary one: when its work is to be done
    term_from    date,
    term_due_on  date,                                           -- first day after the term
    pinyin       text     collate "C" not null,                  -- by which lists are ordered
    initials     text     collate "C" not null,
    grams        text[]   not null,
    version      integer  not null default 1,
    constraint organization_itself_check check (parent_id <> id),
    constraint organization_end_check check ((ended_on is null) = (end_reason is null) and (ended_on is null or ended_on >= founded_on)),
    constraint organization_term_check check ((term_from is null) = (term_due_on is null) and (term_due_on is null or term_due_on > term_from))
);
create unique index organization_code_unique on organization (code);
create index organization_parent_idx on organization (parent_id, pinyin, id) where ended_on is null;
create index organization_region_idx on organization (region_code, pinyin, id) where ended_on is null;
create index organization_pinyin_idx on organization (pinyin, region_code) where ended_on is null;
create index organization_initials_idx on organization (initials, region_code) where ended_on is null;
create index organization_grams_idx on organization using gin (grams) where ended_on is null;
create index organization_term_due_idx on organization (term_due_on, id) where ended_on is null and term_due_on is not null;

-- Each answers to one at a time, bears one name and stands in one place: every change ends what was and begins what is.
create table organization_affiliation (
    id              uuid        primary key,
    organization_id uuid        not null references organization (id),
    parent_id       uuid        references organization (id),    -- null: nobody here
    valid           daterange   not null check (not isempty(valid)),
    why             text        not null,
    actor           text        not null,
    changed_at      timestamptz not null,
    constraint organization_affiliation_once_exclude exclude using gist (organization_id with =, valid with &&)
);
create table organization_territory (
    id              uuid        primary key,
    organization_id uuid        not null references organization (id),
    region_code     bigint      not null references region (code),
    valid           daterange   not null check (not isempty(valid)),
    why             text        not null,
    actor           text        not null,
    changed_at      timestamptz not null,
    constraint organization_territory_once_exclude exclude using gist (organization_id with =, valid with &&)
);
create index organization_territory_region_idx on organization_territory (region_code);
create table organization_name (
    id              uuid        primary key,
    organization_id uuid        not null references organization (id),
    name            text        not null,
    valid           daterange   not null check (not isempty(valid)),
    why             text        not null,
    actor           text        not null,
    changed_at      timestamptz not null,
    constraint organization_name_once_exclude exclude using gist (organization_id with =, valid with &&)
);
create table organization_term (
    id              uuid        primary key,
    organization_id uuid        not null references organization (id),
    valid           daterange   not null check (not isempty(valid) and not upper_inf(valid)),
    why             text        not null,
    actor           text        not null,
    changed_at      timestamptz not null,
    constraint organization_term_once_exclude exclude using gist (organization_id with =, valid with &&)
);
create table organization_post (
    id              uuid        primary key,
    organization_id uuid        not null references organization (id),
    post            text        not null check (post in ('secretary', 'deputy', 'member')),
    holder          text        not null check (char_length(holder) between 1 and 40),
    work            text        check (char_length(work) between 1 and 40),  -- 组织委员, 宣传委员
    valid           daterange   not null check (not isempty(valid)),
    actor           text        not null,
    changed_at      timestamptz not null,
    constraint organization_post_secretary_exclude exclude using gist (organization_id with =, valid with &&) where (post = 'secretary'),
    constraint organization_post_holder_exclude exclude using gist (organization_id with =, holder with =, valid with &&)
);

-- Whether this organization, or one it answers to however far above, stands in what the asker's duty reaches. The walk is as long as the tree is high.
create function organization_reaches(start uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    with recursive above (id, parent_id, region_code, n) as (
        select o.id, o.parent_id, o.region_code, 1 from organization o where o.id = start
        union all
        select o.id, o.parent_id, o.region_code, above.n + 1 from above join organization o on o.id = above.parent_id where above.n < 20
    )
    select exists (select from above where region_code <@ nullif(current_setting('app.scopes', true), '')::int8multirange)
$$;

-- Seen from where it stands (块) and from every organization it answers to (条); never by a department, nor by residents.
alter table organization enable row level security;
create policy organization_scope on organization using (case
    when coalesce((select current_setting('app.window', true)), '') <> '' then false
    when (select nullif(current_setting('app.department', true), '')) is not null then false
    when coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then true
    when parent_id is null then false
    else organization_reaches(parent_id) end);
alter table organization_affiliation enable row level security;
create policy organization_affiliation_scope on organization_affiliation using (exists (select from organization o where o.id = organization_id));
alter table organization_territory enable row level security;
create policy organization_territory_scope on organization_territory using (exists (select from organization o where o.id = organization_id));
alter table organization_name enable row level security;
create policy organization_name_scope on organization_name using (exists (select from organization o where o.id = organization_id));
alter table organization_term enable row level security;
create policy organization_term_scope on organization_term using (exists (select from organization o where o.id = organization_id));
alter table organization_post enable row level security;
create policy organization_post_scope on organization_post using (exists (select from organization o where o.id = organization_id));

-- An organization ends and is never deleted. Of a fact only the time changes; what is said anew for the very day takes the place of what was said before.
revoke insert, update, delete, truncate on organization_matter, organization_kind from gongzhi_app;
revoke delete, truncate on organization, organization_post from gongzhi_app;
revoke update, truncate on organization_affiliation, organization_territory, organization_name, organization_term, organization_post from gongzhi_app;
grant update (valid) on organization_affiliation, organization_territory, organization_name, organization_term, organization_post to gongzhi_app;

-- Whom somebody's organization answers to, step by step to the top: ids and names, which belong to the organization asked about; how many stand below in height,
-- at most so far. What is below is asked of the whole tree: a loop through what the asker does not see would be a loop.
create function organization_above(start uuid) returns table (id uuid, name text, kind_code text, n integer)
    language sql stable security definer set search_path = public, pg_temp as $$
    with recursive above (id, name, kind_code, parent_id, n) as (
        select o.id, o.name, o.kind_code, o.parent_id, 0 from organization o where o.id = start
        union all
        select o.id, o.name, o.kind_code, o.parent_id, above.n + 1 from above join organization o on o.id = above.parent_id where above.n < 20
    )
    select id, name, kind_code, n from above order by n
$$;

create function organization_height(start uuid) returns integer
    language sql stable security definer set search_path = public, pg_temp as $$
    with recursive below (id, n) as (
        select start, 0
        union all
        select o.id, below.n + 1 from below join organization o on o.parent_id = below.id and o.ended_on is null where below.n < 20
    )
    select max(n) from below
$$;

-- How many answer to it still, seen by the asker or not.
create function organization_answering(start uuid) returns bigint
    language sql stable security definer set search_path = public, pg_temp as $$
    select count(*) from organization o where o.parent_id = start and o.ended_on is null
$$;

-- Search goes past the policy, whose condition no index serves, and therefore asks the same of each hit. Within one's own reach it reads what is called so; of what only
-- answers into it, the first two thousand of the whole country are looked at. Pairs of characters that a hundredth of all names share (社区, 支部) lead nowhere: with
-- nothing but those, names within reach are read in the order of pinyin until there are enough.
create function organization_hits(part text, letters text, pairs text[], most integer) returns table (id uuid, distance integer)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    seen   int8multirange := nullif(current_setting('app.scopes', true), '')::int8multirange;
    lo     bigint := lower(seen);
    hi     bigint := upper(seen);
    common text[];
begin
    if coalesce(current_setting('app.window', true), '') <> '' or nullif(current_setting('app.department', true), '') is not null or lo is null then
        return;
    end if;
    if letters <> '' then
        return query
            (select h.id, 0 from organization h
             where h.ended_on is null and h.pinyin >= letters and h.pinyin < letters || '{' and h.region_code >= lo and h.region_code < hi and h.region_code <@ seen
             order by h.pinyin limit most)
            union all
            (select h.id, 1 from organization h
             where h.ended_on is null and h.initials >= letters and h.initials < letters || '{' and h.region_code >= lo and h.region_code < hi and h.region_code <@ seen
             order by h.initials limit most)
            union all
            (select c.id, 2 from (select h.id, h.region_code, h.parent_id from organization h
                                  where h.ended_on is null and h.pinyin >= letters and h.pinyin < letters || '{' order by h.pinyin limit 2000) c
             where case when c.region_code <@ seen or c.parent_id is null then false else organization_reaches(c.parent_id) end limit most);
        return;
    end if;
    select coalesce(array_agg(e.gram), '{}') into common
    from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as e (gram, frequency)
    where s.schemaname = 'public' and s.tablename = 'organization' and s.attname = 'grams' and s.most_common_elems is not null and e.frequency > 0.01;
    if pairs <@ common then
        return query
            select h.id, 1 from organization h
            where h.ended_on is null and position(part in h.name) > 0 and h.region_code >= lo and h.region_code < hi and h.region_code <@ seen
            order by h.pinyin limit most;
    else
        return query
            (select h.id, case when starts_with(h.name, part) then 0 else 1 end from organization h
             where h.ended_on is null and h.grams @> pairs and position(part in h.name) > 0 and h.region_code >= lo and h.region_code < hi and h.region_code <@ seen
             order by 2, char_length(h.name), h.pinyin limit most)
            union all
            (select c.id, 2 from (select h.id, h.region_code, h.parent_id from organization h
                                  where h.ended_on is null and h.grams @> pairs and position(part in h.name) > 0 limit 2000) c
             where case when c.region_code <@ seen or c.parent_id is null then false else organization_reaches(c.parent_id) end limit most);
    end if;
end $$;

-- What waits about an organization is seen by whoever sees the organization, whose line may come from elsewhere.
drop policy todo_scope on todo;
create policy todo_scope on todo using (case
    when subject_kind = 'suggestion' then exists (select from suggestion where suggestion.id = subject_id)
    when subject_kind = 'organization' then exists (select from organization where organization.id = subject_id)
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    when (select nullif(current_setting('app.department', true), '')) is not null
        then coalesce(department_id = (select nullif(current_setting('app.department', true), '')::uuid), false)
            or (subject_kind = 'demand' and exists (select from demand where demand.id = subject_id))
            or (subject_kind = 'callout' and exists (select from callout where callout.id = subject_id))
    when (select nullif(current_setting('app.kinds', true), '')) is not null
        then kind_code is null or kind_code = any ((select nullif(current_setting('app.kinds', true), '')::text[])::text[])
    else true end);
