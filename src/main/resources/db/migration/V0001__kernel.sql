-- Kernel: what every module shares. Two roles exist before this chain runs: the owner (runs it) and gongzhi_app (owns nothing).

-- A mutation sent twice with the same key is answered twice and carried out once.
create table idempotency_key (
    actor_id     uuid        not null,
    key          text        not null check (char_length(key) between 8 and 100),
    request_hash text        not null,
    status       smallint    not null,
    response     text        not null,
    created_at   timestamptz not null default now(),
    primary key (actor_id, key)
);
create index idempotency_key_created_at_idx on idempotency_key (created_at);

-- Days that differ from the published calendar: law gives the default, this table the exceptions of a territory or a late change.
create table holiday (
    day        date    primary key,
    is_working boolean not null,
    name       text    not null,
    source     text    not null
);

-- Which keys this database was written with. Never a key: those lie in files, and a node that lacks one must not start and make a new one.
create table installation_key (
    name        text        not null,
    fingerprint text        not null,
    created_at  timestamptz not null default now(),
    primary key (name, fingerprint)
);
revoke update, delete, truncate on installation_key from gongzhi_app;
