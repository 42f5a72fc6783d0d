-- Metrics: whoever watches the machine asks with a token of its own kind, and hears counts and ages of what waits, never a row of anybody's.
alter table machine_token drop constraint machine_token_verbs_check;
alter table machine_token add constraint machine_token_verbs_check
    check (cardinality(verbs) > 0 and verbs <@ array['read', 'register', 'open311', 'metrics']);

-- What the page of health does not ask for: since when the oldest of each kind waits. Null: nothing waits.
create function ages_of_the_house(moment timestamptz) returns table (
    todo_since timestamptz, folded_at timestamptz, webhooks_waiting bigint, webhooks_since timestamptz, webhooks_given_up bigint, backup_at timestamptz)
    language sql stable security definer set search_path = public, pg_temp as $$
    select (select min(due_at) from todo where closed_at is null and paused_at is null and escalated_at is null and due_at < moment),
           (select rollup_state.folded_at from rollup_state where id = 1),
           (select count(*) from (select from webhook_event limit 100000) waiting)
               + (select count(*) from (select from webhook_delivery where state = 'waiting' limit 100000) waiting),
           least((select min(at) from webhook_event),
                 (select min(next_at) from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
                  where d.state = 'waiting' and next_at < moment and e.paused_at is null and e.removed_at is null)),
           (select count(*) from webhook_delivery where state = 'given_up' and last_at > moment - interval '1 day'),
           (select max(at) from backup_made)
$$;
revoke all on function ages_of_the_house(timestamptz) from public;
grant execute on function ages_of_the_house(timestamptz) to gongzhi_app;
create index webhook_delivery_given_up_idx on webhook_delivery (last_at) where state = 'given_up';
