-- Reorganization: planned, looked at, applied in one transaction, taken back while nothing new depends on it.
create table reorganization (
    id           uuid        primary key,
    region_code  bigint      not null references region (code),  -- the smallest node that holds all it touches
    subject      text        not null check (subject in ('region', 'department')),
    kind         text        not null check (kind in ('rename', 'move', 'merge', 'split', 'open', 'close')),
    effective_on date        not null,
    state        text        not null default 'planned' check (state in ('planned', 'applying', 'applied', 'undoing', 'undone', 'dropped')),
    asked        jsonb       not null,              -- as it was asked for
    plan         jsonb       not null,              -- as it was shown: carried out to the letter or not at all
    tree_mark    text        not null,              -- what the nodes it touches looked like; a plan for another tree is refused
    planned_by   uuid        not null references account (id),
    planner      text        not null,              -- name as it was
    planned_at   timestamptz not null,
    applied_by   uuid        references account (id),
    applied_at   timestamptz,
    undone_by    uuid        references account (id),
    undone_at    timestamptz,
    job_id       uuid,
    rows_moved   bigint,
    constraint reorganization_applied_check check ((applied_at is null) = (applied_by is null)),
    constraint reorganization_undone_check check ((undone_at is null) = (undone_by is null))
);
create index reorganization_planned_at_idx on reorganization (planned_at desc, id desc);
create index reorganization_under_way_idx on reorganization (region_code) where state in ('applying', 'undoing');
alter table reorganization enable row level security;
create policy reorganization_scope on reorganization
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- Which code becomes which. A topic other than '' is a choice of its own for a node that is split: for the cases, for the duties, or for one row (duty:<id>).
create table reorganization_code (
    reorganization_id uuid    not null references reorganization (id),
    topic             text    not null default '',
    old_value         text    not null,
    new_value         text    not null,
    is_joined         boolean not null default false,   -- the new one has, or may get, rows of its own
    primary key (reorganization_id, topic, old_value)
);

-- What was changed, old values and all, by which rows: so that taking it back is exact.
create table reorganization_change (
    reorganization_id uuid   not null references reorganization (id),
    position          bigint generated always as identity,
    place             text   not null,     -- table
    column_name       text   not null,
    old_value         text   not null,
    new_value         text   not null,
    row_keys          text[] not null,
    primary key (reorganization_id, position)
);
revoke update, truncate on reorganization_change from gongzhi_app;

-- Every column that names a region, a department or an account, and what becomes of it. Written by the owner alone (R__tree_column.sql, where every module has
-- its rows): the functions below change what stands here and nothing else.
create table tree_column (
    place       text not null,
    column_name text not null,
    names       text not null check (names in ('region', 'department', 'account')),
    topic       text not null check (topic in ('tree', 'cases', 'todos', 'duties', 'departments', 'rules', 'views', 'figures', 'records')),
    fate        text not null check (fate in (
                    'follows',           -- gets the new code, whatever the change
                    'follows_alone',     -- gets the new code unless the new node has its own: a merged node's rules end with it
                    'follows_in_force',  -- gets the new code while it is in force; what has ended stays where it was
                    'special',           -- by a statement of its own, said in why
                    'hands_over',        -- accounts: open work, moved when somebody changes post
                    'stays')),
    filter_key  text,                    -- of a jsonb column: the key that holds the code
    why         text not null default '',
    primary key (place, column_name, names),
    constraint tree_column_why_check check (fate not in ('special', 'stays') or why <> '')
);
revoke insert, update, delete, truncate on tree_column from gongzhi_app;

create function reorganization_key(place text) returns text
    language sql stable set search_path = public, pg_temp as $$
    select string_agg(format('t.%I::text', a.attname), ' || ''|'' || ' order by k.nth)
    from pg_index i
    cross join lateral unnest(i.indkey::int2[]) with ordinality as k (attnum, nth)
    join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
    where i.indrelid = to_regclass(place) and i.indisprimary
$$;

create function reorganization_is_list(place text, column_name text) returns boolean
    language sql stable set search_path = public, pg_temp as $$
    select exists (select from pg_attribute a join pg_type y on y.oid = a.atttypid
                   where a.attrelid = to_regclass(place) and a.attname = reorganization_is_list.column_name and y.typcategory = 'A')
$$;

-- Gives every row of one table its new codes, in all its columns at once, and writes down what it changed. Steps and looks may not be changed by the
-- application, which owns nothing; this door changes codes, by a plan under way, and nothing else.
create function reorganization_move(change uuid, place text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    what     text;
    tree     record;
    kind     text;
    reads    text := '';
    sets     text := '';
    differs  text := '';
    finds    text := '';
    joins    text := '';
    journal  text := '';
    value    text;
    nth      integer := 0;
    identity text := reorganization_key(place);
    pairs    text;
    keys     text;
    place_of text;
    fresh    text;
    is_list  boolean;
    moved    bigint;
begin
    select r.subject into what from reorganization r where r.id = change and r.state in ('applying', 'applied');
    if what is null then
        raise exception 'no reorganization % is under way', change;
    end if;
    if identity is null then
        raise exception 'no table % with a primary key', place;
    end if;
    select string_agg(format('t.%1$I = f.%1$I', a.attname), ' and '), string_agg(format('t.%I', a.attname), ', ') into pairs, keys
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey::int2[])
    where i.indrelid = to_regclass(place) and i.indisprimary;
    for tree in
        select c.* from tree_column c
        where c.place = reorganization_move.place and c.names = what and c.fate in ('follows', 'follows_alone', 'follows_in_force')
        order by c.column_name <> 'region_code', c.column_name
    loop
        nth := nth + 1;
        kind := case when what = 'region' then 'bigint' else 'uuid' end;
        is_list := reorganization_is_list(place, tree.column_name);
        value := case when is_list then format('(select e from unnest(t.%I) e where e in (select old from map where topic = '''') limit 1)', tree.column_name)
                      when tree.filter_key is null then format('t.%I', tree.column_name)
                      else format('case when t.%1$I->>%2$L ~ ''^[0-9]{15}$'' then (t.%1$I->>%2$L)::bigint end', tree.column_name, tree.filter_key) end;
        joins := joins || format(
            ' left join map d%1$s on d%1$s.topic = '''' and d%1$s.old = %2$s and (%3$L <> ''follows_alone'' or not d%1$s.is_joined)'
            ' left join map c%1$s on c%1$s.topic = %4$L and c%1$s.old = %2$s and (%3$L <> ''follows_alone'' or not c%1$s.is_joined)'
            ' left join map r%1$s on r%1$s.topic = %5$L || '':'' || (%6$s) and r%1$s.old = %2$s',
            nth, value, tree.fate, tree.topic, place, identity);
        fresh := format('coalesce(r%1$s.new, c%1$s.new, d%1$s.new, %2$s)', nth, value);
        if what = 'region' and tree.column_name = 'region_code' then
            place_of := fresh;
        elsif is_list then
            -- A list that has the new one already is left as it is, so that it can be put back.
            fresh := format('case when %1$s = any (t.%2$I) then %3$s else %1$s end', fresh, tree.column_name, value);
        elsif place_of is not null and tree.filter_key is null then
            -- Whoever is responsible from above is whoever stands there at the same height over the new place, and over a place that stays nobody changes.
            joins := joins || format(
                ' left join region v%1$s on v%1$s.code = t.%2$I and v%1$s.code <= t.region_code and t.region_code < v%1$s.code_to'
                ' left join above a%1$s on a%1$s.place = (%3$s) and a%1$s.level = v%1$s.level', nth, tree.column_name, place_of);
            fresh := format('case when v%1$s.code is not null and (%3$s) = t.region_code then t.%4$I else coalesce(a%1$s.code, %2$s) end',
                            nth, fresh, place_of, tree.column_name);
        end if;
        reads := reads || format(', %2$s as o%1$s, %3$s as n%1$s', nth, value, fresh);
        finds := finds || case when nth > 1 then ' or ' else '' end || format(
            case when is_list then '(t.%3$I && array(select old from map)%2$s)' else '(%1$s = any (array(select old from map))%2$s)' end, value,
            case when tree.fate = 'follows_in_force'
                 then ' and not isempty(t.valid) and coalesce(upper(t.valid), ''infinity''::date) > (select effective_on from reorganization where id = $1)' else '' end,
            tree.column_name);
        differs := differs || case when nth > 1 then ' or ' else '' end || format('o%1$s is distinct from n%1$s', nth);
        sets := sets || case when nth > 1 then ', ' else '' end || case
            when is_list then format('%1$I = array_replace(t.%1$I, f.o%2$s, f.n%2$s)', tree.column_name, nth)
            when tree.filter_key is null then format('%1$I = f.n%2$s', tree.column_name, nth)
            else format('%1$I = case when f.n%2$s is null then t.%1$I else jsonb_set(t.%1$I, array[%3$L], to_jsonb(lpad(f.n%2$s::text, 15, ''0''))) end',
                        tree.column_name, nth, tree.filter_key) end;
        journal := journal || case when nth > 1 then ' union all ' else '' end
            || format('select row_key, %2$L::text as column_name, o%1$s::text as old_value, n%1$s::text as new_value from f where o%1$s is distinct from n%1$s',
                      nth, tree.column_name);
    end loop;
    if nth = 0 then
        return 0;
    end if;
    execute format($q$
        with recursive map as materialized (
            select topic, old_value::%1$s as old, new_value::%1$s as new, is_joined from reorganization_code where reorganization_id = $1),
        above (place, code, level, parent_code) as (%14$s),
        found as (select %13$s, %2$s as row_key %3$s from %4$I t %5$s where %6$s),
        f as materialized (select * from found where %7$s),
        moved as (update %4$I t set %8$s %9$s from f where %10$s returning f.row_key, %2$s as new_key),
        noted as (
            insert into reorganization_change (reorganization_id, place, column_name, old_value, new_value, row_keys)
            -- A code may be part of the key: rows are found again by the key they have now.
            select $1, %11$L, column_name, old_value, new_value, array_agg(m.new_key) from (%12$s) j join moved m using (row_key)
            group by column_name, old_value, new_value)
        select count(*) from moved
        $q$, kind, identity, reads, place, joins, finds, differs, sets,
        case when place = 'demand' then ', version = t.version + 1' else '' end, pairs, place, journal, keys,
        case when what = 'region' then 'select r.code, r.code, r.level, r.parent_code from region r where r.code in (select new from map)
                 union all select u.place, r.code, r.level, r.parent_code from above u join region r on r.code = u.parent_code'
             else 'select 0::bigint, 0::bigint, 0::smallint, 0::bigint where false' end)
    using change into moved;
    return moved;
end $$;

-- How many rows of one table a plan would change.
create function reorganization_count(names_what text, place text, column_name text, olds text[]) returns bigint
    language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    tree  tree_column;
    found bigint;
begin
    select c.* into tree from tree_column c
    where c.place = reorganization_count.place and c.column_name = reorganization_count.column_name and c.names = names_what
      and c.fate not in ('stays', 'special');
    if tree is null then
        return 0;
    end if;
    execute format(case when reorganization_is_list(place, column_name) then 'select count(*) from %1$I t where %2$s && $1::%3$s[]%4$s'
                        else 'select count(*) from %1$I t where %2$s = any ($1::%3$s[])%4$s' end, place,
        case when tree.filter_key is null then format('t.%I', column_name)
             else format('case when t.%1$I->>%2$L ~ ''^[0-9]{15}$'' then (t.%1$I->>%2$L)::bigint end', column_name, tree.filter_key) end,
        case when names_what = 'region' then 'bigint' else 'uuid' end,
        case when tree.fate = 'follows_in_force' then ' and not isempty(t.valid) and coalesce(upper(t.valid), ''infinity''::date) > current_date' else '' end)
    using olds into found;
    return found;
end $$;

-- Somebody who holds the same duty at both of two merged nodes keeps one; departments that would bear the same name get the name of where they came from.
create function reorganization_settle(change uuid) returns void
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    day  date;
    what text;
begin
    select r.effective_on, r.subject into day, what from reorganization r where r.id = change and r.state in ('applying', 'applied');
    if day is null then
        raise exception 'no reorganization % is under way', change;
    end if;
    with place as (
        select d.id, d.account_id, d.kind, d.valid,
               case when what = 'region' then coalesce(r.new_value, c.new_value, m.new_value)::bigint
                    else (select o.region_code from department o where o.id::text = coalesce(r.new_value, c.new_value, m.new_value)) end as region_code,
               case when what = 'department' then coalesce(r.new_value, c.new_value, m.new_value)::uuid else d.department_id end as department_id
        from duty d
        left join reorganization_code m on m.reorganization_id = change and m.topic = ''
             and m.old_value = case when what = 'region' then d.region_code::text else d.department_id::text end
        left join reorganization_code c on c.reorganization_id = change and c.topic = 'duties'
             and c.old_value = case when what = 'region' then d.region_code::text else d.department_id::text end
        left join reorganization_code r on r.reorganization_id = change and r.topic = 'duty:' || d.id::text
        where coalesce(r.new_value, c.new_value, m.new_value) is not null
          and not isempty(d.valid) and coalesce(upper(d.valid), 'infinity'::date) > day),
    extra as (
        select p.id, p.valid from place p
        where exists (select from duty o where o.account_id = p.account_id and o.kind = p.kind and o.region_code = p.region_code
                        and o.department_id is not distinct from p.department_id and o.valid && p.valid and o.id <> p.id)
           or exists (select from place o where o.account_id = p.account_id and o.kind = p.kind and o.region_code = p.region_code
                        and o.department_id is not distinct from p.department_id and o.valid && p.valid and o.id < p.id)),
    ended as (
        update duty d set valid = d.valid * daterange(null, day) from extra e where d.id = e.id returning d.id, e.valid as old_valid, d.valid as new_valid)
    insert into reorganization_change (reorganization_id, place, column_name, old_value, new_value, row_keys)
    select change, 'duty', 'valid', old_valid::text, new_valid::text, array_agg(id::text) from ended group by 1, 2, 3, 4, 5;
    if what = 'region' then
        with place as (
            select d.id, d.name, coalesce(c.new_value, m.new_value)::bigint as region_code, r.short_name
            from department d join region r on r.code = d.region_code
            left join reorganization_code m on m.reorganization_id = change and m.topic = '' and m.old_value = d.region_code::text
            left join reorganization_code c on c.reorganization_id = change and c.topic = 'departments' and c.old_value = d.region_code::text
            where coalesce(c.new_value, m.new_value) is not null),
        extra as (
            select p.id, p.name, p.name || '（' || p.short_name || '）' as longer from place p
            where exists (select from department o where o.region_code = p.region_code and o.name = p.name and o.id <> p.id)
               or exists (select from place o where o.region_code = p.region_code and o.name = p.name and o.id <> p.id)),
        named as (update department d set name = e.longer from extra e where d.id = e.id returning d.id, e.name as old_name, e.longer as new_name)
        insert into reorganization_change (reorganization_id, place, column_name, old_value, new_value, row_keys)
        select change, 'department', 'name', old_name, new_name, array_agg(id::text) from named group by 1, 2, 3, 4, 5;
    end if;
end $$;

-- Puts back what the journal says, table by table. A row that has gone meanwhile stays gone; one that says something else stops everything.
create function reorganization_take_back(change uuid, place text) returns bigint
    language plpgsql security definer set search_path = public, pg_temp as $$
declare
    one      record;
    columns  text := '';
    sets     text := '';
    checks   text := '';
    nth      integer := 0;
    single   text;
    joined   text;
    kind     text;
    key      text;
    identity text := reorganization_key(place);
    back     bigint;
    changed  bigint;
begin
    perform from reorganization r where r.id = change and r.state = 'undoing';
    if not found then
        raise exception 'no reorganization % is being taken back', change;
    end if;
    for one in
        select distinct c.column_name, format_type(a.atttypid, a.atttypmod) as type_name, t.filter_key
        from reorganization_change c
        join pg_attribute a on a.attrelid = to_regclass(c.place) and a.attname = c.column_name
        left join tree_column t on t.place = c.place and t.column_name = c.column_name
        where c.reorganization_id = change and c.place = reorganization_take_back.place order by 1
    loop
        nth := nth + 1;
        columns := columns || format(', max(old_value) filter (where column_name = %1$L) as o%2$s, max(new_value) filter (where column_name = %1$L) as n%2$s',
                                     one.column_name, nth);
        if one.type_name like '%[]' then
            kind := left(one.type_name, -2);
            sets := sets || case when nth > 1 then ', ' else '' end || format(
                '%1$I = case when b.n%2$s is null then t.%1$I else array_replace(t.%1$I, b.n%2$s::%3$s, b.o%2$s::%3$s) end', one.column_name, nth, kind);
            checks := checks || case when nth > 1 then ' or ' else '' end || format('b.n%2$s is not null and not (b.n%2$s::%3$s = any (t.%1$I))', one.column_name, nth, kind);
        elsif one.filter_key is null then
            sets := sets || case when nth > 1 then ', ' else '' end || format('%1$I = coalesce(b.o%2$s::%3$s, t.%1$I)', one.column_name, nth, one.type_name);
            checks := checks || case when nth > 1 then ' or ' else '' end || format('b.n%2$s is not null and t.%1$I::text <> b.n%2$s', one.column_name, nth);
        else
            key := format('t.%I->>%L', one.column_name, one.filter_key);
            sets := sets || case when nth > 1 then ', ' else '' end || format(
                '%1$I = case when b.o%2$s is null or %3$s is distinct from lpad(b.n%2$s, 15, ''0'') then t.%1$I else jsonb_set(t.%1$I, array[%4$L], to_jsonb(lpad(b.o%2$s, 15, ''0''))) end',
                one.column_name, nth, key, one.filter_key);
            checks := checks || case when nth > 1 then ' or ' else '' end || 'false';
        end if;
    end loop;
    if nth = 0 then
        return 0;
    end if;
    select case when count(*) = 1 then max(a.attname::text) end, max(format_type(a.atttypid, a.atttypmod)) into single, kind
    from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey::int2[])
    where i.indrelid = to_regclass(place) and i.indisprimary;
    joined := case when single is null then format('(%s) = b.row_key', identity) else format('t.%I = b.row_key::%s', single, kind) end;
    execute format($q$
        with b as materialized (
            select row_key %1$s from reorganization_change c cross join lateral unnest(c.row_keys) as row_key
            where c.reorganization_id = $1 and c.place = %2$L group by row_key)
        select count(*) from %2$I t join b on %3$s where %4$s
        $q$, columns, place, joined, checks)
    using change into changed;
    if changed > 0 then
        raise exception '% rows of % have been changed since', changed, place;
    end if;
    execute format($q$
        with b as materialized (
            select row_key %1$s from reorganization_change c cross join lateral unnest(c.row_keys) as row_key
            where c.reorganization_id = $1 and c.place = %2$L group by row_key),
        back as (update %2$I t set %3$s %4$s from b where %5$s returning 1)
        select count(*) from back
        $q$, columns, place, sets, case when place = 'demand' then ', version = t.version + 1' else '' end, joined)
    using change into back;
    return back;
end $$;

revoke all on function reorganization_move(uuid, text), reorganization_count(text, text, text, text[]), reorganization_settle(uuid),
    reorganization_take_back(uuid, text), reorganization_key(text), reorganization_is_list(text, text) from public;
grant execute on function reorganization_move(uuid, text), reorganization_count(text, text, text, text[]), reorganization_settle(uuid),
    reorganization_take_back(uuid, text) to gongzhi_app;
