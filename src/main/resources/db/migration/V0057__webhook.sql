-- Webhooks: what happens on a territory is told to systems of others, signed, again and again until they have it.
create table webhook_endpoint (
    id            uuid        primary key,
    region_code   bigint      not null references region (code),
    name          text        not null check (char_length(name) between 1 and 60),
    url           text        not null check (char_length(url) <= 500),
    events        text[]      not null check (cardinality(events) > 0),
    algorithm     text        not null check (algorithm in ('hmac-sha256', 'hmac-sm3')),
    secret        bytea       not null,              -- sealed: it signs, so it must be readable to us
    created_by    uuid        not null references account (id),
    created_at    timestamptz not null,
    failing_since timestamptz,
    paused_at     timestamptz,                       -- by us after long failure, when failing_since stays, or by the administrator
    removed_at    timestamptz
);
create index webhook_endpoint_region_idx on webhook_endpoint (region_code) where removed_at is null;
alter table webhook_endpoint enable row level security;
create policy webhook_endpoint_keepers on webhook_endpoint
    using (case when (select current_setting('app.worker', true)) = 'webhook' then true
                else exists (select from duty d join region r on r.code = d.region_code
                             where d.account_id = (select nullif(current_setting('app.account', true), '')::uuid)
                               and d.kind in ('system_administrator', 'security_administrator') and d.valid @> current_date
                               and webhook_endpoint.region_code >= r.code and webhook_endpoint.region_code < r.code_to) end);

-- What happened, written with it; handed out to the endpoints by a worker. No names, no words, no addresses of people.
create table webhook_event (
    id          uuid        primary key,
    region_code bigint      not null,
    event       text        not null,
    payload     text        not null,
    at          timestamptz not null
);
alter table webhook_event enable row level security;
create policy webhook_event_write on webhook_event for insert with check (true);
create policy webhook_event_worker on webhook_event
    using (case when (select current_setting('app.worker', true)) = 'webhook' then true else false end);

create table webhook_delivery (
    id            uuid        primary key,
    endpoint_id   uuid        not null references webhook_endpoint (id),
    region_code   bigint      not null,              -- the endpoint's
    event         text        not null,
    payload       text        not null,
    created_at    timestamptz not null,
    state         text        not null check (state in ('waiting', 'delivered', 'given_up')),
    attempts      integer     not null default 0,
    next_at       timestamptz,
    last_at       timestamptz,
    response_code integer,
    response_body text        check (char_length(response_body) <= 1024),
    problem       text        check (problem in ('answered', 'inside', 'name_unknown', 'timeout', 'certificate', 'unreachable', 'not_http')),
    constraint webhook_delivery_next_check check ((state = 'waiting') = (next_at is not null))
);
create index webhook_delivery_next_idx on webhook_delivery (next_at) where state = 'waiting';
create index webhook_delivery_endpoint_idx on webhook_delivery (endpoint_id, created_at desc, id desc);
alter table webhook_delivery enable row level security;
create policy webhook_delivery_of_endpoint on webhook_delivery
    using (case when (select current_setting('app.worker', true)) = 'webhook' then true
                else exists (select from webhook_endpoint e where e.id = endpoint_id) end);

-- Whether anybody listens at all: asked in everybody's transactions, who may not see the endpoints. Says yes or no and nothing else.
create function webhook_is_wanted() returns boolean
    language sql stable security definer set search_path = public, pg_temp as $$
    select exists (select from webhook_endpoint where removed_at is null)
$$;
revoke all on function webhook_is_wanted() from public;
grant execute on function webhook_is_wanted() to gongzhi_app;
