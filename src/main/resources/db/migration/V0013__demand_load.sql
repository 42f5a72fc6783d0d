-- A history of a million demands goes in without secondary indexes and foreign keys and gets them afterwards: many times faster. The application owns nothing
-- and so may not drop an index; these two functions are the owner's, do only this, and begin_load only while there is no demand. Both run in the transaction of
-- the load: should it break off, everything is as before.
create table demand_load (
    position  integer primary key,
    statement text    not null
);
-- What is executed as the owner is written by the owner.
revoke all on demand_load from gongzhi_app;

create function demand_begin_load() returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    tables constant regclass[] := array['demand', 'demand_step', 'demand_call_back', 'demand_transfer']::regclass[];
    one record;
begin
    lock table demand, demand_step, demand_call_back, demand_transfer in access exclusive mode;
    if exists (select from demand) then
        raise exception 'there are demands already';
    end if;
    insert into demand_load (position, statement)
    select row_number() over (order by s.first, s.name), s.statement
    from (select 1 as first, i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as statement
          from pg_index i where i.indrelid = any (tables) and not i.indisunique
          union all
          select 2, c.conrelid::text || c.conname, format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
          from pg_constraint c where c.conrelid = any (tables) and c.contype = 'f') s;
    for one in select c.conrelid::regclass as place, c.conname from pg_constraint c where c.conrelid = any (tables) and c.contype = 'f' loop
        execute format('alter table %s drop constraint %I', one.place, one.conname);
    end loop;
    for one in select i.indexrelid::regclass as name from pg_index i where i.indrelid = any (tables) and not i.indisunique loop
        execute format('drop index %s', one.name);
    end loop;
end $$;

create function demand_finish_load() returns void
    language plpgsql security definer set search_path = public, pg_temp set maintenance_work_mem = '512MB' as $$
declare
    one text;
begin
    for one in select statement from demand_load order by position loop
        execute one;
    end loop;
    delete from demand_load;
    analyze demand, demand_step, demand_call_back, demand_transfer;
end $$;
revoke all on function demand_begin_load() from public;
revoke all on function demand_finish_load() from public;
grant execute on function demand_begin_load() to gongzhi_app;
grant execute on function demand_finish_load() to gongzhi_app;
