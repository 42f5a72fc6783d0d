-- Trees change: a node is renamed in place; whatever changes its place in the tree gives it another code, since a code says where a node lies. The node of before
-- stays as a closed row under its old parent, because past figures and audit entries carry its code.
alter table region
    add column opened_on date,                             -- null: was there from the beginning
    add column closed_on date,                             -- from this day on no longer there; null: open
    add column is_own    boolean not null default false,   -- named by its territory: a newer national list does not name it back
    add constraint region_days_check check (closed_on is null or opened_on is null or opened_on <= closed_on);

create index region_opened_on_idx on region (opened_on) where opened_on is not null;
create index region_closed_on_idx on region (closed_on) where closed_on is not null;

-- What became of a closed node: one successor after a move or a merger, several after a split.
create table region_succession (
    code              bigint not null references region (code),
    successor_code    bigint not null references region (code),
    since             date   not null,
    reorganization_id uuid   not null,
    primary key (code, successor_code, reorganization_id)
);
create index region_succession_successor_code_idx on region_succession (successor_code);
create index region_succession_reorganization_id_idx on region_succession (reorganization_id);
