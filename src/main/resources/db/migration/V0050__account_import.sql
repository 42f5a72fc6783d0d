-- 账号导入: a sheet of people, checked row by row before anything happens, carried out once, taken back while nobody has touched it.
create table account_import (
    id          uuid        primary key,
    region_code bigint      not null references region (code),   -- the importer's node
    file_name   text        not null check (char_length(file_name) <= 200),
    state       text        not null default 'checked' check (state in ('checked', 'applied', 'undone')),
    uploaded_by uuid        not null references account (id),
    uploaded_at timestamptz not null,
    applied_at  timestamptz,
    undone_at   timestamptz
);
create index account_import_region_code_idx on account_import (region_code, uploaded_at desc, id desc);
alter table account_import enable row level security;
create policy account_import_scope on account_import
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

create table account_import_row (
    import_id     uuid    not null references account_import (id),
    line          integer not null,                -- as Excel numbers it
    region_code   bigint  not null,                -- the importer's node
    cells         text[]  not null,                -- as typed, for the sheet that goes back
    problem       text,                            -- null: good
    login         text,
    name          text,
    home_code     bigint  references region (code),
    kind          text,
    department_id uuid    references department (id),
    account_id    uuid    references account (id),
    duty_id       uuid    references duty (id),
    is_new        boolean not null default false,  -- the account was made by this row
    primary key (import_id, line),
    constraint account_import_row_good_check check (problem is not null or (login is not null and name is not null and home_code is not null and kind is not null))
);
alter table account_import_row enable row level security;
create policy account_import_row_scope on account_import_row
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
