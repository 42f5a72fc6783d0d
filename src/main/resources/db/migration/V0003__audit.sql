-- Audit: who, when, from where, what, before and after. Rows are only ever added (grants below), carry a keyed digest from the moment they
-- are written, and are chained by a sealer within a second: a changed row breaks its digest, a removed or inserted one breaks the chain.
create table audit_entry (
    id           uuid        primary key,
    at           timestamptz not null,
    account_id   uuid,                          -- null: the public window or a worker
    actor        text        not null,          -- name and duty as they were
    address      text        not null,          -- '' for residents: none is kept
    action       text        not null,          -- demand.accept, contact.reveal, session.open …
    subject_kind text        not null,
    subject_id   uuid,
    region_code  bigint      not null,
    before       jsonb,
    after        jsonb,
    purpose      text,
    digest       bytea       not null           -- HMAC-SM3 over all of the above
);
create index audit_entry_subject_idx on audit_entry (subject_kind, subject_id, at desc);
create index audit_entry_account_id_idx on audit_entry (account_id, at desc);
create index audit_entry_at_idx on audit_entry (at desc, id desc);

create table audit_unsealed (
    entry_id uuid primary key references audit_entry (id)
);

create table audit_seal (
    position bigint primary key check (position > 0),
    entry_id uuid   not null unique references audit_entry (id),
    chain    bytea  not null                    -- SM3(previous chain || entry digest)
);

revoke update, delete, truncate on audit_entry, audit_seal from gongzhi_app;

alter table audit_entry enable row level security;
create policy audit_entry_write on audit_entry for insert with check (true);
create policy audit_entry_read on audit_entry for select
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange)
                  or (select current_setting('app.worker', true)) = 'seal' then true else false end);
