-- Deputies: for some days somebody has another's duty as one more of their own. It ends by itself, and is never handed on.
alter table duty
    add column deputizes     uuid,
    add column deputy_for    uuid    references account (id),      -- whose duty it is
    add column is_own        boolean generated always as (deputizes is null) stored,
    add column deputizes_own boolean generated always as (case when deputizes is not null then true end) stored,
    add constraint duty_deputy_check check ((deputizes is null) = (deputy_for is null) and deputy_for is distinct from account_id),
    add constraint duty_deputy_ends_check check (deputizes is null or not upper_inf(valid)),
    add constraint duty_id_is_own_unique unique (id, is_own);
-- Only what is one's own can be given to a deputy: no chains.
alter table duty add constraint duty_deputizes_own_fkey foreign key (deputizes, deputizes_own) references duty (id, is_own);
alter table duty add constraint duty_one_deputy_exclude exclude using gist (deputizes with =, valid with &&) where (deputizes is not null);
create index duty_deputy_for_idx on duty (deputy_for) where deputy_for is not null;
