-- 遮盖: words or parts of a photo that nobody needs to read any more. What is shown is replaced where it stands, so that every reader, list, sheet and search
-- sees the same; the original is sealed.
create table redaction (
    id           uuid        primary key,
    demand_id    uuid        not null references demand (id),
    region_code  bigint      not null,
    kind         text        not null check (kind in ('words', 'photo')),
    photo_id     uuid,                                    -- the original picture's id, under which it would come back
    areas        jsonb,                                   -- of a picture: what is covered, in shares of its width and height
    places       integer     not null check (places > 0), -- texts, or areas
    reason       text        not null check (reason in ('privacy', 'number', 'minor', 'unproven', 'abuse', 'secret', 'other')),
    note         text        check (char_length(note) between 1 and 200),
    made_by      uuid        not null references account (id),
    maker        text        not null,                    -- name and place as they were
    made_at      timestamptz not null,
    restored_by  uuid        references account (id),
    restorer     text,
    restored_at  timestamptz,
    restore_note text        check (char_length(restore_note) between 1 and 200),
    constraint redaction_photo_check check ((kind = 'photo') = (photo_id is not null) and (kind = 'photo') = (areas is not null)),
    constraint redaction_other_needs_note_check check (reason <> 'other' or note is not null),
    constraint redaction_restored_check check ((restored_at is null) = (restored_by is null) and (restored_at is null) = (restorer is null)
                                             and (restored_at is null) = (restore_note is null))
);
create index redaction_demand_id_idx on redaction (demand_id, made_at desc, id desc);
alter table redaction enable row level security;
create policy redaction_scope on redaction using (case
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    else exists (select from demand d where d.id = demand_id) end);
revoke update, delete, truncate on redaction from gongzhi_app;
grant update (restored_by, restorer, restored_at, restore_note) on redaction to gongzhi_app;

-- The originals: one for each text or picture in which something is covered, and the words covered themselves. Sealed like contacts, with the same keys.
create table redaction_seal (
    id          uuid   primary key,
    demand_id   uuid   not null references demand (id),
    region_code bigint not null,
    place       text   not null,                          -- phrase, photo, case, or a place of case_text
    row_id      uuid   not null,                          -- the redaction, the original picture, or the row of that place
    shown_id    uuid,                                     -- of a picture: the file that is shown instead
    media_type  text,                                     -- of a picture
    sealed      bytea  not null,
    constraint redaction_seal_unique unique (demand_id, place, row_id),
    constraint redaction_seal_photo_check check ((place = 'photo') = (shown_id is not null) and (place = 'photo') = (media_type is not null))
);
create index redaction_seal_row_idx on redaction_seal (row_id);
alter table redaction_seal enable row level security;
create policy redaction_seal_scope on redaction_seal
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- Every look at an original: who, when, why.
create table redaction_look (
    id           uuid        primary key,
    redaction_id uuid        not null references redaction (id),
    demand_id    uuid        not null references demand (id),
    region_code  bigint      not null,
    account_id   uuid        not null references account (id),
    looker       text        not null,
    purpose      text        not null check (purpose in ('verification', 'legal', 'restore', 'other')),
    words        text        check (char_length(words) <= 200),
    at           timestamptz not null,
    constraint redaction_look_other_needs_words_check check (purpose <> 'other' or words is not null)
);
create index redaction_look_demand_id_idx on redaction_look (demand_id, at desc);
revoke update, delete, truncate on redaction_look from gongzhi_app;
alter table redaction_look enable row level security;
create policy redaction_look_scope on redaction_look
    using (case when region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange) then true else false end);

-- Everything written on a case beside the case itself: up to four texts of one row.
create view case_text with (security_invoker = true) as
select 'step' as place, id, demand_id, words as a, public_words as b, null::text as c, null::text as d from demand_step
union all select 'call_back', id, demand_id, words, null, null, null from demand_call_back
union all select 'joiner', id, demand_id, words, null, null, null from demand_joiner
union all select 'transfer', id, demand_id, words, answer, null, null from demand_transfer
union all select 'extension', id, demand_id, words, answer, null, null from demand_extension
union all select 'merge', id, demand_id, why, null, null, null from demand_merge where why is not null
union all select 'whistle', id, demand_id, words, null, null, null from callout_whistle
union all select 'callout', id, demand_id, words, result, refusal_words, grade_words from callout
union all select 'callout_answer', id, demand_id, answer, null, null, null from callout where answer is not null
union all select 'callout_note', id, demand_id, words, null, null, null from callout_note
union all select 'todo', id, subject_id, title, note, null, null from todo where subject_kind = 'demand'
union all select 'todo', t.id, c.demand_id, t.title, t.note, null, null from callout c join todo t on t.subject_kind = 'callout' and t.subject_id = c.id
union all select 'trail', from_id, to_id, label, null, null, null from trail_edge where to_kind = 'demand'
union all select 'file', f.id, x.demand_id, f.name, null, null, null from demand_file x join file f on f.id = x.file_id
union all select 'redaction', id, demand_id, note, restore_note, null, null from redaction where note is not null or restore_note is not null;
grant select on case_text to gongzhi_app;

-- Replaces texts of case_text; for the two doors below, each of which says first which texts it lets through.
create function case_text_replace(texts jsonb) returns integer
    language plpgsql volatile set search_path = public, pg_temp as $$
declare
    done integer := 0;
    part integer;
begin
    update demand_step s set words = t.a, public_words = t.b from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'step' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update demand_call_back s set words = t.a from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'call_back' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update demand_joiner s set words = t.a from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'joiner' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update demand_transfer s set words = t.a, answer = t.b from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'transfer' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update demand_extension s set words = t.a, answer = t.b from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'extension' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update demand_merge s set why = t.a from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'merge' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update callout_whistle s set words = t.a from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'whistle' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update callout s set words = t.a, result = t.b, refusal_words = t.c, grade_words = t.d from jsonb_populate_recordset(null::retention_text, texts) t
    where t.place = 'callout' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update callout s set answer = t.a from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'callout_answer' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update callout_note s set words = t.a from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'callout_note' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    update todo s set title = t.a, note = t.b from jsonb_populate_recordset(null::retention_text, texts) t
    where t.place = 'todo' and s.id = t.id
      and (s.subject_id = t."demandId" or s.subject_id in (select c.id from callout c where c.demand_id = t."demandId"));
    get diagnostics part = row_count; done := done + part;
    update trail_edge s set label = t.a from jsonb_populate_recordset(null::retention_text, texts) t
    where t.place = 'trail' and s.to_kind = 'demand' and s.to_id = t."demandId" and s.from_id = t.id;
    get diagnostics part = row_count; done := done + part;
    update file s set name = t.a from jsonb_populate_recordset(null::retention_text, texts) t
    where t.place = 'file' and s.id = t.id and exists (select from demand_file x where x.file_id = s.id and x.demand_id = t."demandId");
    get diagnostics part = row_count; done := done + part;
    update redaction s set note = t.a, restore_note = t.b from jsonb_populate_recordset(null::retention_text, texts) t where t.place = 'redaction' and s.id = t.id and s.demand_id = t."demandId";
    get diagnostics part = row_count; done := done + part;
    return done;
end $$;
revoke all on function case_text_replace(jsonb) from public;

create or replace function retention_rewrite(demands uuid[], texts jsonb) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
    done integer;
begin
    if coalesce(current_setting('app.worker', true), '') <> 'retention' then
        return 0;
    end if;
    done := case_text_replace((select coalesce(jsonb_agg(t), '[]'::jsonb)
                               from jsonb_populate_recordset(null::retention_text, texts) t
                               join demand x on x.id = t."demandId" and x.anonymized_at is not null));
    -- Who looked when and for what stays readable; their own words may name somebody.
    update contact_look l set words = case when l.purpose = 'other' then '（已清除）' end
    where l.words is not null
      and l.contact_id in (select x.contact_id from demand x where x.id = any (demands) and x.anonymized_at is not null
                           union all
                           select j.contact_id from demand_joiner j join demand x on x.id = j.demand_id where x.id = any (demands) and x.anonymized_at is not null);
    update redaction_look l set words = case when l.purpose = 'other' then '（已清除）' end
    where l.words is not null and l.demand_id in (select x.id from demand x where x.id = any (demands) and x.anonymized_at is not null);
    return done;
end $$;

-- Steps and notes can only be added, so the application itself cannot. This door replaces texts of a case one may see whose originals are sealed, and no others.
create function redaction_rewrite(demand uuid, texts jsonb) returns integer
    language plpgsql volatile security definer set search_path = public, pg_temp as $$
begin
    return case_text_replace((select coalesce(jsonb_agg(t), '[]'::jsonb)
                              from jsonb_populate_recordset(null::retention_text, texts) t
                              join demand x on x.id = t."demandId"
                              join redaction_seal s on s.demand_id = x.id and s.place = t.place and s.row_id = t.id
                              where t."demandId" = redaction_rewrite.demand
                                and coalesce(x.region_code <@ nullif(current_setting('app.scopes', true), '')::int8multirange, false)));
end $$;
revoke all on function redaction_rewrite(uuid, jsonb) from public;
grant execute on function redaction_rewrite(uuid, jsonb) to gongzhi_app;
