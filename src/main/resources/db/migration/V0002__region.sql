-- Region: one table for all levels. A node's subtree is the half-open range [code, code_to).
create table region (
    code        bigint   primary key check (code between 0 and 999999999999999),
    code_to     bigint   not null,
    level       smallint not null check (level between 0 and 6), -- 0 nation 1 province 2 city 3 district 4 street 5 community 6 grid
    parent_code bigint   references region (code),
    name        text     not null check (name <> ''),
    short_name  text     not null check (short_name <> ''),      -- 建外 for 建外街道: numbers, map labels, narrow columns
    kind        text     not null check (kind in
                    ('nation','province','city','district','street','town','township','street_like','community','village','community_like','grid')),
    is_hidden   boolean  not null default false,                  -- 市辖区 and the like: a level of the code, not of people's language
    is_working  boolean  not null default false,                  -- a territory that runs on Gongzhi
    pinyin      text     not null,                                -- chaoyangqu
    initials    text     not null,                                -- cyq
    grams       text[]   not null,                                -- characters in pairs, for search by any part of the name
    lng         double precision,
    lat         double precision,
    constraint region_range_check check (code_to > code),
    constraint region_parent_check check ((parent_code is null) = (level = 0))
);
create index region_parent_code_idx on region (parent_code, name);
create index region_name_idx on region (name text_pattern_ops);
create index region_pinyin_idx on region (pinyin text_pattern_ops);
create index region_initials_idx on region (initials text_pattern_ops);
create index region_grams_idx on region using gin (grams);

-- The root stands before any file is loaded: nation-wide rules (clocks, kinds, formulas) hang on it.
insert into region (code, code_to, level, name, short_name, kind, pinyin, initials, grams)
values (0, 1000000000000000, 0, '全国', '全国', 'nation', 'quanguo', 'qg', array['全国']);

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
