-- A sheet's lines are applied place by place, not as somebody happened to write them down: what lies together in the tables, their indexes and the figures is then
-- touched once in a part instead of by every part. Kinds without a place leave it at 0 and are applied line by line.
alter table sheet_row add column place bigint not null default 0;
create index sheet_row_to_apply_idx on sheet_row (import_id, place, line) where verdict in ('new', 'changed');

-- Where a broken-off import goes on: after this line of this place.
alter table sheet_import add column applied_place bigint not null default 0;
