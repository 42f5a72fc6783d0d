-- A to-do of a suggestion or of an organization, and for a department one of a demand or a call-out, is seen by whoever sees its subject. Asked by name: written out
-- in the policy, the policies of all these tables came into every statement that reads to-dos, and planning them took longer than reading (1.2 ms instead of 0.15 for
-- each mention of todo). Few rows ever ask, and each asks by primary key, which one plan serves well whoever asks.
create function suggestion_seen(asked uuid) returns boolean language plpgsql stable parallel restricted set plan_cache_mode = auto as $$
begin
    return exists (select from suggestion where id = asked);
end
$$;

create function organization_seen(asked uuid) returns boolean language plpgsql stable parallel restricted set plan_cache_mode = auto as $$
begin
    return exists (select from organization where id = asked);
end
$$;

create function demand_seen(asked uuid) returns boolean language plpgsql stable parallel restricted set plan_cache_mode = auto as $$
begin
    return exists (select from demand where id = asked);
end
$$;

create function callout_seen(asked uuid) returns boolean language plpgsql stable parallel restricted set plan_cache_mode = auto as $$
begin
    return exists (select from callout where id = asked);
end
$$;

alter policy todo_scope on todo using (case
    when subject_kind = 'suggestion' then suggestion_seen(subject_id)
    when subject_kind = 'organization' then organization_seen(subject_id)
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    when (select nullif(current_setting('app.department', true), '')) is not null
        then coalesce(department_id = (select nullif(current_setting('app.department', true), '')::uuid), false)
            or (subject_kind = 'demand' and demand_seen(subject_id))
            or (subject_kind = 'callout' and callout_seen(subject_id))
    when (select nullif(current_setting('app.kinds', true), '')) is not null
        then kind_code is null or kind_code = any ((select nullif(current_setting('app.kinds', true), '')::text[])::text[])
    else true end);
