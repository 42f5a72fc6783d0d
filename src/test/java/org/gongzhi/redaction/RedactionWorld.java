package org.gongzhi.redaction;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandLookup;
import org.gongzhi.file.Files;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.SearchTerms;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.question.Answered;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.MovableClock;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** A community's cases that say too much of somebody, on a database of its own. It is Tuesday, 24 November 2026, 10:00. */
final class RedactionWorld implements AutoCloseable {

    static final Instant NOW =
            java.time.LocalDateTime.parse("2026-11-24T10:00").atZone(Time.ZONE).toInstant();
    static final String NAME = "王小明";
    static final RegionCode GRID = RegionFixtures.YONGANLI_GRID_1;
    private static final RegionCode COMMUNITY = RegionFixtures.YONGANLI;

    private final TestDatabase database = TestDatabase.fresh();
    final JdbcClient owner = JdbcClient.create(database.owner());
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    final Actor secretary;
    final Actor clerk;
    final Actor leader;
    final Actor officer;
    final Actor neighbour;

    RedactionWorld() {
        org.springframework.context.i18n.LocaleContextHolder.setLocale(java.util.Locale.SIMPLIFIED_CHINESE);
        RegionFixtures.plant(database.owner());
        Kernel kernel = Kernel.on(database);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.registerBean(Clock.class, () -> new MovableClock(NOW));
        context.registerBean(Sql.class, kernel::sql);
        context.registerBean(Transactions.class, kernel::transactions);
        context.registerBean(Keys.class, kernel::keys);
        context.register(Settings.class);
        context.registerBean(ObjectMapper.class, () -> JsonMapper.builder().build());
        var scanner = new ClassPathBeanDefinitionScanner(context, false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        scanner.addExcludeFilter(new RegexPatternTypeFilter(
                Pattern.compile(".*(Controller|Configuration|Tasks|Filter|LoadRegions|AtStart|Tests.*)")));
        for (String module : List.of(
                "kernel", "region", "identity", "audit", "privacy", "file", "trail", "todo", "demand", "redaction")) {
            scanner.scan("org.gongzhi." + module);
        }
        var words = new ClassPathBeanDefinitionScanner(context, false);
        words.addIncludeFilter(
                new RegexPatternTypeFilter(Pattern.compile("org\\.gongzhi\\.http\\.(Problems|Messages)")));
        words.scan("org.gongzhi.http");
        context.refresh();
        // What looks for its keys does so before anybody's transaction.
        bean(RestoreOriginal.class);
        secretary = hire("周敏", DutyKind.COMMUNITY_SECRETARY, COMMUNITY);
        clerk = hire("赵晴", DutyKind.COMMUNITY_CLERK, COMMUNITY);
        leader = hire("何静", DutyKind.STREET_LEADER, RegionFixtures.JIANWAI);
        officer = hire("陈立", DutyKind.STREET_OFFICER, RegionFixtures.JIANWAI);
        neighbour = hire("刘洋", DutyKind.COMMUNITY_SECRETARY, RegionFixtures.GUANGHUALI);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private Actor hire(String name, DutyKind kind, RegionCode node) {
        return bean(Transactions.class)
                .write(Actor.worker("test"), () -> {
                    Accounts accounts = bean(Accounts.class);
                    UUID account = accounts.create("p" + Ids.next(), name, "none", false, false);
                    UUID duty = accounts.grantDuty(account, kind, node, null, null);
                    return Outcome.done(
                            bean(AccountLookup.class).actorFor(account, duty).orElseThrow());
                })
                .orThrow();
    }

    /** A case that names somebody in its title, its words, its place, its answers, a step, a to-do, a call-back and the name of its picture. */
    DemandId raised() {
        UUID id = Ids.next();
        String words = NAME + "天天半夜唱歌，他住三单元502，" + NAME + "还骂人";
        owner.sql("""
                        insert into demand (id, number, region_code, title, words, place, kind_code, channel, is_anonymous, raised_at, status, status_at, node_code,
                            first_node_code, accepted_at, clock_rule_id, due_at, warn_at, is_published, public_title, answers, search)
                        values (:id, :number, :region, :title, :words, '王小明家', 'noise', 'phone', true, :now, 'accepted', :now, :node, :region, :now,
                            (select id from clock_rule where subject = 'demand' and step = 'settle' limit 1), :due, :due, true, :title, cast(:answers as jsonb), cast(:search as tsvector))""")
                .param("id", id)
                .param("number", id.toString())
                .param("region", GRID.value())
                .param("node", COMMUNITY.value())
                .param("title", NAME + "天天半夜唱歌")
                .param("words", words)
                .param("answers", """
                        [{"code":"who","text":"是谁家","textEn":null,"type":"text","values":["王小明一家"]},
                         {"code":"when","text":"什么时候","textEn":null,"type":"many","values":["夜里","王小明在家时"]},
                         {"code":"before","text":"以前说过吗","textEn":null,"type":"yes_no","values":["yes"]}]""")
                .param("now", NOW.atOffset(java.time.ZoneOffset.UTC))
                .param("due", NOW.plus(Duration.ofDays(7)).atOffset(java.time.ZoneOffset.UTC))
                .param("search", SearchTerms.vector(id.toString(), NAME + "天天半夜唱歌", words, "王小明家", "王小明一家"))
                .update();
        owner.sql("""
                        insert into demand_step (id, demand_id, region_code, at, verb, to_status, actor, node_code, words, public_words)
                        values (gen_random_uuid(), :id, :region, now(), 'note_progress', 'accepted', '周敏', :region, '已找王小明谈话', '已和王小明谈过'),
                               (gen_random_uuid(), :id, :region, now(), 'accept', 'accepted', '周敏', :region, '已受理', null)""").param("id", id).param("region", GRID.value()).update();
        owner.sql("""
                        insert into demand_call_back (id, demand_id, region_code, closing, at, by_resident, account_id, is_valid, words)
                        values (gen_random_uuid(), :id, :region, 0, now(), false, :account, false, '王小明接的电话')""")
                .param("id", id)
                .param("region", GRID.value())
                .param("account", secretary.account())
                .update();
        owner.sql("""
                        insert into todo (id, subject_kind, subject_id, step, region_code, node_code, title, note, opened_at, due_at, warn_at)
                        values (gen_random_uuid(), 'demand', :id, 'assign', :region, :node, '王小明天天半夜唱歌', '', now(), now(), now())""")
                .param("id", id)
                .param("region", GRID.value())
                .param("node", COMMUNITY.value())
                .update();
        return new DemandId(id);
    }

    /** A white picture of 400 × 200 that hangs on the case. */
    UUID photographed(DemandId demand) {
        UUID file = bean(Files.class).store(secretary, GRID, "王小明.png", png()).orThrow();
        owner.sql("insert into demand_file (demand_id, file_id, region_code) values (:id, :file, :region)")
                .param("id", demand.value())
                .param("file", file)
                .param("region", GRID.value())
                .update();
        return file;
    }

    private static byte[] png() {
        var image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, 400, 200);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte @Nullable [] content(UUID file) {
        return owner.sql("select content from file where id = :id")
                .param("id", file)
                .query(byte[].class)
                .optional()
                .orElse(null);
    }

    /** Whether that point of a stored picture, in shares of its sides, is black. */
    boolean isBlack(UUID file, double x, double y) {
        try {
            BufferedImage image =
                    ImageIO.read(new ByteArrayInputStream(java.util.Objects.requireNonNull(content(file))));
            return (image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())) & 0xFFFFFF) == 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int version(DemandId id) {
        return bean(Transactions.class)
                .read(
                        Actor.worker("test"),
                        () -> bean(DemandLookup.Joint.class).find(id).orThrow())
                .demand()
                .version();
    }

    Outcome<RedactWords.Covered> cover(Actor by, DemandId id, String words) {
        return bean(RedactWords.class).cover(by, id, version(id), words, "unproven", "正在核实");
    }

    /** What was said is put right, for a request of whoever said it. */
    void correct(DemandId id, @Nullable String title, @Nullable String words) {
        bean(Transactions.class)
                .write(
                        secretary,
                        () -> bean(DemandLookup.Joint.class)
                                .hold(id)
                                .peek(called -> bean(SealedTexts.class)
                                        .correct(secretary, called.demand(), Ids.next(), title, words)))
                .orThrow();
    }

    /** Everything the database says of a case outside its seals, as one text. */
    String everything(DemandId id) {
        return owner.sql("""
                        select concat((select string_agg(to_jsonb(d)::text, ' ') from demand d where d.id = :id),
                            (select string_agg(to_jsonb(s)::text, ' ') from demand_step s where s.demand_id = :id),
                            (select string_agg(to_jsonb(c)::text, ' ') from demand_call_back c where c.demand_id = :id),
                            (select string_agg(to_jsonb(t)::text, ' ') from todo t where t.subject_id = :id),
                            (select string_agg(f.name, ' ') from file f join demand_file x on x.file_id = f.id where x.demand_id = :id),
                            (select string_agg(to_jsonb(r)::text, ' ') from redaction r where r.demand_id = :id),
                            (select string_agg(to_jsonb(a)::text, ' ') from audit_entry a where a.subject_id = :id))""").param("id", id.value()).query(String.class).single();
    }

    /** Each question with its answer, as staff read them. */
    List<String> answers(DemandId id) {
        return Answered.told(Answered.read(text("select answers::text from demand where id = :id", id))).stream()
                .map(told -> told.question() + " " + told.answer())
                .toList();
    }

    String text(String sql, DemandId id) {
        return owner.sql(sql).param("id", id.value()).query(String.class).single();
    }

    long seals(DemandId id) {
        return owner.sql("select count(*) from redaction_seal where demand_id = :id")
                .param("id", id.value())
                .query(Long.class)
                .single();
    }

    /** What a refused attempt must leave as it was. */
    String traces() {
        return owner.sql("""
                        select concat((select md5(string_agg(d::text, '|' order by d.id)) from demand d), (select count(*) from redaction),
                            (select count(*) from redaction_seal), (select count(*) from redaction_look), (select count(*) from audit_entry),
                            (select count(*) from demand_step), (select md5(string_agg(f.id::text, '|' order by f.id)) from file f))""").query(String.class).single();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    @ConfigurationPropertiesScan("org.gongzhi.identity")
    static final class Settings {}
}
