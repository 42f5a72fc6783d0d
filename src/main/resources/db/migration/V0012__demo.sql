-- Demo: which sample was loaded, so that a second start adds nothing.
create table demo_load (
    id        smallint    primary key check (id = 1),
    seed      bigint      not null,
    demands   integer     not null,
    loaded_at timestamptz not null
);
