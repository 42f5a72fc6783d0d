-- Backup: when one was made, where to, how large. No territory: it is the whole installation's. What is in it is not here.
create table backup_made (
    id       uuid        primary key,
    at       timestamptz not null,
    file     text        not null check (char_length(file) between 1 and 1000),
    bytes    bigint      not null check (bytes > 0),
    seconds  integer     not null check (seconds >= 0)
);
create index backup_made_at_idx on backup_made (at desc);
revoke update, delete, truncate on backup_made from gongzhi_app;

-- How much waits in the queues of the whole installation, for whoever runs it: counts and ages, never a row. Counting stops at a hundred thousand.
create function queues_of_the_house() returns table (
    audit_waiting bigint, audit_since timestamptz, figures_waiting bigint, jobs_waiting bigint, jobs_since timestamptz, jobs_failed bigint, tasks_failing text[])
    language sql stable security definer set search_path = public, pg_temp as $$
    select (select count(*) from (select from audit_unsealed limit 100000) waiting),
           (select min(at) from (select entry.at from audit_unsealed u join audit_entry entry on entry.id = u.entry_id limit 100000) waiting),
           (select count(*) from (select from rollup_delta limit 100000) waiting),
           (select count(*) from job where state = 'waiting'),
           (select min(created_at) from job where state = 'waiting'),
           (select count(*) from job where state = 'failed' and ended_at > now() - interval '1 day'),
           (select coalesce(array_agg(task_name order by task_name), '{}') from scheduled_tasks where consecutive_failures > 2)
$$;
revoke all on function queues_of_the_house() from public;
grant execute on function queues_of_the_house() to gongzhi_app;
