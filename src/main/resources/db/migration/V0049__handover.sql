-- 交接: work that names a person is found by that person, whoever looks.
create index demand_handler_open_idx on demand (handler_id, due_at, id)
    where handler_id is not null and status in ('raised','accepted','assigned','handling','verifying','suspended');
