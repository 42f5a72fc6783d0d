package org.gongzhi.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Takes over call-outs of demands that happened before, with what was said of them, in bulk. Their demands are there already. */
@Component
public class CalloutArchive {

    private final Transactions transactions;
    private final Sql sql;
    private final ObjectMapper json;

    CalloutArchive(Transactions transactions, Sql sql, ObjectMapper json) {
        this.transactions = transactions;
        this.sql = sql;
        this.json = json;
    }

    /** All or nothing of one batch. */
    public void add(Actor loader, List<PastCallout> batch) {
        if (batch.isEmpty()) {
            return;
        }
        transactions.write(loader, () -> {
            String rows = json.writeValueAsString(
                    batch.stream().map(CalloutArchive::row).toList());
            String notes = json.writeValueAsString(
                    batch.stream().flatMap(past -> notes(past).stream()).toList());
            callouts(rows);
            said(notes);
            return Outcome.done(batch.size());
        });
    }

    private void callouts(String rows) {
        sql.of("""
                insert into callout_whistle (id, demand_id, region_code, node_code, reason_code, words, account_id, actor, at)
                select whistle, demand, region, node, reason, words, caller, caller_name, called_at
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (whistle uuid, demand uuid, region bigint, node bigint, reason text, words text, caller uuid,
                     caller_name text, called_at timestamptz, is_lead boolean) where is_lead
                """).bind("rows", rows).update();
        sql.of("""
                insert into callout (id, whistle_id, demand_id, region_code, node_code, department_id, name, is_lead, words, status, called_at, arrive_due_at,
                    arrive_warn_at, due_at, warn_at, arrived_at, is_in_time, refusal_code, refusal_words, ended_at, result, grade, grade_words, graded_at)
                select id, whistle, demand, region, node, department, name, is_lead, words, status, called_at, arrive_due, called_at + (arrive_due - called_at) * 0.75,
                    due, called_at + (due - called_at) * 0.75, arrived, arrived <= arrive_due, refusal, refusal_words, ended, result, grade, grade_words, graded
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, whistle uuid, demand uuid, region bigint, node bigint, department uuid, name text,
                     is_lead boolean, words text, status text, called_at timestamptz, arrive_due timestamptz, due timestamptz, arrived timestamptz, refusal text,
                     refusal_words text, ended timestamptz, result text, grade text, grade_words text, graded timestamptz)
                """).bind("rows", rows).update();
        sql.of("""
                update demand d set open_calls = c.open, called_departments = c.departments
                from (select demand, count(*) filter (where ended is null) as open,
                             coalesce(array_agg(distinct department) filter (where department is not null), '{}') as departments
                      from jsonb_to_recordset(cast(:rows as jsonb)) as r (demand uuid, ended timestamptz, department uuid) group by demand) c
                where d.id = c.demand
                """).bind("rows", rows).update();
        sql.of("""
                insert into trail_edge (from_kind, from_id, to_kind, to_id, relation, region_code, label, at)
                select 'demand', demand, 'callout', id, 'called_out', region, name || case when is_lead then '（牵头）' else '（协办）' end, called_at
                from jsonb_to_recordset(cast(:rows as jsonb)) as r (id uuid, demand uuid, region bigint, name text, is_lead boolean, called_at timestamptz)
                """).bind("rows", rows).update();
    }

    private void said(String notes) {
        sql.of("""
                insert into callout_note (id, callout_id, demand_id, region_code, at, verb, account_id, actor, words)
                select id, callout, demand, region, at, verb, account, actor, words
                from jsonb_to_recordset(cast(:notes as jsonb)) as n (id uuid, callout uuid, demand uuid, region bigint, at timestamptz, verb text, account uuid,
                     actor text, words text)
                """).bind("notes", notes).update();
        sql.of("""
                insert into demand_step (id, demand_id, region_code, at, verb, from_status, to_status, account_id, actor, node_code, to_name, reason_code, words)
                select n.id, n.demand, n.region, n.at, case when n.verb = 'call' then 'call_out' else 'respond_to_call' end, 'handling', 'handling', n.account,
                       n.actor, n.node, case when n.verb = 'call' then n.names end, case when n.verb = 'call' then n.reason end, n.in_the_case
                from jsonb_to_recordset(cast(:notes as jsonb)) as n (id uuid, demand uuid, region bigint, node bigint, at timestamptz, verb text, account uuid,
                     actor text, in_the_case text, is_lead boolean, names text, reason text)
                where n.verb <> 'call' or n.is_lead
                """).bind("notes", notes).update();
    }

    private static Map<String, Object> row(PastCallout past) {
        Map<String, Object> row = new HashMap<>();
        row.put("id", past.id());
        row.put("whistle", past.whistle());
        row.put("demand", past.demand());
        row.put("region", past.region().value());
        row.put("node", past.node().value());
        row.put("reason", past.reason());
        row.put("words", past.words());
        row.put("caller", past.caller());
        row.put("caller_name", past.callerName());
        row.put("called_at", past.calledAt().toString());
        row.put("is_lead", past.isLead());
        put(row, "department", past.department());
        row.put("name", past.name());
        row.put("status", past.status());
        row.put("arrive_due", past.arriveDueAt().toString());
        row.put("due", past.dueAt().toString());
        put(row, "arrived", past.arrivedAt());
        put(row, "refusal", past.refusalCode());
        put(row, "refusal_words", past.refusalWords());
        put(row, "ended", past.endedAt());
        put(row, "result", past.result());
        put(row, "grade", past.grade());
        put(row, "grade_words", past.gradeWords());
        put(row, "graded", past.gradedAt());
        return row;
    }

    private static List<Map<String, Object>> notes(PastCallout past) {
        List<Map<String, Object>> notes = new ArrayList<>();
        for (PastCallout.Note note : past.notes()) {
            Map<String, Object> row = new HashMap<>();
            row.put("id", note.id());
            row.put("callout", past.id());
            row.put("demand", past.demand());
            row.put("region", past.region().value());
            row.put("node", past.node().value());
            row.put("at", note.at().toString());
            row.put("verb", note.verb());
            put(row, "account", note.account());
            row.put("actor", note.actor());
            row.put("words", note.words());
            row.put("in_the_case", note.inTheCase());
            row.put("is_lead", past.isLead());
            row.put("names", past.name());
            row.put("reason", past.reason());
            notes.add(row);
        }
        return notes;
    }

    private static void put(Map<String, Object> row, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            row.put(name, value.toString());
        }
    }
}
