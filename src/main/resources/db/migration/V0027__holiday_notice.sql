-- 放假安排: what each notice made of a year, one version after the other; the days that hold stand in holiday.
create table holiday_notice (
    id         uuid        primary key,
    year       integer     not null check (year between 2000 and 2100),
    version    integer     not null check (version > 0),
    at         timestamptz not null,
    account_id uuid        references account (id),
    actor      text        not null,                  -- name and place as they were
    source     text        not null check (char_length(source) between 1 and 200),
    why        text        not null check (char_length(why) between 1 and 200),
    added      integer     not null,
    changed    integer     not null,
    removed    integer     not null,
    days       jsonb       not null,                  -- day, worked or not, name: as they stood then
    constraint holiday_notice_version_unique unique (year, version)
);
create index holiday_notice_account_id_idx on holiday_notice (account_id) where account_id is not null;
revoke update, delete, truncate on holiday_notice from gongzhi_app;
