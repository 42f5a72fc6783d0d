package org.gongzhi.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;
import static org.gongzhi.support.RegionFixtures.YONGANLI_GRID_1;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

@GongzhiTest
@Import(StaffingFixtures.Beans.class)
class HandOverTests {

    private final StaffingFixtures people;
    private final HandOver handOver;
    private final OpenWorkQueries work;
    private final EndDuty endDuty;
    private final ChangeAccount changeAccount;
    private final KeepWorkHeldJob keepWorkHeld;
    private final JdbcTemplate jdbc;
    private final LocalDate today;

    HandOverTests(
            @Autowired StaffingFixtures people,
            @Autowired HandOver handOver,
            @Autowired OpenWorkQueries work,
            @Autowired EndDuty endDuty,
            @Autowired ChangeAccount changeAccount,
            @Autowired KeepWorkHeldJob keepWorkHeld,
            @Autowired DataSource database,
            @Autowired Clock clock) {
        this.people = people;
        this.handOver = handOver;
        this.work = work;
        this.endDuty = endDuty;
        this.changeAccount = changeAccount;
        this.keepWorkHeld = keepWorkHeld;
        this.jdbc = new JdbcTemplate(database);
        this.today = Time.today(clock);
    }

    @Test
    void openWorkPassesRowByRowToSomebodyWhoWorksThere() {
        Actor clerk = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        Actor other = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        UUID first = given(clerk.account(), YONGANLI);
        UUID second = given(clerk.account(), YONGANLI);

        var passed = handOver.pass(clerk, clerk.account(), other.account(), List.of(first))
                .orThrow();
        assertThat(passed).isEqualTo(new HandOver.Passed(1, 1));
        assertThat(holder(first)).isEqualTo(other.account());
        assertThat(holder(second)).isEqualTo(clerk.account());
        assertThat(inHand(clerk, other.account())).containsExactly(first);
        assertThat(people.audited(clerk.account(), "duty.hand-over")).isEqualTo(1);
        assertThat(reason(handOver.pass(clerk, clerk.account(), other.account(), List.of(first))))
                .isEqualTo(StaffingRefusal.WORK_CHANGED);
    }

    @Test
    void aDutyWithOpenWorkDoesNotEndAndItsAccountIsNotDisabledBeforeItIsHandedOver() {
        Actor keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, CHAOYANG);
        Actor lead = people.holding(DutyKind.COMMUNITY_SECRETARY, YONGANLI);
        Actor clerk = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        UUID duty = Objects.requireNonNull(clerk.dutyId());
        UUID demand = given(clerk.account(), YONGANLI);
        assertThat(reason(endDuty.end(keeper, clerk.account(), duty, null))).isEqualTo(StaffingRefusal.OPEN_WORK);
        assertThat(reason(changeAccount.disable(keeper, clerk.account()))).isEqualTo(StaffingRefusal.OPEN_WORK);

        handOver.pass(keeper, clerk.account(), lead.account(), List.of(demand)).orThrow();
        endDuty.end(keeper, clerk.account(), duty, null).orThrow();
        changeAccount.disable(keeper, clerk.account()).orThrow();
        assertThat(holder(demand)).isEqualTo(lead.account());
    }

    @Test
    void onlyThePersonTheirLeadAndTheirAdministratorHandOverAndOnlyToThoseWhoWorkThere() {
        Actor clerk = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        Actor grid = people.holding(DutyKind.GRID_WORKER, YONGANLI_GRID_1);
        Actor colleague = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        Actor elsewhere = people.holding(DutyKind.DISTRICT_OFFICER, FENGTAI);
        UUID demand = given(clerk.account(), YONGANLI);
        assertThat(reason(handOver.pass(colleague, clerk.account(), colleague.account(), List.of(demand))))
                .isEqualTo(StaffingRefusal.ONLY_SYSTEM_ADMINISTRATOR);
        assertThat(reason(handOver.pass(clerk, clerk.account(), elsewhere.account(), List.of(demand))))
                .isEqualTo(StaffingRefusal.SUCCESSOR_NOT_THERE);
        Actor stranger = people.holding(DutyKind.DISTRICT_LEADER, FENGTAI);
        assertThat(reason(handOver.pass(stranger, clerk.account(), grid.account(), List.of(demand))))
                .isEqualTo(StaffingRefusal.OUTSIDE_TERRITORY);
        Actor lead = people.holding(DutyKind.COMMUNITY_SECRETARY, YONGANLI);
        handOver.pass(lead, clerk.account(), grid.account(), List.of(demand)).orThrow();
        assertThat(holder(demand)).isEqualTo(grid.account());
        assertThat(reason(people.transactions.read(lead, () -> handOver.mayPass(lead, UUID.randomUUID()))))
                .isEqualTo(StaffingRefusal.ACCOUNT_UNKNOWN);
    }

    @Test
    void whateverDutiesRunOutEveryOpenMatterHasALivingHolder() {
        Random random = new Random(Long.getLong("gongzhi.test.seed", 20261124L));
        List<Actor> staff = new ArrayList<>();
        staff.add(people.holding(DutyKind.STREET_LEADER, org.gongzhi.support.RegionFixtures.JIANWAI));
        for (int n = 0; n < 8; n++) {
            staff.add(people.holding(n % 3 == 0 ? DutyKind.COMMUNITY_SECRETARY : DutyKind.COMMUNITY_CLERK, YONGANLI));
        }
        List<UUID> demands = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            demands.add(given(staff.get(random.nextInt(staff.size())).account(), YONGANLI));
        }
        for (Actor someone : staff.subList(1, staff.size())) {
            if (random.nextBoolean()) {
                people.asLoader(() -> jdbc.update(
                        "update duty set valid = daterange(lower(valid) - 9, ?) where id = ?",
                        today,
                        someone.dutyId()));
            }
        }
        keepWorkHeld.run();
        assertThat(people.transactions.read(Actor.worker("test"), () -> work.leftBehind(today, 1000)).stream()
                        .filter(left -> demands.contains(left.demandId())))
                .isEmpty();
        for (UUID demand : demands) {
            assertThat(people.inForce(Objects.requireNonNull(holder(demand)), today))
                    .isPositive();
            assertThat(people.asLoader(() -> jdbc.queryForObject(
                            "select account_id from todo where subject_id = ? and closed_at is null",
                            UUID.class,
                            demand)))
                    .isEqualTo(holder(demand));
        }
    }

    private List<UUID> inHand(Actor reader, UUID account) {
        return people.transactions.read(reader, () -> work.of(account)).stream()
                .map(OpenWorkQueries.Matter::demandId)
                .toList();
    }

    private @org.jspecify.annotations.Nullable UUID holder(UUID demand) {
        return people.asLoader(
                () -> jdbc.queryForObject("select handler_id from demand where id = ?", UUID.class, demand));
    }

    /** In somebody's hands, with the to-do that says so. */
    private UUID given(UUID account, RegionCode node) {
        UUID id = Ids.next();
        String number = "交" + id.toString().substring(24);
        return people.asLoader(() -> {
            jdbc.update("""
                    insert into demand (id, number, region_code, title, words, kind_code, channel, is_anonymous, raised_at, status, status_at, node_code,
                                        first_node_code, handler_id, accepted_at, clock_rule_id, due_at, warn_at)
                    values (?, ?, ?, '楼道灯不亮', '楼道灯不亮', (select code from demand_kind where is_active order by code limit 1), 'phone', true, now(),
                            'handling', now(), ?, ?, ?, now(), (select id from clock_rule limit 1), now() + interval '3 days', now() + interval '2 days')""", id, number, node.value(), node.value(), node.value(), account);
            jdbc.update("""
                    insert into todo (id, subject_kind, subject_id, step, region_code, node_code, account_id, title, opened_at, due_at, warn_at)
                    values (?, 'demand', ?, 'handle', ?, ?, ?, '楼道灯不亮', now(), now() + interval '3 days', now() + interval '2 days')""", Ids.next(), id, node.value(), node.value(), account);
            return id;
        });
    }

    private static StaffingRefusal reason(Outcome<?> outcome) {
        return (StaffingRefusal) ((Outcome.Refused<?>) outcome).reason();
    }
}
