-- What waits is as bounded as the matter it is about: by territory, and by the line of the duty at hand. A department sees what was given to it and, so that its own
-- deeds can settle what others are asked meanwhile, whatever is open about a matter it may open itself.
drop policy todo_scope on todo;
create policy todo_scope on todo using (case
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    when (select nullif(current_setting('app.department', true), '')) is not null
        then department_id = (select nullif(current_setting('app.department', true), '')::uuid)
            or (subject_kind = 'demand' and exists (select from demand where demand.id = subject_id))
    when (select nullif(current_setting('app.kinds', true), '')) is not null
        then kind_code is null or kind_code = any ((select nullif(current_setting('app.kinds', true), '')::text[])::text[])
    else true end);
