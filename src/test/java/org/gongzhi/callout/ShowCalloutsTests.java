package org.gongzhi.callout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.callout.CalloutWorld.joint;
import static org.gongzhi.callout.CalloutWorld.lead;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongzhi.callout.CalloutFilter.Asked;
import org.gongzhi.callout.CalloutFilter.View;
import org.gongzhi.demand.DemandId;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.ledger.LedgerReach;
import org.gongzhi.region.RegionLookup;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ShowCalloutsTests {

    @AutoClose
    private static final CalloutWorld world = new CalloutWorld();

    private final ShowCallouts show = world.bean(ShowCallouts.class);
    private final CalloutListQueries lists = world.bean(CalloutListQueries.class);

    @Test
    void thePageShowsEveryCallWithWhatWasSaidAndWhatMayBeDone() {
        CalloutId id = world.graded();
        DemandId demand = world.now(id).task().demand();
        CalloutPage page = show.ofDemand(world.enforcement, demand).orThrow();
        assertThat(page.open()).isEqualTo(1);
        assertThat(page.whistles()).singleElement().satisfies(whistle -> {
            assertThat(whistle.reasonName()).isEqualTo("需要联合执法");
            assertThat(whistle.called()).extracting(CalloutPage.Called::name).containsExactly("综合执法队", "区市场监管局");
        });
        CalloutPage.Called one = page.whistles().getFirst().called().getFirst();
        assertThat(one.notes()).extracting(CalloutPage.Note::verb).containsExactly("call", "arrive", "finish", "grade");
        assertThat(may(one)).containsEntry("answer", true).containsEntry("grade", false);
        assertThat(one.may())
                .filteredOn(each -> each.verb().equals("grade"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.why()).isEqualTo("要由吹哨的建外街道来做。");
                });
        assertThat(show.one(world.officer, id).orThrow().judged()).isNotNull();
        assertThat(show.one(world.officer, world.refused()).orThrow().refused())
                .isEqualTo(new CalloutPage.Refused("call_not_ours", "不属于本单位职责", "油烟归生态环境局管", false));
    }

    @Test
    void whoWasNotCalledSeesNeitherTheCaseNorTheCall() {
        CalloutId id = world.called();
        DemandId demand = world.now(id).task().demand();
        assertThat(refusal(show.ofDemand(world.sanitation, demand))).isEqualTo("demand.outside-your-territory");
        assertThat(refusal(show.callable(world.sanitation, demand))).isEqualTo("demand.outside-your-territory");
        assertThat(refusal(show.one(world.sanitation, id))).isEqualTo("callout.unknown");
        assertThat(refusal(show.one(world.administrator, id))).isEqualTo("callout.not-for-administrators");
        assertThat(show.ofDemand(world.market, demand).isDone()).isTrue();
    }

    @Test
    void thoseWhoDealtWithTheKindBeforeAreSuggestedFirst() {
        world.call(world.officer, world.demand("shared_bikes", "accepted", CalloutWorld.STREET), lead(world.sanitation))
                .orThrow();
        DemandId next = world.demand("shared_bikes", "accepted", CalloutWorld.STREET);
        List<ShowCallouts.Callable> callable =
                show.callable(world.officer, next).orThrow();
        assertThat(callable).hasSize(3).first().satisfies(one -> {
            assertThat(one.name()).isEqualTo("环卫中心");
            assertThat(one.isSuggested()).isTrue();
            assertThat(one.times()).isEqualTo(1);
        });
        assertThat(callable.subList(1, 3)).noneMatch(ShowCallouts.Callable::isSuggested);
    }

    @Test
    void listsAreFilteredPagedAndCounted() {
        DemandId demand = world.demand("parking_traffic", "accepted", CalloutWorld.STREET);
        world.call(world.officer, demand, lead(world.sanitation), joint(world.market))
                .orThrow();
        world.graded();
        world.refused();
        for (Actor reader : List.of(world.officer, world.districtOfficer, world.secretary)) {
            String all = count(reader, asked("all", null, null, null));
            Page<CalloutListQueries.ListRow> page = page(reader, asked("all", null, null, null), Optional.empty());
            assertThat(page.items()).hasSizeLessThanOrEqualTo(3);
            assertThat(Integer.parseInt(all)).isGreaterThanOrEqualTo(4);
            Page<CalloutListQueries.ListRow> next =
                    page(reader, asked("all", null, null, null), Cursor.decode(page.next()));
            assertThat(next.items()).isNotEmpty().doesNotContainAnyElementsOf(page.items());
        }
        assertThat(page(world.officer, asked("refused", null, null, null), Optional.empty())
                        .items())
                .allMatch(row -> row.callout().status() == CalloutStatus.REFUSED)
                .isNotEmpty();
        assertThat(page(world.officer, asked("all", "lead", "in_time", null), Optional.empty())
                        .items())
                .isNotEmpty()
                .allMatch(row -> row.callout().task().isLead() && row.callout().arrival() != null);
        assertThat(page(world.officer, asked("all", null, "not", null), Optional.empty())
                        .items())
                .isNotEmpty()
                .allMatch(row -> row.callout().arrival() == null);
        assertThat(page(world.officer, asked("all", null, "late", null), Optional.empty())
                        .items())
                .isEmpty();
        assertThat(page(world.officer, asked("all", null, null, "any"), Optional.empty())
                        .items())
                .isNotEmpty()
                .allMatch(row -> row.callout().judgement() != null);
        assertThat(page(world.officer, asked("all", null, null, "in_place"), Optional.empty())
                        .items())
                .isEmpty();
        assertThat(page(world.market, asked("all", null, null, null), Optional.empty())
                        .items())
                .isNotEmpty()
                .extracting(row -> row.callout().task().department())
                .containsOnly(world.market.departmentId());
        for (View view : View.values()) {
            assertThat(count(world.officer, asked(view.code(), null, null, null)))
                    .isNotBlank();
        }
    }

    @Test
    void aMalformedFilterIsNamed() {
        for (Asked asked : List.of(
                new Asked("x", null, null, null, null, null, null, null),
                asked("x", null, null, null),
                asked("all", "x", null, null),
                asked("all", null, "x", null),
                asked("all", null, null, "x"),
                new Asked(null, null, null, "x", null, null, null, null),
                new Asked(null, null, null, null, null, null, "x", null))) {
            assertThat(refusal(asked.read())).isEqualTo("callout.filter-invalid");
        }
        CalloutFilter read = new Asked(
                        CalloutWorld.STREET.toString(),
                        "late",
                        null,
                        world.market.departmentId() + "",
                        null,
                        null,
                        "2026-11-01",
                        "2026-11-30")
                .read()
                .orThrow();
        assertThat(read.calledTo()).isAfter(read.calledFrom());
        assertThat(count(world.officer, read)).isEqualTo("0");
    }

    private static Asked asked(
            String view,
            @org.jspecify.annotations.Nullable String role,
            @org.jspecify.annotations.Nullable String arrived,
            @org.jspecify.annotations.Nullable String grade) {
        return new Asked(null, view, role, null, arrived, grade, null, null);
    }

    private Page<CalloutListQueries.ListRow> page(Actor reader, Asked asked, Optional<Cursor> after) {
        return world.transactions()
                .read(
                        reader,
                        () -> lists.page(
                                reader, reach(reader), asked.read().orThrow(), after, 3, world.clock.instant()));
    }

    private String count(Actor reader, Asked asked) {
        return count(reader, asked.read().orThrow());
    }

    private String count(Actor reader, CalloutFilter filter) {
        return world.transactions()
                .read(reader, () -> lists.count(reader, reach(reader), filter, world.clock.instant()));
    }

    private static LedgerReach reach(Actor reader) {
        return LedgerReach.of(reader, null, world.bean(RegionLookup.class)).orThrow();
    }

    private static Map<String, Boolean> may(CalloutPage.Called one) {
        return one.may().stream().collect(Collectors.toMap(CalloutPage.May::verb, CalloutPage.May::allowed));
    }

    private static String refusal(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).reason().code();
    }
}
