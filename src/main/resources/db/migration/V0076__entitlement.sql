-- 个人信息请求: what whoever raised a case asks of what is stored about them. What they and those who answer say in words is sealed.
create table entitlement (
    id              uuid        primary key,
    demand_id       uuid        not null references demand (id),
    region_code     bigint      not null,
    node_code       bigint      not null references region (code),      -- who answers
    kind            text        not null check (kind in ('access', 'copy', 'correct', 'delete')),
    asked_at        timestamptz not null,
    due_at          timestamptz not null,
    warn_at         timestamptz not null,
    answered_at     timestamptz,
    answerer_id     uuid        references account (id),
    answerer        text,
    ground          text        check (ground in ('case_open', 'kept_by_law', 'under_inquiry', 'of_others', 'checked_right')),
    past_contact_id uuid        references contact (id),                -- what it was before it was corrected
    constraint entitlement_warn_check check (warn_at <= due_at),
    constraint entitlement_answered_check check ((answered_at is null) = (answerer is null) and (answered_at is null) = (answerer_id is null)
                                               and (ground is null or answered_at is not null))
);
create unique index entitlement_open_unique on entitlement (demand_id, kind) where answered_at is null;
create index entitlement_demand_id_idx on entitlement (demand_id, asked_at desc, id desc);
alter table entitlement enable row level security;
create policy entitlement_scope on entitlement using (case
    when coalesce((select current_setting('app.window', true)), '') <> '' then false
    when (select nullif(current_setting('app.department', true), '')) is not null then false
    when not coalesce(region_code <@ (select nullif(current_setting('app.scopes', true), '')::int8multirange), false) then false
    else exists (select from demand d where d.id = demand_id) end);
-- What was asked stays; it is answered once.
revoke update, delete, truncate on entitlement from gongzhi_app;
grant update (answered_at, answerer_id, answerer, ground, past_contact_id) on entitlement to gongzhi_app;

-- 删除: asked for and granted; the coming night takes out what names people.
alter table demand add column erasure_at timestamptz;
create index demand_erasure_idx on demand (erasure_at, id) where erasure_at is not null and anonymized_at is null;

insert into clock_rule (id, subject, step, class, region_code, amount, unit, warn_percent, valid, version, source)
values (gen_random_uuid(), 'entitlement', 'answer_entitlement', '*', 0, 15, 'working_day', 25, daterange('2024-01-01', null), 1,
        '《个人信息保护法》第五十条：及时处理；默认 15 个工作日（各区可另定）');

-- Looks at contacts that were corrected since are cleared with the others. Everything else of this function is as it was.
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
                           select j.contact_id from demand_joiner j join demand x on x.id = j.demand_id where x.id = any (demands) and x.anonymized_at is not null
                           union all
                           select e.past_contact_id from entitlement e join demand x on x.id = e.demand_id where x.id = any (demands) and x.anonymized_at is not null);
    update redaction_look l set words = case when l.purpose = 'other' then '（已清除）' end
    where l.words is not null and l.demand_id in (select x.id from demand x where x.id = any (demands) and x.anonymized_at is not null);
    return done;
end $$;
