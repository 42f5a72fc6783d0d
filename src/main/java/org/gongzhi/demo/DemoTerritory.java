package org.gongzhi.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongzhi.archive.CalloutArchive;
import org.gongzhi.archive.DemandArchive;
import org.gongzhi.archive.PastCallout;
import org.gongzhi.archive.PastDemand;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.insight.RebuildRollups;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.region.Territory;
import org.gongzhi.rule.RuleBook;
import org.gongzhi.todo.Due;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.Todos;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Loads the sample once, into a database without accounts. */
@Component
class DemoTerritory {

    static final RegionCode DISTRICT = new RegionCode(110105_000_000_000L);
    static final RegionCode STREET = new RegionCode(110105_001_000_000L);
    static final RegionCode COMMUNITY = new RegionCode(110105_001_026_000L);

    /** Follow-up codes that open two of the sample's cases, one of them waiting to be judged. */
    static final List<String> CODES = List.of("DEMAA22222", "DEMAA33333");

    private static final long SEED = 20261122;
    private static final int BATCH = 5_000;
    private static final int REPORT_EVERY = 50_000;
    private static final Logger LOG = LoggerFactory.getLogger(DemoTerritory.class);
    private static final String[] NUMERALS = {"一", "二", "三", "四", "五", "六", "七", "八"};
    private static final Actor LOADER = Actor.worker("演示数据");

    private final Transactions transactions;
    private final Sql sql;
    private final Territory territory;
    private final RegionLookup regions;
    private final DemoPeople people;
    private final DemandArchive archive;
    private final CalloutArchive callouts;
    private final Todos todos;
    private final List<RuleBook> books;
    private final RebuildRollups rebuild;
    private final Clock clock;
    private final int demands;

    DemoTerritory(
            Transactions transactions,
            Sql sql,
            Territory territory,
            RegionLookup regions,
            DemoPeople people,
            DemandArchive archive,
            CalloutArchive callouts,
            Todos todos,
            List<RuleBook> books,
            RebuildRollups rebuild,
            Clock clock,
            @Value("${gongzhi.demo.demands:4000}") int demands) {
        this.transactions = transactions;
        this.sql = sql;
        this.territory = territory;
        this.regions = regions;
        this.people = people;
        this.archive = archive;
        this.callouts = callouts;
        this.todos = todos;
        this.books = books;
        this.rebuild = rebuild;
        this.clock = clock;
        this.demands = demands;
    }

    /**
     * Does nothing where anybody has an account already: a real territory is never filled with generated people. People and demands come in one transaction;
     * the figures follow, and are made at the next start should this one end in between.
     */
    void load() {
        boolean isEmpty = transactions.read(
                LOADER, () -> sql.of("select count(*) from account").count() == 0);
        Instant now = Time.now(clock);
        if (isEmpty) {
            LOG.info("正在生成演示区域：朝阳区的网格、人员和 {} 件诉求（都是生成的，不是真人真事）", demands);
            archive.load(LOADER, () -> everybodyAndEverything(now)).orThrow();
        } else if (!isUnfinished()) {
            return;
        }
        LOG.info("正在汇总数字");
        rebuild.everything();
        transactions.write(
                LOADER,
                () -> Outcome.done(
                        sql.of("insert into demo_load (id, seed, demands, loaded_at) values (1, :seed, :demands, :now)")
                                .bind("seed", SEED)
                                .bind("demands", demands)
                                .bind("now", now)
                                .update()));
        LOG.info("演示区域已生成，用时 {} 秒", Duration.between(now, Time.now(clock)).toSeconds());
    }

    private boolean isUnfinished() {
        return transactions.read(LOADER, () -> sql.of("""
                        select count(*) from (select from account where is_demo limit 1) generated
                        where not exists (select from demo_load)""").count() > 0);
    }

    private Outcome<Integer> everybodyAndEverything(Instant now) {
        return openTerritory().map(_ -> {
            DemoPeople.Staff staff = people.settle(regions.get(DISTRICT), new Random(SEED));
            LOG.info("演示人员已就位");
            DemoQuestions.ask(books, now, new Random(SEED));
            var year = new DemoDemands(regions, regions.get(DISTRICT), staff, limits(now), SEED, now);
            try (var generator = Executors.newSingleThreadExecutor()) {
                Future<List<PastDemand>> next = generator.submit(() -> year.next(Math.min(BATCH, demands)));
                for (int done = 0; done < demands; done += BATCH) {
                    List<PastDemand> batch = given(next);
                    int left = demands - done - batch.size();
                    next = generator.submit(() -> year.next(Math.min(BATCH, left)));
                    archive.add(LOADER, batch, true);
                    openTodos(batch);
                    List<PastCallout> called = new DemoCallouts(staff, now).of(batch);
                    callouts.add(LOADER, called);
                    todos.openAll(LOADER, DemoCallouts.todos(called, batch));
                    if (done == 0) {
                        giveCodes(batch);
                    }
                    if ((done + batch.size()) % REPORT_EVERY == 0) {
                        LOG.info("已生成 {} 件", done + batch.size());
                    }
                }
            }
            LOG.info("正在建立索引");
            return demands;
        });
    }

    private static List<PastDemand> given(Future<List<PastDemand>> next) {
        try {
            return next.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sample was generated", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the sample cannot be generated", e.getCause());
        }
    }

    static UUID id(Random random) {
        long high = (random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x7000L;
        long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private Outcome<Integer> openTerritory() {
        return territory.open(DISTRICT).map(_ -> {
            var random = new Random(SEED);
            List<Territory.NewGrid> grids = new ArrayList<>();
            for (Region street : regions.children(DISTRICT)) {
                for (Region community : regions.children(street.code())) {
                    int count = community.code().equals(COMMUNITY) ? 6 : 3 + random.nextInt(4);
                    for (int i = 1; i <= count; i++) {
                        grids.add(new Territory.NewGrid(community.code(), i, "第" + NUMERALS[i - 1] + "网格"));
                    }
                }
            }
            return territory.addGrids(grids);
        });
    }

    private Map<String, DemoDemands.Limit> limits(Instant now) {
        Map<String, DemoDemands.Limit> limits = new HashMap<>();
        sql.of("select code, class, is_public from demand_kind").list(row -> {
            Due due = todos.due(DISTRICT, "demand", "settle", row.text("class"), now);
            return limits.put(
                    row.text("code"),
                    new DemoDemands.Limit(
                            due.ruleId(),
                            Duration.between(now, due.dueAt()),
                            Duration.between(now, due.warnAt()),
                            row.yes("is_public")));
        });
        return limits;
    }

    private void openTodos(List<PastDemand> batch) {
        List<NewTodo> open = new ArrayList<>();
        for (PastDemand past : batch) {
            if (past.status().isOpen() || past.status() == DemandStatus.CLOSED) {
                open.add(todo(past));
            }
            if (past.transfer() != null && past.transfer().endedAt() == null) {
                open.add(receive(past));
            }
        }
        todos.openAll(open, DemoTerritory::handedOutBy);
        for (PastDemand past : batch) {
            if (past.reviewOn() != null) {
                todos.pause("demand", past.id(), past.reviewOn());
            }
        }
    }

    private static NewTodo todo(PastDemand past) {
        String step = switch (past.resumeStatus() == null ? past.status() : past.resumeStatus()) {
            case RAISED -> "accept";
            case ACCEPTED -> "assign";
            case ASSIGNED -> "take_up";
            case VERIFYING -> past.verifiedAt() == null ? "verify" : "close";
            case CLOSED -> "call_back";
            default -> "handle";
        };
        boolean isHandlers = step.equals("take_up") || step.equals("handle");
        Instant due = past.status() == DemandStatus.CLOSED ? past.statusAt().plus(Duration.ofDays(4)) : past.dueAt();
        Instant warn = past.status() == DemandStatus.CLOSED ? past.statusAt().plus(Duration.ofDays(3)) : past.warnAt();
        return new NewTodo(
                "demand",
                past.id(),
                step,
                past.region(),
                past.node(),
                isHandlers ? past.department() : null,
                isHandlers && past.department() == null ? past.handler() : null,
                past.kind(),
                past.title(),
                past.steps().getLast().words(),
                past.statusAt(),
                due,
                warn);
    }

    /** A community passes up what the street is to receive; what names somebody was given by the node that has it. */
    private static @Nullable Long handedOutBy(NewTodo todo) {
        if (todo.step().equals("receive")) {
            return todo.region().community();
        }
        return todo.department() == null && todo.account() == null
                ? null
                : todo.node().value();
    }

    private static NewTodo receive(PastDemand past) {
        PastDemand.Transfer transfer = past.transfer();
        if (transfer == null) {
            throw new IllegalArgumentException("nothing to receive");
        }
        return new NewTodo(
                "demand",
                past.id(),
                "receive",
                past.region(),
                transfer.to(),
                null,
                null,
                past.kind(),
                past.title(),
                "上报：超出本级权限",
                transfer.offeredAt(),
                past.dueAt(),
                past.warnAt());
    }

    /** One case that waits for the resident's word, and one that is being handled; where the sample's named people work, so that both sides can be seen. */
    private void giveCodes(List<PastDemand> batch) {
        List<DemandStatus> wanted = List.of(DemandStatus.CLOSED, DemandStatus.HANDLING);
        for (int i = 0; i < CODES.size(); i++) {
            DemandStatus status = wanted.get(i);
            String code = CODES.get(i);
            batch.stream()
                    .filter(past -> past.status() == status)
                    .min(Comparator.comparingInt(past -> (past.firstNode().equals(COMMUNITY) ? 0 : 2)
                            + (past.answers().isEmpty() ? 1 : 0)))
                    .ifPresent(past -> archive.giveCode(past.id(), past.region(), code));
        }
    }
}
