package org.gongzhi.retention;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.audit.Proven;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.privacy.Contacts;
import org.gongzhi.privacy.Digests;
import org.gongzhi.privacy.SealFixtures;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.MovableClock;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Cases that ended at one time or another, on a small tree; it is 24 November 2026. */
final class RetentionWorld implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
    static final String NAME = "刘桂兰";
    static final String PHONE = "13812345521";

    final TestDatabase database = TestDatabase.fresh();
    private final Kernel kernel = Kernel.on(database);
    private final Keys keys = kernel.keys();
    final Clock clock = new MovableClock(NOW);
    final JdbcClient owner = JdbcClient.create(database.owner());
    final UUID account = UUID.randomUUID();
    final Actor secretary = person(DutyKind.COMMUNITY_SECRETARY, RegionFixtures.YONGANLI);
    final Actor clerk = person(DutyKind.COMMUNITY_CLERK, RegionFixtures.YONGANLI);
    final Actor neighbour = person(DutyKind.COMMUNITY_SECRETARY, RegionFixtures.GUANGHUALI);

    private final Audit audit = new Audit(kernel.sql(), JsonMapper.builder().build(), clock, keys);
    private final Contacts contacts = SealFixtures.contacts(keys, kernel.transactions(), kernel.sql(), audit, clock);
    final EndedCases ended = new EndedCases(kernel.sql(), clock);
    final RetentionRuns runs = new RetentionRuns(kernel.sql());
    private final Traces traces = new Traces(kernel.sql(), JsonMapper.builder().build());
    final RetentionProof proof = new RetentionProof(runs, traces, new Digests(keys));
    final HoldCase holds =
            new HoldCase(new RetentionPermissions(), new Holds(kernel.sql(), clock), kernel.transactions(), audit);

    RetentionWorld() {
        RegionFixtures.plant(database.owner());
        owner.sql("insert into account (id, login, name) values (?, 'bq1', '周敏')")
                .param(account)
                .update();
    }

    private Actor person(DutyKind duty, RegionCode node) {
        Actor made = Kernel.somebody("周敏", duty, node, node.value() + 1_000);
        return new Actor(
                account,
                made.name(),
                duty,
                made.dutyId(),
                node,
                5,
                made.nodeName(),
                null,
                made.scope(),
                made.address());
    }

    AnonymizeEnded work(int atOnce) {
        return new AnonymizeEnded(ended, traces, contacts, runs, proof, kernel.transactions(), audit, clock, atOnce);
    }

    void term(String kind, RegionCode region, int months, boolean removesPhotos) {
        owner.sql("""
                        insert into retention_rule (id, kind_code, region_code, months, removes_photos, valid, version, source)
                        values (gen_random_uuid(), nullif(:kind, '*'), :region, :months, :photos, '[2020-01-01,)', 1, '区办法')""")
                .param("kind", kind)
                .param("region", region.value())
                .param("months", months)
                .param("photos", removesPhotos)
                .update();
    }

    /** Somebody's case in their own words, with a contact, a place, a step, a joiner, a call-back and a picture. */
    UUID raised(String number, String kind, String status, int monthsAgo) {
        UUID id = UUID.randomUUID();
        String words = "我叫" + NAME + "，住12号楼3单元501室，电话" + PHONE + "，暖气不热";
        UUID contact = kept();
        owner.sql("""
                        insert into demand (id, number, region_code, title, words, kind_code, channel, place, lng, lat, is_anonymous, contact_id, raised_at,
                            status, status_at, node_code, first_node_code, closed_at, clock_rule_id, due_at, warn_at, search, answers)
                        select :id, :number, :region, :title, :words, :kind, 'phone', '12号楼3单元501室', 116.4, 39.9, false, :contact, :at::timestamptz - interval '9 days',
                            :status, :at, :node, :node, case when :status in ('closed', 'settled') then :at::timestamptz end,
                            (select id from clock_rule limit 1), :at, :at, cast(:search as tsvector),
                            '[{"code": "family", "text": "家里有谁", "type": "text", "values": ["刘桂兰，80岁"]}]'""")
                .param("id", id)
                .param("number", number)
                .param("region", RegionFixtures.YONGANLI_GRID_1.value())
                .param("node", RegionFixtures.YONGANLI.value())
                .param("title", NAME + "家暖气不热")
                .param("words", words)
                .param("kind", kind)
                .param("contact", contact)
                .param("status", status)
                .param(
                        "at",
                        java.time.OffsetDateTime.ofInstant(NOW, java.time.ZoneOffset.UTC)
                                .minusMonths(monthsAgo))
                .param("search", SearchTerms.vector(number, NAME + "家暖气不热", words, "12号楼3单元501室"))
                .update();
        owner.sql("""
                        insert into demand_step (id, demand_id, region_code, at, verb, to_status, actor, node_code, words, public_words)
                        values (gen_random_uuid(), :id, :region, now(), 'handle', 'handling', '周敏', :region, '已联系刘桂兰上门', '已到刘桂兰家'),
                               (gen_random_uuid(), :id, :region, now(), 'close', 'closed', '周敏', :region, '阀门已换', null)""")
                .param("id", id)
                .param("region", RegionFixtures.YONGANLI_GRID_1.value())
                .update();
        owner.sql("""
                        insert into demand_joiner (id, demand_id, region_code, contact_id, words, at) values (gen_random_uuid(), :id, :region, :contact, '我叫王强，电话13900001111，也不热', now())""")
                .param("id", id)
                .param("region", RegionFixtures.YONGANLI_GRID_1.value())
                .param("contact", kept())
                .update();
        owner.sql("""
                        insert into demand_call_back (id, demand_id, region_code, closing, at, by_resident, account_id, is_valid, is_contacted, is_solved, satisfaction, words)
                        values (gen_random_uuid(), :id, :region, 0, now(), false, :account, true, true, true, 'satisfied', '刘桂兰说好了')""")
                .param("id", id)
                .param("region", RegionFixtures.YONGANLI_GRID_1.value())
                .param("account", account)
                .update();
        owner.sql("""
                        insert into contact_look (id, contact_id, region_code, account_id, looker, purpose, words, at)
                        values (gen_random_uuid(), :contact, :region, :account, '周敏', 'other', '问刘桂兰门牌', now())""")
                .param("contact", contact)
                .param("region", RegionFixtures.YONGANLI_GRID_1.value())
                .param("account", account)
                .update();
        UUID file = UUID.randomUUID();
        owner.sql("""
                        insert into file (id, region_code, name, media_type, bytes, sha256, content, attached_at) values (:id, :region, '门口.jpg', 'image/jpeg', 1, '\\x00', '\\x00', now())""")
                .param("id", file)
                .param("region", RegionFixtures.YONGANLI_GRID_1.value())
                .update();
        owner.sql("insert into demand_file (demand_id, file_id, region_code) values (:id, :file, :region)")
                .param("id", id)
                .param("file", file)
                .param("region", RegionFixtures.YONGANLI_GRID_1.value())
                .update();
        return id;
    }

    /** Something is covered in it: its original is sealed, its reason names somebody. */
    void covered(UUID id) {
        owner.sql("""
                        with made as (
                            insert into redaction (id, demand_id, region_code, kind, places, reason, note, made_by, maker, made_at)
                            values (:id, :id, :region, 'words', 1, 'other', '刘桂兰自己要求的', :account, '周敏', now())),
                        looked as (
                            insert into redaction_look (id, redaction_id, demand_id, region_code, account_id, looker, purpose, words, at)
                            values (gen_random_uuid(), :id, :id, :region, :account, '周敏', 'other', '核对刘桂兰的话', now()))
                        insert into redaction_seal (id, demand_id, region_code, place, row_id, sealed) values (gen_random_uuid(), :id, :region, 'phrase', :id, '\\x00')""")
                .param("id", id)
                .param("region", RegionFixtures.YONGANLI_GRID_1.value())
                .param("account", account)
                .update();
    }

    /** Its reporter asked for something; a correction that was granted left another contact behind. */
    UUID askedFor(UUID demand, String kind, boolean isGranted) {
        UUID id = UUID.randomUUID();
        owner.sql("""
                        insert into entitlement (id, demand_id, region_code, node_code, kind, asked_at, due_at, warn_at, answered_at, answerer, answerer_id, past_contact_id)
                        values (:id, :demand, :region, :node, :kind, now(), now(), now(), case when :granted then now() end, case when :granted then '永安里社区' end,
                            case when :granted then :account::uuid end, :past)""")
                .param("id", id)
                .param("demand", demand)
                .param("region", RegionFixtures.YONGANLI_GRID_1.value())
                .param("node", RegionFixtures.YONGANLI.value())
                .param("kind", kind)
                .param("granted", isGranted)
                .param("account", account)
                .param("past", isGranted && kind.equals("correct") ? kept() : null, java.sql.Types.OTHER)
                .update();
        return id;
    }

    private UUID kept() {
        return kernel.transactions()
                .write(Kernel.clerk(), () -> contacts.keep(RegionFixtures.YONGANLI_GRID_1, NAME, PHONE))
                .orThrow()
                .orElseThrow();
    }

    boolean isAnonymized(UUID id) {
        return owner.sql("select anonymized_at is not null from demand where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Everything the database says of cases and their people, as one text. */
    String everything() {
        return owner.sql("""
                        select concat((select string_agg(to_jsonb(d)::text, ' ') from demand d), (select string_agg(to_jsonb(s)::text, ' ') from demand_step s),
                            (select string_agg(to_jsonb(j)::text, ' ') from demand_joiner j), (select string_agg(to_jsonb(c)::text, ' ') from demand_call_back c),
                            (select string_agg(to_jsonb(c)::text, ' ') from contact c), (select string_agg(to_jsonb(l)::text, ' ') from contact_look l),
                            (select string_agg(name, ' ') from file), (select string_agg(to_jsonb(x)::text, ' ') from redaction x),
                            (select string_agg(to_jsonb(x)::text, ' ') from redaction_look x), (select string_agg(to_jsonb(x)::text, ' ') from redaction_seal x), (select string_agg(to_jsonb(r)::text, ' ') from retention_run r))""").query(String.class).single();
    }

    /** What {@code verify-audit} says. */
    String proven() {
        return Proven.words(kernel, audit, clock);
    }

    long count(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }

    <T> T asWorker(java.util.function.Supplier<T> work) {
        return kernel.transactions().asWorker("retention", work);
    }

    List<EndedCases.Due> dueFor(Actor reader) {
        return kernel.transactions().read(reader, () -> ended.due(100));
    }

    RetentionRuns.@Nullable Run lastRun() {
        return asWorker(() ->
                runs
                        .page(RegionFixtures.CHAOYANG, RegionFixtures.CHAOYANG.value() + 1_000_000_000L, null, 1)
                        .items()
                        .stream()
                        .findFirst()
                        .orElse(null));
    }

    int rewriteAs(String worker, UUID demand, UUID step) {
        return kernel.transactions()
                .asWorker(
                        worker,
                        () -> traces.rewrite(
                                List.of(demand),
                                List.of(new Traces.Text("step", step, demand, "改写", null, null, null))));
    }

    @Override
    public void close() {
        database.close();
    }
}
