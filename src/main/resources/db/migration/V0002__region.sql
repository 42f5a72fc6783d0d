-- Region: one table for all levels. A node's subtree is the half-open range [code, code_to).
create table region (
    code          bigint   primary key check (code between 0 and 999999999999999),
    code_to       bigint   not null,
    level         smallint not null check (level between 0 and 6), -- 0 nation 1 province 2 city 3 district 4 street 5 community 6 grid
    parent_code   bigint,
    name          text     collate "C" not null check (name <> ''),            -- as people say it: 永安里社区
    short_name    text     collate "C" not null check (short_name <> ''),      -- 建外 for 建外街道: numbers, map labels, narrow columns
    official_name text     not null check (official_name <> ''),   -- as the statistical list writes it: 永安里社区居委会
    kind          text     not null,
    is_hidden     boolean  not null default false,                  -- 市辖区 and the like: a level of the code, not of people's language
    is_working    boolean  not null default false,                  -- a territory that runs on Gongzhi
    pinyin        text     collate "C" not null,                    -- chaoyangqu; byte order, so that prefixes use the index
    initials      text     collate "C" not null,                    -- cyq
    grams         text[]   not null,                                -- characters in pairs, for search by any part of the name
    lng           double precision,
    lat           double precision,
    constraint region_range_check check (code_to > code),
    constraint region_parent_check check ((parent_code is null) = (level = 0)),
    constraint region_point_check check ((lng is null) = (lat is null)),
    constraint region_kind_check check (kind in
        ('nation','province','city','district','street','town','township','street_like','community','village','community_like','grid'))
);

-- Rules of the whole country hang on this row before any file is loaded.
insert into region (code, code_to, level, parent_code, name, short_name, official_name, kind, pinyin, initials, grams)
values (0, 1000000000000000, 0, null, '全国', '全国', '中华人民共和国', 'nation', 'quanguo', 'qg', '{全国}');

-- Pairs of characters that thousands of names share (社区, 家村), with how many at each level: a search never starts from one of them. Counted at a load.
create table region_common_gram (
    gram  text     not null,
    level smallint not null,
    nodes integer  not null,
    primary key (gram, level)
);

-- Outlines, by node; several vintages or sources never mix on one map. geometry is a GeoJSON geometry, WGS 84.
create table region_boundary (
    code       bigint  primary key references region (code),
    geometry   jsonb   not null,
    is_sketch  boolean not null,      -- schematic: said on the map
    credit     text    not null
);

-- Which files were loaded, so that a second start takes seconds.
create table region_load (
    source      text        primary key,
    sha256      text        not null,
    rows        integer     not null,
    loaded_at   timestamptz not null default now()
);

-- The national list goes in without indexes and gets them afterwards: several times faster. The application owns nothing and so may not drop an index;
-- these two functions are the owner's, do only this, and begin_load only while nothing but the nation is there.
create function region_begin_load() returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
begin
    lock table region in access exclusive mode;
    if exists (select 1 from region where code > 0) then
        raise exception 'regions are loaded already';
    end if;
    alter table region drop constraint region_parent_code_fkey;
    drop index region_parent_code_idx, region_level_code_idx, region_level_working_name_idx, region_level_working_pinyin_idx,
        region_level_working_initials_idx, region_grams_idx, region_working_idx;
end $$;

-- Level and working come first in the search indexes, so that the best few of each level are read off the index, at any number of matches.
create function region_finish_load() returns void
    language plpgsql security definer set search_path = public, pg_temp set maintenance_work_mem = '256MB' as $$
begin
    create index region_parent_code_idx on region (parent_code);
    create index region_level_code_idx on region (level, code);
    create index region_level_working_name_idx on region (level, is_working, name);
    create index region_level_working_pinyin_idx on region (level, is_working, pinyin);
    create index region_level_working_initials_idx on region (level, is_working, initials);
    create index region_grams_idx on region using gin (grams);
    create index region_working_idx on region (code) where is_working;
    alter table region add constraint region_parent_code_fkey foreign key (parent_code) references region (code);
    analyze region;
end $$;
select region_finish_load();
