-- Key rotation 密钥轮换: the key that seals contacts is changed while everything runs. Keys stay in files; here stands which one seals and how far the work is.
alter table installation_key add column destroyed_at timestamptz;   -- no node needs it any more
grant update (destroyed_at) on installation_key to gongzhi_app;

-- Which node holds which keys. A new key seals only when every node that lives holds it.
create table key_node (
    node         uuid        primary key,
    name         text        not null,
    fingerprints text[]      not null,
    seen_at      timestamptz not null
);

create table key_rotation (
    id               uuid        primary key,
    from_fingerprint text        not null,
    to_fingerprint   text,
    is_by_hand       boolean     not null,               -- the old key may be known to somebody: the new one does not travel under it
    reason           text        not null check (char_length(reason) between 1 and 200),
    state            text        not null default 'proposed' check (state in ('proposed', 'declined', 'withdrawn', 'waiting', 'resealing', 'done')),
    proposed_by      uuid        not null references account (id),
    proposed_at      timestamptz not null,
    decided_by       uuid        references account (id),
    decided_at       timestamptz,
    words            text        check (char_length(words) <= 200),
    handover         bytea,                              -- the new key, sealed with the old one, until every node has it
    started_at       timestamptz,
    place            text,                               -- where the work goes on after a break
    cursor           uuid,
    walked           bigint      not null default 0,     -- rows, in this lap
    total            bigint      not null default 0,
    changed          bigint      not null default 0,     -- seals
    changed_in_lap   bigint      not null default 0,
    left_over        bigint      not null default 0,     -- seals that do not open and stay as they are
    done_at          timestamptz,
    destruction_asked_by uuid    references account (id),
    destruction_asked_at timestamptz,
    destroyed_by     uuid        references account (id),
    destroyed_at     timestamptz,
    constraint key_rotation_second_person_check check (state in ('proposed', 'withdrawn') or decided_by is not null and decided_by <> proposed_by),
    constraint key_rotation_started_check check ((state in ('resealing', 'done')) = (started_at is not null)),
    constraint key_rotation_handover_check check (handover is null or state = 'waiting'),
    constraint key_rotation_destroyed_check check (destroyed_at is null or state = 'done' and destroyed_by <> destruction_asked_by)
);
create unique index key_rotation_open_unique on key_rotation ((true)) where state in ('proposed', 'waiting', 'resealing');
alter table key_rotation enable row level security;
create policy key_rotation_keepers on key_rotation
    using (case when (select current_setting('app.worker', true)) = 'keys' then true
                else exists (select from duty d where d.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
                              and d.kind in ('system_administrator', 'security_administrator') and d.valid @> current_date) end);
