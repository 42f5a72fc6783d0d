-- Insight: figures folded from what happened, never typed in.

-- What is counted. The application knows each by its id; what it means stands here, for people.
create table metric (
    id          smallint primary key,
    code        text     not null unique,
    name        text     not null,
    name_en     text     not null,
    is_stock    boolean  not null,         -- a level (open now) rather than a flow (raised in a period)
    counts      text     not null,         -- what one unit of it is, in words
    counts_en   text     not null
);

-- What happened, one row a metric, appended in the transaction in which it happened and taken away by the fold. No index: rows are taken where they lie.
create table rollup_delta (
    metric      smallint not null references metric (id),
    region_code bigint   not null,
    day         date     not null,          -- of the flow; of a stock, the day the demand was raised
    kind_code   text     not null,
    channel     text     not null,
    status      text     not null default '', -- stocks only
    n           bigint   not null,
    total       bigint   not null default 0   -- of closings: minutes from acceptance
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);

-- Figures of a node and everything under it. Stocks carry the period 1970-01-01, but by age the day the demand was raised. Hidden nodes have no rows.
create table rollup_node (
    region_code bigint   not null,
    metric      smallint not null references metric (id),
    grain       char(1)  not null check (grain in ('d', 'm', 's')),  -- day (streets and above), month, stock
    dimension   text     not null check (dimension in ('', 'kind', 'channel', 'status', 'age')),
    period      date     not null,
    value       text     not null,
    n           bigint   not null,
    total       bigint   not null,
    primary key (region_code, metric, grain, dimension, period, value)
);
-- What the fold brought to nothing, for it to sweep.
create index rollup_node_zero_idx on rollup_node (region_code) where n = 0 and total = 0;

-- How fresh the figures are.
create table rollup_state (
    id          smallint    primary key check (id = 1),
    folded_at   timestamptz not null,      -- everything committed before is in the figures
    recounted_to bigint     not null       -- where the nightly recount goes on
);
insert into rollup_state values (1, '1970-01-01 00:00:00+00', 0);

-- 口径: what a figure on screen is made of. Shown with it, always.
create table figure (
    code          text     primary key,
    position      smallint not null,
    name          text     not null,
    name_en       text     not null,
    numerator     text     not null,
    numerator_en  text     not null,
    denominator   text,                     -- null: a count
    denominator_en text,
    exclusions    text     not null,
    exclusions_en text     not null
);

-- The three rates of a territory: dated, cited, one version after the other; the most particular territory wins.
create table rate_formula (
    region_code bigint    not null references region (code),
    version     integer   not null check (version > 0),
    valid       daterange not null,
    basically_weight numeric not null check (basically_weight between 0 and 1),  -- what a "basically satisfied" counts in satisfaction
    response_weight  numeric not null check (response_weight between 0 and 1),
    solution_weight  numeric not null check (solution_weight between 0 and 1),
    satisfaction_weight numeric not null check (satisfaction_weight between 0 and 1),
    source      text      not null,
    primary key (region_code, version),
    constraint rate_formula_weights_check check (response_weight + solution_weight + satisfaction_weight = 1),
    constraint rate_formula_once_exclude exclude using gist (region_code with =, valid with &&)
);

create table rollup_check (
    id          uuid        primary key,
    at          timestamptz not null,
    region_code bigint      not null,
    compared    integer     not null,
    differences integer     not null,
    detail      jsonb       not null        -- the first differences: node, metric, grain, dimension, period, value, counted, shown
);
create index rollup_check_at_idx on rollup_check (at desc, id desc);

alter table rollup_delta enable row level security;
create policy rollup_delta_write on rollup_delta for insert with check (true);
create policy rollup_delta_fold on rollup_delta using (case when (select current_setting('app.worker', true)) = 'fold' then true else false end);
-- A duty bounded by department has no figures; one bounded by kinds has those of its kinds.
alter table rollup_node enable row level security;
create policy rollup_node_scope on rollup_node using (case
    when (select current_setting('app.worker', true)) = 'fold' then true
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    when (select nullif(current_setting('app.department', true), '')) is not null then false
    when (select nullif(current_setting('app.kinds', true), '')) is not null
        then dimension = 'kind' and value = any ((select nullif(current_setting('app.kinds', true), '')::text[])::text[])
    else true end);
alter table rate_formula enable row level security;
create policy rate_formula_read on rate_formula for select using (true);
create policy rate_formula_write on rate_formula for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
alter table rollup_check enable row level security;
create policy rollup_check_scope on rollup_check
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange)
                  or (select current_setting('app.worker', true)) = 'fold' then true else false end);

insert into metric (id, code, name, name_en, is_stock, counts, counts_en) values
    (1, 'raised', '受理', 'Raised', false, '当日提出的一件诉求', 'a demand raised on the day'),
    (2, 'accepted', '认领', 'Accepted', false, '一次受理：由一级组织接下一件诉求', 'a demand accepted by a node'),
    (3, 'closed', '办结', 'Closed', false, '一次办结；重办后再办结，再计一次；用时从最近一次受理起算', 'a closing; a demand closed again counts again; time runs from the latest acceptance'),
    (4, 'declined', '不予受理', 'Declined', false, '一件不予受理的诉求', 'a demand declined'),
    (5, 'merged', '合并', 'Merged', false, '一件并入另一件的诉求', 'a demand merged into another'),
    (6, 'reopened', '重办', 'Reopened', false, '一次重办', 'a reopening'),
    (7, 'passed_up', '上报', 'Passed up', false, '一次上报，不论上级是否接收', 'an offer to the level above, received or not'),
    (8, 'received_above', '上级接收', 'Received above', false, '一次由上级接收的上报', 'a demand received by the level above'),
    (9, 'call_back_valid', '有效回访', 'Valid call-backs', false, '一次联系到本人并得到答复的回访，或居民自己的评价', 'a call-back that got an answer, or the resident''s own judgement'),
    (10, 'contacted', '已响应', 'Contacted', false, '有效回访中，居民说有人联系过', 'of the valid call-backs, those contacted'),
    (11, 'solved', '解决了', 'Solved', false, '有效回访中，居民说解决了', 'of the valid call-backs, those solved'),
    (12, 'satisfied', '满意', 'Satisfied', false, '有效回访中，居民说满意', 'of the valid call-backs, those satisfied'),
    (13, 'basically', '基本满意', 'Basically satisfied', false, '有效回访中，居民说基本满意', 'of the valid call-backs, those basically satisfied'),
    (14, 'joined', '同感', 'Joined', false, '一次同感', 'a joiner'),
    (15, 'became_late', '新超期', 'Became late', false, '一件当日超过时限的诉求', 'a demand whose due time passed on the day'),
    (16, 'open', '在办', 'Open', true, '一件还没有办结的诉求，含挂账', 'a demand not yet closed, suspended ones included'),
    (17, 'late', '超期未办结', 'Late', true, '一件在办且已超过时限的诉求', 'an open demand past its due time');

insert into figure (code, position, name, name_en, numerator, numerator_en, denominator, denominator_en, exclusions, exclusions_en) values
    ('open', 1, '在办', 'Open', '现在还没有办结的诉求', 'demands not closed now', null, null, '不含已办结、不予受理、已合并', 'closed, declined and merged ones'),
    ('late', 2, '超期未办结', 'Late', '现在在办且已超过时限的诉求', 'open demands past their due time', '在办', 'open demands', '挂账期间不计时', 'time does not run while suspended'),
    ('raised', 3, '受理', 'Raised', '期内提出的诉求', 'demands raised in the period', null, null, '不去重，含后来不予受理和合并的', 'none: declined and merged ones are in'),
    ('closed', 4, '办结', 'Closed', '期内办结的次数', 'closings in the period', null, null, '办结不等于解决；重办后再办结的，再计一次', 'none; closed is not solved, and closed again counts again'),
    ('passed_up', 5, '上报', 'Passed up', '期内向上级的上报', 'offers to the level above in the period', null, null, '不去重，含上级退回的', 'none: returned ones are in'),
    ('response', 6, '响应率', 'Response', '有效回访中有人联系过的', 'contacted', '有效回访', 'valid call-backs', '没有联系到本人的回访不计；按回访日计', 'call-backs that reached nobody; counted by the day of the call-back'),
    ('solution', 7, '解决率', 'Solution', '有效回访中说“解决了”的', 'solved', '有效回访', 'valid call-backs', '没有联系到本人的回访不计；按回访日计', 'call-backs that reached nobody; counted by the day of the call-back'),
    ('satisfaction', 8, '满意率', 'Satisfaction', '满意与按口径折算的基本满意', 'satisfied, and basically satisfied as weighted', '有效回访', 'valid call-backs', '没有联系到本人的回访不计；按回访日计', 'call-backs that reached nobody; counted by the day of the call-back'),
    ('composite', 9, '综合分', 'Composite', '三率按口径加权', 'the three rates as weighted', '百分制', 'a hundred', '没有有效回访时不计', 'none without a valid call-back');

insert into rate_formula (region_code, version, valid, basically_weight, response_weight, solution_weight, satisfaction_weight, source)
values (0, 1, daterange('2020-01-01', null), 0.9, 0.1, 0.5, 0.4, '默认口径：一地接诉即办考核做法，各区可自定');
