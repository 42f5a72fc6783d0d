package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.insight.Recounted;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.MovableClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * Random changes of a lived territory, one after the other, some taken back: nothing is lost and nothing counted twice, past figures stay, every list is what a loop
 * finds, and nobody sees more than their place of today. {@code -Dgongzhi.test.seed} repeats a failure or tries another.
 */
@GongzhiTest
@Import(ScopeWorld.class)
@TestPropertySource(properties = {"gongzhi.rate-limits.factor=1000", "gongzhi.test.events=400"})
class ReorganizationPropertyTests {

    private static final int CHANGES = Integer.getInteger("gongzhi.test.changes", 10);
    /** What a change itself writes. */
    private static final Set<String> ITS_OWN = Set.of(
            "region_succession",
            "reorganization",
            "region",
            "region_boundary",
            "demand_past_region",
            "rollup_delta",
            "rollup_node",
            "rollup_shift",
            "rollup_check",
            "rollup_state",
            "audit_entry",
            "job",
            "demand_number");

    private final Territory territory;
    private final ReorganizedWorld world;
    private final JdbcClient owner;
    private final ApplicationContext context;
    private final AccountLookup lookup;
    private final Transactions transactions;

    ReorganizationPropertyTests(
            @Autowired Territory territory,
            @Autowired WebApplicationContext context,
            @Autowired Accounts accounts,
            @Autowired AccountLookup lookup,
            @Autowired Transactions transactions,
            @Autowired MovableClock clock) {
        this.territory = territory;
        this.owner = territory.owner;
        this.context = context;
        this.lookup = lookup;
        this.transactions = transactions;
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        this.world =
                new ReorganizedWorld(new Random(territory.seed), mvc, owner, clock, accounts, lookup, transactions);
    }

    @Test
    void nothingIsLostNorCountedTwiceNorSeenByOthersWhateverIsReorganized() {
        Random random = new Random(territory.seed + 7);
        List<UUID> applied = new ArrayList<>();
        world.rulesAreSet();
        world.requestsAreMade();
        untilNothingIsLeftOfIt();
        assertThat(Recounted.differences(context)).isEmpty();
        int turn = 0;
        for (int nth = 0; nth < CHANGES; ) {
            Map<String, Object> change = world.someChange(turn++);
            UUID id = world.plan(change);
            if (id == null) {
                continue;
            }
            nth++;
            String because = "seed " + territory.seed + ", change " + nth + ": " + change;
            World before = look();
            LocalDate effective = world.today();
            Map<Long, Integer> formulas = formulas(before, effective);
            world.apply(id);
            World after = look();
            compare(because, before, after, effective);
            assertThat(formulas(before, effective))
                    .as("the formulas of past figures, " + because)
                    .isEqualTo(formulas);
            assertThat(Recounted.differences(context)).as(because).isEmpty();
            applied.add(id);
            if (random.nextInt(3) == 0) {
                assertThat(world.undo(id)).as(because).isTrue();
                applied.remove(id);
                World back = look();
                assertThat(Recounted.differences(context))
                        .as("undone, " + because)
                        .isEmpty();
                assertThat(back.contents()).as("undone, " + because).isEqualTo(before.contents());
                assertThat(back.figures()).as("undone, " + because).isEqualTo(before.figures());
            } else if (random.nextBoolean()) {
                world.somebodySpeaks(1 + random.nextInt(4));
                world.daysPass(random.nextInt(12));
                untilNothingIsLeftOfIt();
                assertThat(misplaced()).as("gone on since " + because).isEmpty();
            }
            if (!applied.isEmpty() && random.nextInt(4) == 0) {
                // Long ago: goes back or is depended on, and says so.
                UUID old = applied.get(random.nextInt(applied.size()));
                if (world.undo(old)) {
                    applied.remove(old);
                }
                assertThat(Recounted.differences(context))
                        .as("undone late, " + because)
                        .isEmpty();
                assertThat(misplaced()).as("undone late, " + because).isEmpty();
            }
            if (nth % 6 == 0) {
                everyoneSeesWhatLiesInTheirPlaceToday(because, random);
            }
        }
        assertThat(world.applied.keySet())
                .as("refused: %s", world.refused)
                .contains("region rename", "region move", "region merge", "region split", "undo");
        Map<String, String> figures = figures("rollup_node", LocalDate.MAX);
        Recounted.rebuild(context);
        assertThat(figures("rollup_node", LocalDate.MAX))
                .as("made anew from the records")
                .isEqualTo(figures);
    }

    /** Clocks run out, what was escalated is escalated again. */
    private void untilNothingIsLeftOfIt() {
        long known = -1;
        long todos = 0;
        while (todos != known) {
            known = todos;
            territory.lived.timePasses();
            territory.lived.turn("keepWorkHeld");
            todos = owner.sql("select count(*) + count(closed_at) + count(escalated_at) from todo")
                    .query(Long.class)
                    .single();
        }
    }

    /** @param contents of every table, its rows without their versions; figures of days, months and stocks; where each demand lies; all nodes and departments, closed ones too */
    private record World(
            Map<String, String> contents,
            Map<String, Long> rows,
            Map<String, String> figures,
            Map<String, Long> places,
            List<Long> nodes,
            List<String> departments) {}

    private World look() {
        Recounted.differences(context);
        Map<String, String> contents = new TreeMap<>();
        Map<String, Long> rows = new TreeMap<>();
        for (String table : tables()) {
            if (!ITS_OWN.contains(table)) {
                contents.put(
                        table,
                        owner.sql(
                                        "select coalesce(md5(string_agg((to_jsonb(t) - 'version')::text, ';' order by (to_jsonb(t) - 'version')::text)), '') from "
                                                + table + " t")
                                .query(String.class)
                                .single());
                if (!table.equals("department")) {
                    rows.put(
                            table,
                            owner.sql("select count(*) from " + table)
                                    .query(Long.class)
                                    .single());
                }
            }
        }
        contents.put(
                "succession",
                owner.sql(
                                "select coalesce(string_agg(code || '>' || successor_code, ';' order by code, successor_code), '') from region_succession")
                        .query(String.class)
                        .single());
        contents.put(
                "past",
                owner.sql(
                                "select coalesce(string_agg(demand_id || ' ' || until || ' ' || region_code, ';' order by demand_id, until), '') from demand_past_region")
                        .query(String.class)
                        .single());
        contents.put(
                "open",
                owner.sql(
                                "select string_agg(code || name || parent_code, ';' order by code) from region where closed_on is null and level > 0")
                        .query(String.class)
                        .single());
        contents.put("shift", figures("rollup_shift", LocalDate.MAX).toString());
        return new World(contents, rows, figures("rollup_node", LocalDate.MAX), places(), nodes(), departments());
    }

    private List<String> tables() {
        return owner.sql("select distinct place from tree_column order by place")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> departments() {
        return owner.sql("select id::text from department order by id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<Long> nodes() {
        return owner.sql("select code from region where level > 0 order by code")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private Map<String, Long> places() {
        Map<String, Long> places = new LinkedHashMap<>();
        owner.sql("select id, region_code from demand")
                .query((row, _) -> places.put(row.getString("id"), row.getLong("region_code")))
                .list();
        return places;
    }

    private Map<String, String> figures(String table, LocalDate before) {
        Map<String, String> figures = new TreeMap<>();
        owner.sql(
                        "select region_code || ' ' || metric || ' ' || grain || ' ' || dimension || ' ' || period || ' ' || value as key, n || '/' || total as n from "
                                + table + " where n <> 0 or total <> 0 order by 1")
                .query((row, _) -> figures.put(row.getString("key"), row.getString("n")))
                .list();
        figures.keySet().removeIf(key -> {
            String[] parts = key.split(" ", -1);
            LocalDate period = LocalDate.parse(parts[4]);
            LocalDate ends = parts[2].equals("m") ? period.plusMonths(1) : period.plusDays(1);
            return !before.equals(LocalDate.MAX) && (parts[2].equals("s") || ends.isAfter(before));
        });
        return figures;
    }

    private void compare(String because, World before, World after, LocalDate effective) {
        assertThat(after.rows()).as("rows lost or doubled, " + because).isEqualTo(before.rows());
        assertThat(after.departments()).as("departments lost, " + because).containsAll(before.departments());
        assertThat(after.places().keySet())
                .as(because)
                .isEqualTo(before.places().keySet());
        assertThat(past(after.figures(), effective))
                .as("past figures, " + because)
                .isEqualTo(past(before.figures(), effective));
        for (String orphans : orphans()) {
            assertThat(owner.sql(orphans).query(Long.class).single())
                    .as(because + ": " + orphans)
                    .isZero();
        }
        assertThat(misplaced())
                .as("whoever is responsible stands over the place, " + because)
                .isEmpty();
        // On the tree of today every demand counts where it lies: shown plus shifted is what a loop over the records
        // finds.
        assertThat(onTodaysTree()).as("on today's tree, " + because).isEqualTo(counted());
    }

    private List<String> misplaced() {
        return owner.sql("""
                        select d.number || ' at ' || d.region_code || ' of ' || d.node_code || ', ' || d.status || ', changed '
                               || coalesce((select string_agg(c.column_name || ' ' || c.old_value || '>' || c.new_value || ' by ' || c.reorganization_id, '; ' order by c.position)
                                            from reorganization_change c where c.place = 'demand' and d.id::text = any (c.row_keys)), 'never')
                        from demand d join region n on n.code = d.node_code where not (n.code <= d.region_code and d.region_code < n.code_to)
                        union all
                        select 'request ' || e.id || ' at ' || e.region_code || ' of ' || e.node_code
                        from entitlement e join demand d on d.id = e.demand_id join region n on n.code = e.node_code
                        where e.region_code <> d.region_code or not (n.code <= e.region_code and e.region_code < n.code_to)
                        """).query((row, _) -> row.getString(1)).list();
    }

    private static Map<String, String> past(Map<String, String> figures, LocalDate effective) {
        return figures.entrySet().stream()
                .filter(entry -> {
                    String[] parts = entry.getKey().split(" ", -1);
                    LocalDate period = LocalDate.parse(parts[4]);
                    LocalDate ends = parts[2].equals("m") ? period.plusMonths(1) : period.plusDays(1);
                    return !parts[2].equals("s") && !ends.isAfter(effective);
                })
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, TreeMap::new));
    }

    /** Of every place that was, on the last day before the change. */
    private Map<Long, Integer> formulas(World before, LocalDate effective) {
        return Recounted.formulas(context, before.nodes(), effective.minusDays(1));
    }

    /** Everything that follows lies at nodes that are open; what is over may lie at closed ones, but at none that never was. */
    private List<String> orphans() {
        return owner.sql("""
                        select case
                            when filter_key is not null then format('select count(*) from %I t where t.%I->>%L ~ ''^[0-9]{15}$'' and not exists (select from region r where r.code = (t.%I->>%L)::bigint and r.closed_on is null)',
                                 place, column_name, filter_key, column_name, filter_key)
                            when fate = 'follows' then format('select count(*) from %I t where t.%I is not null and not exists (select from region r where r.code = t.%I and r.closed_on is null)',
                                 place, column_name, column_name)
                            when fate = 'follows_in_force' then format('select count(*) from %I t where not isempty(valid) and upper(valid) is null and not exists (select from region r where r.code = t.%I and r.closed_on is null)',
                                 place, column_name)
                            else format('select count(*) from %I t where t.%I is not null and not exists (select from region r where r.code = t.%I)',
                                 place, column_name, column_name) end
                        from tree_column
                        where names = 'region' and column_name <> 'code_to' and not (place = 'region') and place not in ('rollup_state', 'demand_number')
                        """).query((row, _) -> row.getString(1)).list();
    }

    private Map<String, Long> onTodaysTree() {
        Map<String, Long> counts = new TreeMap<>();
        owner.sql("""
                        select r.region_code || ' ' || r.period as key, sum(r.n) as n
                        from (select region_code, period, n from rollup_node where metric = 1 and grain = 'm' and dimension = ''
                              union all select region_code, period, n from rollup_shift where metric = 1 and grain = 'm' and dimension = '') r
                        group by r.region_code, r.period having sum(r.n) <> 0
                        """)
                .query((row, _) -> counts.put(row.getString("key"), row.getLong("n")))
                .list();
        return counts;
    }

    private Map<String, Long> counted() {
        Map<String, Long> counts = new TreeMap<>();
        owner.sql("""
                        select r.code || ' ' || date_trunc('month', d.raised_at at time zone 'Asia/Shanghai')::date as key, count(*) as n
                        from demand d join region r on r.code <= d.region_code and d.region_code < r.code_to
                        where r.closed_on is null
                        group by 1
                        """)
                .query((row, _) -> counts.put(row.getString("key"), row.getLong("n")))
                .list();
        return counts;
    }

    private void everyoneSeesWhatLiesInTheirPlaceToday(String because, Random random) {
        for (Held held : territory.staff.duties) {
            if (held.kind().isAdministrator() || random.nextInt(3) > 0) {
                continue;
            }
            var actor = transactions.asWorker("test", () -> lookup.actorFor(held.account(), held.id()));
            if (actor.isEmpty()) {
                // Held twice after a merger: one of the two has ended.
                continue;
            }
            assertThat(listed(actor.get()))
                    .as(because + ": what " + held + " sees")
                    .isEqualTo(lyingWithin(actor.get()));
        }
    }

    private Set<String> listed(Actor actor) {
        Set<String> ids = new TreeSet<>();
        String after = "";
        do {
            ReorganizedWorld.Said page =
                    world.ask("/api/demands?view=all&limit=100" + (after.isEmpty() ? "" : "&after=" + after), actor);
            assertThat(page.status()).as(page.toString()).isEqualTo(200);
            for (JsonNode item : page.body().path("items")) {
                assertThat(ids.add(item.path("id").asString())).isTrue();
            }
            after = page.body().path("next").asString("");
        } while (!after.isEmpty());
        return ids;
    }

    /** By a loop over the tree as it is, not by ranges. */
    private Set<String> lyingWithin(Actor actor) {
        Set<Long> below = new TreeSet<>(owner.sql("""
                        with recursive below as (
                            select code from region where code = :code
                            union all select r.code from below b join region r on r.parent_code = b.code and r.closed_on is null)
                        select code from below
                        """)
                .param("code", actor.node().value())
                .query(Long.class)
                .list());
        Set<String> ids = new TreeSet<>();
        owner.sql("select id, region_code, department_id, kind_code, called_departments from demand")
                .query((row, _) -> {
                    boolean isTheirs = below.contains(row.getLong("region_code"))
                            && (actor.departmentId() == null
                                    || actor.departmentId().equals(row.getObject("department_id"))
                                    || List.of((Object[]) row.getArray("called_departments")
                                                    .getArray())
                                            .contains(actor.departmentId()))
                            && (actor.scope().kinds() == null
                                    || actor.scope().kinds().contains(row.getString("kind_code")));
                    return isTheirs && ids.add(row.getString("id"));
                })
                .list();
        return ids;
    }
}
