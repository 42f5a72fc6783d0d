-- Staffing: which node keeps an account, who gave a duty and who ended it, and what needs a second person's word.
alter table account add column home_code bigint references region (code);
update account a set home_code = (select d.region_code from duty d where d.account_id = a.id order by lower(d.valid), d.id limit 1);
create index account_home_code_login_idx on account (home_code, login);

alter table duty
    add column granted_by uuid references account (id),
    add column granted_at timestamptz not null default now(),
    add column ended_by   uuid references account (id),
    add column ended_at   timestamptz;

-- 三员分立 (GB/T 22239-2019 §8.1.10): whoever is one of the three administrators is never another of them at the same time.
alter table duty add constraint duty_administrator_exclude exclude using gist (account_id with =, kind with <>, valid with &&)
    where (kind in ('system_administrator', 'security_administrator', 'audit_administrator'));

-- A one-time password is given by the application under a name of its own, never in a person's transaction.
create policy account_secret_reset on account_secret using ((select current_setting('app.worker', true)) = 'identity');

-- 权限审批: duties that reach far are proposed by one administrator and confirmed by another.
create table duty_proposal (
    id            uuid        primary key,
    account_id    uuid        not null references account (id),
    kind          text        not null,
    region_code   bigint      not null references region (code),
    kind_codes    text[],                            -- the kinds of demand it would cover; null: all
    valid         daterange   not null check (not isempty(valid)),
    reason        text        not null check (char_length(reason) between 1 and 200),
    proposed_by   uuid        not null references account (id),
    proposed_at   timestamptz not null,
    decision      text        check (decision in ('confirmed', 'declined', 'withdrawn')),
    decided_by    uuid        references account (id),
    decided_at    timestamptz,
    words         text        check (char_length(words) <= 200),
    constraint duty_proposal_decided_check check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
    constraint duty_proposal_second_person_check check (decision is null or decision = 'withdrawn' or decided_by <> proposed_by),
    constraint duty_proposal_not_oneself_check check (proposed_by <> account_id and (decision is distinct from 'confirmed' or decided_by <> account_id))
);
create index duty_proposal_region_code_idx on duty_proposal (region_code, proposed_at desc, id desc);
create unique index duty_proposal_open_unique on duty_proposal (account_id, kind, region_code) where decision is null;
alter table duty_proposal enable row level security;
create policy duty_proposal_scope on duty_proposal
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);
