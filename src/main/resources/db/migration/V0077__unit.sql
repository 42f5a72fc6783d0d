-- Units 单位: what kinds there are, which stand on the territory, where each stood before, and what was changed of it.

-- is_new: counted among the new organizations 两新组织. is_site: a place other units are in, which is no legal person and has no credit code.
create table unit_kind (
    code     text     primary key,
    name     text     not null,
    name_en  text     not null,
    is_new   boolean  not null,
    is_site  boolean  not null,
    position smallint not null unique
);
insert into unit_kind (code, name, name_en, is_new, is_site, position) values
    ('agency', '机关', 'Agency', false, false, 10),
    ('institution', '事业单位', 'Public institution', false, false, 20),
    ('school', '学校', 'School', false, false, 30),
    ('hospital', '医院', 'Hospital', false, false, 40),
    ('state_firm', '国有企业', 'State firm', false, false, 50),
    ('collective_firm', '集体企业', 'Collective firm', false, false, 60),
    ('private_firm', '非公有制企业', 'Non-public firm', true, false, 70),
    ('shop', '街面商铺', 'Street shop', false, false, 80),
    ('association', '社会团体', 'Social association', true, false, 90),
    ('service_institution', '民办非企业单位', 'Private non-enterprise unit', true, false, 100),
    ('foundation', '基金会', 'Foundation', true, false, 110),
    ('residents_committee', '居（村）民委员会', 'Residents’ or villagers’ committee', false, false, 120),
    ('building', '商务楼宇', 'Office building', false, true, 130),
    ('park', '园区', 'Park', false, true, 140),
    ('market', '市场', 'Market', false, true, 150),
    ('other', '其他单位', 'Other', false, false, 160);

-- How many people work there, in the words of statistics. least is in, most is in.
create table unit_band (
    code     text     primary key,
    name     text     not null,
    name_en  text     not null,
    least    integer  not null,
    most     integer  not null check (most >= least),
    position smallint not null unique
);
insert into unit_band (code, name, name_en, least, most, position) values
    ('1-9', '10 人以下', 'Under 10', 0, 9, 10),
    ('10-49', '10–49 人', '10–49', 10, 49, 20),
    ('50-99', '50–99 人', '50–99', 50, 99, 30),
    ('100-299', '100–299 人', '100–299', 100, 299, 40),
    ('300-', '300 人以上', '300 and more', 300, 10000000, 50);

-- GB/T 4754-2017, sections 门类 (letters) and divisions 大类 (two digits).
create table unit_industry (
    code         text primary key check (code ~ '^([A-T]|[0-9]{2})$'),
    section_code text not null references unit_industry (code),
    name         text not null,
    name_en      text not null,
    constraint unit_industry_section_check check (section_code ~ '^[A-T]$' and (code ~ '^[0-9]{2}$' or code = section_code))
);
insert into unit_industry (code, section_code, name, name_en) values
    ('A', 'A', '农、林、牧、渔业', 'Agriculture, forestry, animal husbandry and fishery'),
    ('B', 'B', '采矿业', 'Mining'),
    ('C', 'C', '制造业', 'Manufacturing'),
    ('D', 'D', '电力、热力、燃气及水生产和供应业', 'Electricity, heat, gas and water'),
    ('E', 'E', '建筑业', 'Construction'),
    ('F', 'F', '批发和零售业', 'Wholesale and retail trade'),
    ('G', 'G', '交通运输、仓储和邮政业', 'Transport, storage and post'),
    ('H', 'H', '住宿和餐饮业', 'Accommodation and catering'),
    ('I', 'I', '信息传输、软件和信息技术服务业', 'Information transmission, software and IT services'),
    ('J', 'J', '金融业', 'Finance'),
    ('K', 'K', '房地产业', 'Real estate'),
    ('L', 'L', '租赁和商务服务业', 'Leasing and business services'),
    ('M', 'M', '科学研究和技术服务业', 'Scientific research and technical services'),
    ('N', 'N', '水利、环境和公共设施管理业', 'Water conservancy, environment and public facilities'),
    ('O', 'O', '居民服务、修理和其他服务业', 'Resident services, repair and other services'),
    ('P', 'P', '教育', 'Education'),
    ('Q', 'Q', '卫生和社会工作', 'Health and social work'),
    ('R', 'R', '文化、体育和娱乐业', 'Culture, sports and entertainment'),
    ('S', 'S', '公共管理、社会保障和社会组织', 'Public administration, social security and social organizations'),
    ('T', 'T', '国际组织', 'International organizations'),
    ('01', 'A', '农业', 'Agriculture'), ('02', 'A', '林业', 'Forestry'), ('03', 'A', '畜牧业', 'Animal husbandry'), ('04', 'A', '渔业', 'Fishery'),
    ('05', 'A', '农、林、牧、渔专业及辅助性活动', 'Support to agriculture, forestry, husbandry and fishery'),
    ('06', 'B', '煤炭开采和洗选业', 'Coal mining and washing'), ('07', 'B', '石油和天然气开采业', 'Oil and gas extraction'),
    ('08', 'B', '黑色金属矿采选业', 'Ferrous metal ores'), ('09', 'B', '有色金属矿采选业', 'Non-ferrous metal ores'), ('10', 'B', '非金属矿采选业', 'Non-metal ores'),
    ('11', 'B', '开采专业及辅助性活动', 'Support to mining'), ('12', 'B', '其他采矿业', 'Other mining'),
    ('13', 'C', '农副食品加工业', 'Processing of farm products'), ('14', 'C', '食品制造业', 'Food'), ('15', 'C', '酒、饮料和精制茶制造业', 'Liquor, beverages and tea'),
    ('16', 'C', '烟草制品业', 'Tobacco'), ('17', 'C', '纺织业', 'Textiles'), ('18', 'C', '纺织服装、服饰业', 'Garments'),
    ('19', 'C', '皮革、毛皮、羽毛及其制品和制鞋业', 'Leather, fur, feather and shoes'), ('20', 'C', '木材加工和木、竹、藤、棕、草制品业', 'Wood, bamboo, rattan and straw'),
    ('21', 'C', '家具制造业', 'Furniture'), ('22', 'C', '造纸和纸制品业', 'Paper'), ('23', 'C', '印刷和记录媒介复制业', 'Printing'),
    ('24', 'C', '文教、工美、体育和娱乐用品制造业', 'Goods for culture, crafts, sports'), ('25', 'C', '石油、煤炭及其他燃料加工业', 'Fuel processing'),
    ('26', 'C', '化学原料和化学制品制造业', 'Chemicals'), ('27', 'C', '医药制造业', 'Medicine'), ('28', 'C', '化学纤维制造业', 'Chemical fibres'),
    ('29', 'C', '橡胶和塑料制品业', 'Rubber and plastics'), ('30', 'C', '非金属矿物制品业', 'Non-metal mineral products'),
    ('31', 'C', '黑色金属冶炼和压延加工业', 'Ferrous metals'), ('32', 'C', '有色金属冶炼和压延加工业', 'Non-ferrous metals'), ('33', 'C', '金属制品业', 'Metal products'),
    ('34', 'C', '通用设备制造业', 'General equipment'), ('35', 'C', '专用设备制造业', 'Special equipment'), ('36', 'C', '汽车制造业', 'Motor vehicles'),
    ('37', 'C', '铁路、船舶、航空航天和其他运输设备制造业', 'Railway, ships, aerospace'), ('38', 'C', '电气机械和器材制造业', 'Electrical machinery'),
    ('39', 'C', '计算机、通信和其他电子设备制造业', 'Computers and electronics'), ('40', 'C', '仪器仪表制造业', 'Instruments'), ('41', 'C', '其他制造业', 'Other manufacturing'),
    ('42', 'C', '废弃资源综合利用业', 'Use of waste resources'), ('43', 'C', '金属制品、机械和设备修理业', 'Repair of machinery'),
    ('44', 'D', '电力、热力生产和供应业', 'Electricity and heat'), ('45', 'D', '燃气生产和供应业', 'Gas'), ('46', 'D', '水的生产和供应业', 'Water'),
    ('47', 'E', '房屋建筑业', 'Buildings'), ('48', 'E', '土木工程建筑业', 'Civil engineering'), ('49', 'E', '建筑安装业', 'Installation'),
    ('50', 'E', '建筑装饰、装修和其他建筑业', 'Decoration and other construction'), ('51', 'F', '批发业', 'Wholesale'), ('52', 'F', '零售业', 'Retail'),
    ('53', 'G', '铁路运输业', 'Railway transport'), ('54', 'G', '道路运输业', 'Road transport'), ('55', 'G', '水上运输业', 'Water transport'),
    ('56', 'G', '航空运输业', 'Air transport'), ('57', 'G', '管道运输业', 'Pipelines'), ('58', 'G', '多式联运和运输代理业', 'Multimodal transport and agents'),
    ('59', 'G', '装卸搬运和仓储业', 'Handling and storage'), ('60', 'G', '邮政业', 'Post'), ('61', 'H', '住宿业', 'Accommodation'), ('62', 'H', '餐饮业', 'Catering'),
    ('63', 'I', '电信、广播电视和卫星传输服务', 'Telecoms, broadcasting, satellites'), ('64', 'I', '互联网和相关服务', 'Internet'),
    ('65', 'I', '软件和信息技术服务业', 'Software and IT services'), ('66', 'J', '货币金融服务', 'Monetary services'), ('67', 'J', '资本市场服务', 'Capital markets'),
    ('68', 'J', '保险业', 'Insurance'), ('69', 'J', '其他金融业', 'Other finance'), ('70', 'K', '房地产业', 'Real estate'), ('71', 'L', '租赁业', 'Leasing'),
    ('72', 'L', '商务服务业', 'Business services'), ('73', 'M', '研究和试验发展', 'Research and development'), ('74', 'M', '专业技术服务业', 'Technical services'),
    ('75', 'M', '科技推广和应用服务业', 'Promotion of technology'), ('76', 'N', '水利管理业', 'Water conservancy'), ('77', 'N', '生态保护和环境治理业', 'Environment'),
    ('78', 'N', '公共设施管理业', 'Public facilities'), ('79', 'N', '土地管理业', 'Land'), ('80', 'O', '居民服务业', 'Resident services'),
    ('81', 'O', '机动车、电子产品和日用产品修理业', 'Repair of cars and goods'), ('82', 'O', '其他服务业', 'Other services'), ('83', 'P', '教育', 'Education'),
    ('84', 'Q', '卫生', 'Health'), ('85', 'Q', '社会工作', 'Social work'), ('86', 'R', '新闻和出版业', 'News and publishing'),
    ('87', 'R', '广播、电视、电影和录音制作业', 'Broadcasting, film and recording'), ('88', 'R', '文化艺术业', 'Culture and arts'), ('89', 'R', '体育', 'Sports'),
    ('90', 'R', '娱乐业', 'Entertainment'), ('91', 'S', '中国共产党机关', 'Organs of the Communist Party'), ('92', 'S', '国家机构', 'State organs'),
    ('93', 'S', '人民政协、民主党派', 'Consultative conference and democratic parties'), ('94', 'S', '社会保障', 'Social security'),
    ('95', 'S', '群众团体、社会团体和其他成员组织', 'Mass and social organizations'), ('96', 'S', '基层群众自治组织及其他组织', 'Self-governing grass-roots organizations'),
    ('97', 'T', '国际组织', 'International organizations');

-- One row a unit, as it stands today; its registration is in the row itself, so that an import writes one row and nothing else.
create table unit (
    id            uuid        primary key,
    kind_code     text        not null references unit_kind (code),
    name          text        not null check (char_length(name) between 2 and 100),
    credit_code   text        check (credit_code ~ '^[0-9A-HJ-NPQRTUWXY]{18}$'),   -- its check character is verified before
    industry_code text        references unit_industry (code),
    people        integer     check (people between 0 and 10000000),
    members       integer     check (members between 0 and 1000000),               -- as the unit says; counted from member records once there are any
    members_on    date,                                                            -- the day that was so
    opened_on     date,
    closed_on     date,                                                            -- first day it is no more
    close_reason  text        check (char_length(close_reason) between 1 and 300),
    region_code   bigint      not null references region (code),
    stood_from    date,                                                            -- since when it stands there; null: as long as anybody knows
    address       text        check (char_length(address) between 1 and 200),
    phone         text        check (phone ~ '^[0-9+-]{5,20}$'),                   -- that it gives to everybody
    lng           double precision check (lng between 73 and 136),
    lat           double precision check (lat between 3 and 54),
    pinyin        text        collate "C" not null,                                -- by which lists are ordered
    initials      text        collate "C" not null,
    grams         text[]      not null,
    registered_at timestamptz not null,
    registered_by text        not null,
    source        text        not null check (char_length(source) between 1 and 300),
    district_code bigint      not null generated always as (region_code / 1000000000 * 1000000000) stored,
    is_closed     boolean     not null generated always as (closed_on is not null) stored,
    version       integer     not null default 1,
    constraint unit_members_day_check check ((members is null) = (members_on is null)),
    constraint unit_close_check check ((closed_on is null) = (close_reason is null) and (closed_on is null or opened_on is null or closed_on >= opened_on)),
    constraint unit_point_check check ((lng is null) = (lat is null))
);
-- Few, because each costs an import its share. One open unit to a code: whoever comes second, in whatever import, is told.
create unique index unit_credit_code_unique on unit (credit_code) where closed_on is null;
-- Communities and grids, whose codes are asked for one by one; also finds what a change of the tree moves.
create index unit_region_idx on unit (region_code, is_closed, pinyin, id);
-- Districts, kind by kind; cities and above where a kind is chosen, district by district.
create index unit_district_idx on unit (district_code, is_closed, kind_code, pinyin, id);
-- Cities and above, and what begins with a sound.
create index unit_pinyin_idx on unit (is_closed, pinyin, id, region_code);
create index unit_initials_idx on unit (initials, region_code) where closed_on is null;
-- Any part of a name.
create index unit_grams_idx on unit using gin (grams) where closed_on is null;

-- Where it stood before it stood where it stands. Times do not touch one another, because each begins where the one before ended.
create table unit_place (
    id          uuid   primary key,
    unit_id     uuid   not null references unit (id),
    region_code bigint not null references region (code),
    address     text,
    from_on     date,                                                              -- null: as long as anybody knows
    until_on    date   not null check (until_on > from_on),
    constraint unit_place_until_unique unique (unit_id, until_on)
);
create index unit_place_region_idx on unit_place (region_code);

-- What was changed of it and why; only added to. What was and what is, one by one, '' for nothing.
create table unit_change (
    id         uuid        primary key,
    unit_id    uuid        not null references unit (id),
    verb       text        not null check (verb in ('amend', 'relocate', 'close', 'reopen')),
    from_on    date        not null,
    fields     text[]      not null,
    olds       text[]      not null,
    news       text[]      not null,
    why        text        not null,
    actor      text        not null,
    changed_at timestamptz not null,
    constraint unit_change_pairs_check check (cardinality(fields) = cardinality(olds) and cardinality(olds) = cardinality(news))
);
create index unit_change_unit_idx on unit_change (unit_id, changed_at);

alter table unit enable row level security;
create policy unit_scope on unit using (case
    when coalesce((select current_setting('app.window', true)), '') <> '' then false
    when (select nullif(current_setting('app.department', true), '')) is not null then false
    when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true
    else false end);
alter table unit_place enable row level security;
create policy unit_place_scope on unit_place using (exists (select from unit u where u.id = unit_id));
alter table unit_change enable row level security;
create policy unit_change_scope on unit_change using (exists (select from unit u where u.id = unit_id));

revoke insert, update, delete, truncate on unit_kind, unit_band, unit_industry from gongzhi_app;
revoke delete, truncate on unit from gongzhi_app;
revoke truncate on unit_place from gongzhi_app;
revoke update, delete, truncate on unit_change from gongzhi_app;

-- What waits about a unit keeps it from being closed, seen by whoever closes it or not.
create function unit_waiting(asked uuid) returns bigint
    language sql stable security definer set search_path = public, pg_temp as $$
    select count(*) from todo where subject_kind = 'unit' and subject_id = asked and closed_at is null
$$;

-- Whether another open unit has a code, wherever it stands.
create function unit_code_taken(asked text, besides uuid) returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from unit where credit_code = asked and closed_on is null and id <> besides)
$$;

-- Search goes past the policy, whose condition no index serves, and therefore asks the same of each hit. Pairs of characters that a hundredth of all names share
-- (有限, 公司) lead nowhere: with nothing but those, names within reach are read in the order of pinyin until there are enough.
create function unit_hits(part text, letters text, pairs text[], lo bigint, hi bigint, most integer) returns table (id uuid, distance integer)
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    seen   int8multirange := nullif(current_setting('app.scopes', true), '')::int8multirange;
    common text[];
begin
    if coalesce(current_setting('app.window', true), '') <> '' or nullif(current_setting('app.department', true), '') is not null or seen is null then
        return;
    end if;
    if letters <> '' then
        return query
            (select h.id, 0 from unit h
             where not h.is_closed and h.pinyin >= letters and h.pinyin < letters || '{' and h.region_code >= lo and h.region_code < hi and h.region_code <@ seen
             order by h.pinyin limit most)
            union all
            (select h.id, 1 from unit h
             where h.closed_on is null and h.initials >= letters and h.initials < letters || '{' and h.region_code >= lo and h.region_code < hi and h.region_code <@ seen
             order by h.initials limit most);
        return;
    end if;
    select coalesce(array_agg(e.gram), '{}') into common
    from pg_stats s, unnest(s.most_common_elems::text::text[], s.most_common_elem_freqs) as e (gram, frequency)
    where s.schemaname = 'public' and s.tablename = 'unit' and s.attname = 'grams' and s.most_common_elems is not null and e.frequency > 0.01;
    if pairs <@ common then
        return query
            select h.id, 1 from unit h
            where not h.is_closed and position(part in h.name) > 0 and h.region_code >= lo and h.region_code < hi and h.region_code <@ seen
            order by h.pinyin limit most;
    else
        return query
            select h.id, case when starts_with(h.name, part) then 0 else 1 end from unit h
            where h.closed_on is null and h.grams @> pairs and position(part in h.name) > 0 and h.region_code >= lo and h.region_code < hi and h.region_code <@ seen
            order by 2, char_length(h.name), h.pinyin limit most;
    end if;
end $$;
