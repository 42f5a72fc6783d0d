-- Tokens of machines: what a program of others may ask for, from where and until when. Shown once; only a digest is kept.
create table machine_token (
    id           uuid        primary key,
    region_code  bigint      not null references region (code),   -- how far it sees
    account_id   uuid        not null references account (id),    -- what it does is done by an account of its own, which nobody can sign in to
    name         text        not null check (char_length(name) between 1 and 60),
    digest       bytea       not null unique,
    hint         text        not null,                            -- its first characters, to tell one from another
    verbs        text[]      not null check (cardinality(verbs) > 0 and verbs <@ array['read', 'register', 'open311']),
    addresses    cidr[]      not null default '{}',               -- empty: from anywhere
    created_by   uuid        not null references account (id),
    created_at   timestamptz not null,
    expires_at   timestamptz not null check (expires_at > created_at),
    revoked_by   uuid        references account (id),
    revoked_at   timestamptz,
    last_used_at timestamptz,
    last_address text,
    constraint machine_token_revoked_check check ((revoked_at is null) = (revoked_by is null))
);
create index machine_token_region_code_idx on machine_token (region_code, created_at desc, id desc);
alter table machine_token enable row level security;
-- Administrators see nothing of what is done on a territory, but keep the keys to it; the gate looks a token up by its digest.
create policy machine_token_keepers on machine_token
    using (case when (select current_setting('app.worker', true)) = 'token' then true
                else exists (select from duty d join region r on r.code = d.region_code
                             where d.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
                               and d.kind in ('system_administrator', 'security_administrator') and d.valid @> current_date
                               and machine_token.region_code >= r.code and machine_token.region_code < r.code_to) end);
