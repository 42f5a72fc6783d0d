-- Second factors (RFC 6238): who has one, its sealed secret, its recovery codes, and which duties demand one.
create table second_factor (
    account_id uuid        primary key references account (id),
    since      timestamptz not null
);
alter table second_factor enable row level security;
-- That somebody has one is no secret in the house; only they themselves make one, and the worker takes a lost one away.
create policy second_factor_read on second_factor for select using (true);
create policy second_factor_own on second_factor
    using ((select current_setting('app.worker', true)) = 'factor' or account_id = (select nullif(current_setting('app.account', true), '')::uuid));

-- Apart, so that nothing that lists who has one can ever read what it is made from.
create table second_factor_secret (
    account_id uuid        not null references account (id),
    is_pending boolean     not null,             -- shown, and no code of it seen yet
    sealed     bytea       not null,
    made_at    timestamptz not null,
    last_step  bigint      not null default 0,   -- of 30 s since 1970; no code of this step or one before is taken again
    primary key (account_id, is_pending)
);
alter table second_factor_secret enable row level security;
create policy second_factor_secret_own on second_factor_secret
    using ((select current_setting('app.worker', true)) = 'factor' or account_id = (select nullif(current_setting('app.account', true), '')::uuid));

create table second_factor_recovery (
    account_id uuid        not null references account (id),
    digest     bytea       not null,
    used_at    timestamptz,
    primary key (account_id, digest)
);
alter table second_factor_recovery enable row level security;
create policy second_factor_recovery_own on second_factor_recovery
    using ((select current_setting('app.worker', true)) = 'factor' or account_id = (select nullif(current_setting('app.account', true), '')::uuid));

-- Whoever holds such a duty in this territory needs one.
create table second_factor_demand (
    region_code bigint      not null references region (code),
    duty_kind   text        not null,
    set_by      uuid        not null references account (id),
    set_at      timestamptz not null,
    primary key (region_code, duty_kind)
);
alter table second_factor_demand enable row level security;
-- What is demanded is asked at every sign-in; only the security administrator of the territory changes it.
create policy second_factor_demand_read on second_factor_demand for select using (true);
create policy second_factor_demand_write on second_factor_demand
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
