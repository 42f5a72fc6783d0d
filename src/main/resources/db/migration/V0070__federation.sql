-- Who of an identity provider is whose account here: linked by the person themselves, signed in with their password, and by nobody else.
create table account_subject (
    issuer     text        not null,
    subject    text        not null,
    account_id uuid        not null references account (id),
    linked_at  timestamptz not null,
    primary key (issuer, subject),
    constraint account_subject_account_unique unique (account_id, issuer)
);
alter table account_subject enable row level security;
-- Whoever is just arriving is nobody yet: then the worker asks.
create policy account_subject_own on account_subject
    using ((select current_setting('app.worker', true)) = 'federation' or account_id = (select nullif(current_setting('app.account', true), '')::uuid));
