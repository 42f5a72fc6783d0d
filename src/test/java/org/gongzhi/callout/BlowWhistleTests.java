package org.gongzhi.callout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gongzhi.callout.CalloutWorld.joint;
import static org.gongzhi.callout.CalloutWorld.lead;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.gongzhi.callout.BlowWhistle.Body;
import org.gongzhi.demand.DemandId;
import org.gongzhi.demand.DemandStatus;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BlowWhistleTests {

    @AutoClose
    private static final CalloutWorld world = new CalloutWorld();

    @Test
    void eachOfTheCalledGetsItsTaskItsClockAndItsToDo() {
        DemandId demand = world.atTheStreet();
        List<CalloutId> called = world.called(demand);
        assertThat(world.now(demand).demand().status()).isEqualTo(DemandStatus.HANDLING);
        assertThat(world.now(demand).demand().handlerId()).isEqualTo(world.officer.accountId());
        assertThat(world.openCalls(demand)).isEqualTo(2);
        Callout lead = world.now(called.getFirst());
        assertThat(lead.task().isLead()).isTrue();
        assertThat(lead.task().words()).isEqualTo("餐馆屡次反复，需要联合执法");
        assertThat(world.now(called.getLast()).task().words()).isEqualTo("请派人到现场");
        assertThat(world.waiting(called.getFirst())).singleElement().satisfies(todo -> {
            assertThat(todo.step()).isEqualTo("arrive");
            assertThat(todo.department()).isEqualTo(world.enforcement.departmentId());
            assertThat(todo.dueAt()).isEqualTo(lead.clock().arriveDueAt());
        });
        assertThat(world.history(demand)).containsExactly("call_out 餐馆屡次反复，需要联合执法");
        assertThat(world.audited(called.getFirst())).containsExactly("callout.call");
        assertThat(world.owner
                        .sql("select relation || ' ' || label from trail_edge where from_id = :id order by label")
                        .param("id", demand.value())
                        .query(String.class)
                        .list())
                .containsExactly("called_out 区市场监管局（协办）", "called_out 综合执法队（牵头）");
        assertThat(world.events)
                .anyMatch(event -> event instanceof CalloutEvent.Whistled whistled
                        && whistled.bodies() == 2
                        && whistled.demand().id().equals(demand));
    }

    @Test
    void onlyTheStreetThatHasTheMatterInHandCallsAndSaysWhy() {
        DemandId demand = world.atTheStreet();
        world.refused("demand.only-a-street-calls", w -> w.call(w.secretary, demand, lead(w.enforcement)));
        world.refused("demand.only-a-street-calls", w -> w.call(w.districtOfficer, demand, lead(w.enforcement)));
        world.refused("demand.you-only-look", w -> w.call(w.observer, demand, lead(w.market)));
        world.refused(
                CalloutRefusal.WORDS_MISSING,
                w -> w.bean(BlowWhistle.class)
                        .call(w.officer, demand, 0, "call_enforcement", " ", List.of(lead(w.enforcement))));
        world.refused(
                "demand.reason-unknown",
                w -> w.bean(BlowWhistle.class).call(w.officer, demand, 0, "budget", "要", List.of(lead(w.enforcement))));
        world.refused(
                "demand.changed-meanwhile",
                w -> w.bean(BlowWhistle.class)
                        .call(w.officer, demand, 7, "call_emergency", "要", List.of(lead(w.enforcement))));
        DemandId raised = world.demand("noise", "raised", CalloutWorld.STREET);
        world.refused("demand.not-accepted-yet", w -> w.call(w.officer, raised, lead(w.enforcement)));
        DemandId communitys = world.demand("noise", "accepted", CalloutWorld.COMMUNITY);
        world.refused("demand.only-the-responsible", w -> w.call(w.officer, communitys, lead(w.enforcement)));
    }

    @Test
    void oneLeadsAndNobodyIsCalledTwice() {
        DemandId demand = world.atTheStreet();
        world.refused(CalloutRefusal.NOBODY_CALLED, w -> w.call(w.officer, demand));
        world.refused(CalloutRefusal.ONE_LEADS, w -> w.call(w.officer, demand, joint(w.market)));
        world.refused(CalloutRefusal.ONE_LEADS, w -> w.call(w.officer, demand, lead(w.market), lead(w.enforcement)));
        world.refused(CalloutRefusal.CALLED_TWICE, w -> w.call(w.officer, demand, lead(w.market), joint(w.market)));
        world.refused(
                CalloutRefusal.BODY_UNKNOWN, w -> w.call(w.officer, demand, new Body(null, " ", true, null, null)));
        world.refused(
                CalloutRefusal.BODY_NAME_TOO_LONG,
                w -> w.call(w.officer, demand, new Body(null, "名".repeat(61), true, null, null)));
        world.refused(
                CalloutRefusal.DUE_OUT_OF_RANGE,
                w -> w.call(
                        w.officer,
                        demand,
                        new Body(
                                w.market.departmentId(),
                                null,
                                true,
                                null,
                                CalloutWorld.NOW.plus(Duration.ofDays(31)))));
        world.refused(
                CalloutRefusal.WORDS_TOO_LONG,
                w -> w.call(w.officer, demand, new Body(w.market.departmentId(), null, true, "字".repeat(501), null)));
        Body[] many = IntStream.range(0, 13)
                .mapToObj(i -> new Body(null, "单位" + i, i == 0, null, null))
                .toArray(Body[]::new);
        world.refused(CalloutRefusal.TOO_MANY_CALLED, w -> w.call(w.officer, demand, many));
        world.called(demand);
        var again = world.refused(
                CalloutRefusal.CALLED_ALREADY, w -> w.call(w.officer, demand, lead(w.market), joint(w.sanitation)));
        assertThat(again.facts()).containsExactly("区市场监管局");
    }

    @Test
    void aBodyWithoutAccountsIsCalledByNameAndTheStreetKeepsItsRecord() {
        DemandId demand = world.demand("noise", "handling", CalloutWorld.STREET);
        var due = CalloutWorld.NOW.plus(Duration.ofHours(2));
        CalloutId id = new CalloutId(world.call(world.leader, demand, new Body(null, "永安物业", true, "请到场", due))
                .orThrow()
                .callouts()
                .getFirst());
        assertThat(world.now(demand).demand().handlerId()).isEqualTo(world.officer.accountId());
        assertThat(world.waiting(id)).singleElement().satisfies(todo -> {
            assertThat(todo.department()).isNull();
            assertThat(todo.node()).isEqualTo(CalloutWorld.STREET);
            assertThat(todo.note()).isEqualTo("永安物业（代记）：请到场");
            // Whoever is to be done in two hours comes before that, whatever the rule of arriving says.
            assertThat(todo.dueAt()).isEqualTo(due);
        });
        assertThat(world.now(id).clock().dueAt()).isEqualTo(due);
        world.bean(AnswerCall.class).arrive(world.officer, id, 0, "物业经理到场").orThrow();
        assertThat(world.now(id).status()).isEqualTo(CalloutStatus.ARRIVED);
    }

    /** The rule is the domain's; the database keeps it too, whatever is written past it. */
    @Test
    void aCaseWithOpenCallsCannotEvenBeWrittenAsChecked() {
        DemandId demand = world.atTheStreet();
        world.called(demand);
        for (String status : List.of("verifying", "closed", "declined")) {
            assertThatThrownBy(() -> world.owner
                            .sql("update demand set status = :status, closed_at = now() where id = :id")
                            .param("status", status)
                            .param("id", demand.value())
                            .update())
                    .hasMessageContaining("demand_called_check");
        }
    }
}
