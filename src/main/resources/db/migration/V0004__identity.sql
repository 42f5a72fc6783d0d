-- Identity: accounts, what they may do where, and how they sign in.
create table account (
    id         uuid        primary key,
    login      text        not null check (login = lower(login) and char_length(login) between 2 and 64),
    name       text        not null check (name <> ''),
    status     text        not null default 'active' check (status in ('active', 'disabled')),
    locale     text        not null default 'zh-CN' check (locale in ('zh-CN', 'en')),
    is_demo    boolean     not null default false,
    created_at timestamptz not null default now(),
    version    integer     not null default 0
);
create unique index account_login_idx on account (login);

-- Apart from the account, so that nothing that lists accounts can ever read a hash.
create table account_secret (
    account_id      uuid        primary key references account (id),
    password_hash   text        not null,        -- Argon2id, encoded with its parameters
    must_change     boolean     not null default true,
    changed_at      timestamptz not null default now()
);
alter table account_secret enable row level security;
create policy account_secret_own on account_secret
    using (account_id = (select nullif(current_setting('app.account', true), '')::uuid))
    -- Whoever makes an account gives it its first secret; the primary key keeps them from giving it another.
    with check (true);

-- 部门, 科室, 承办单位: a line within a node. Names are public facts and readable by all; only the node's own people change them.
create table department (
    id          uuid    primary key,
    region_code bigint  not null references region (code),
    name        text    not null check (name <> ''),
    kind        text    not null check (kind in ('office', 'service')), -- office 科室, service 公共服务企业
    is_active   boolean not null default true,
    constraint department_name_unique unique (region_code, name)
);
alter table department enable row level security;
create policy department_read on department for select using (true);
create policy department_write on department for all
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

create table duty (
    id            uuid      primary key,
    account_id    uuid      not null references account (id),
    kind          text      not null check (kind in
                      ('grid_worker','community_clerk','community_secretary','street_officer','street_leader','district_officer','district_leader',
                       'department_handler','observer','system_administrator','security_administrator','audit_administrator')),
    region_code   bigint    not null references region (code),
    department_id uuid      references department (id),
    kind_codes    text[],                          -- the kinds of demand this duty covers; null: all
    valid         daterange not null default daterange(current_date, null),
    constraint duty_department_check check ((kind = 'department_handler') = (department_id is not null)),
    constraint duty_once_exclude exclude using gist
        (account_id with =, kind with =, region_code with =, (coalesce(department_id, '00000000-0000-0000-0000-000000000000'::uuid)) with =, valid with &&)
);
create index duty_account_id_idx on duty (account_id);
create index duty_region_code_idx on duty (region_code);
alter table duty enable row level security;
-- One's own duties are seen, not given.
create policy duty_scope on duty
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
create policy duty_own on duty for select
    using (account_id = (select nullif(current_setting('app.account', true), '')::uuid));

-- Failures count by account and address together, so that nobody can lock a colleague out from elsewhere.
create table sign_in_failure (
    login        text        not null,
    address      text        not null,
    failures     integer     not null,
    locked_until timestamptz not null,
    updated_at   timestamptz not null,
    primary key (login, address)
);
create index sign_in_failure_updated_at_idx on sign_in_failure (updated_at);

-- Spring Session's own tables; its column names are the library's.
create table spring_session (
    primary_id            char(36) not null primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval integer  not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_session_id_idx on spring_session (session_id);
create index spring_session_expiry_time_idx on spring_session (expiry_time);
create index spring_session_principal_name_idx on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    primary key (session_primary_id, attribute_name)
);
