package org.gongzhi.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.todo.NewTodo;
import org.gongzhi.todo.Todos;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@GongzhiTest
@Import(ActingAs.class)
@TestPropertySource(properties = "gongzhi.rate-limits.factor=1000")
class CloseUnitTests {

    private final Doorsteps doors;

    CloseUnitTests(@Autowired ApplicationContext context) {
        this.doors = new Doorsteps(context);
    }

    @Test
    void itClosesFromADayOnAndItsCodeIsFree() {
        Map<String, Object> wish = Doorsteps.wish("shop", RegionFixtures.YONGANLI);
        wish.put("creditCode", Doorsteps.code());
        String id = doors.standing(wish);
        assertThat(doors.change(id, "closing", Map.of("on", "2019-01-01", "why", "注销"))
                        .code())
                .isEqualTo("unit.before-opening");
        assertThat(doors.change(id, "closing", Map.of("on", "2026-06-30", "why", "注销"))
                        .status())
                .isEqualTo(200);
        assertThat(doors.page(id).at("row", "closedOn").asString()).isEqualTo("2026-06-30");
        assertThat(doors.page(id).text("closeReason")).isEqualTo("注销");
        assertThat(doors.change(id, "closing", Map.of("on", "2026-06-30", "why", "注销"))
                        .code())
                .isEqualTo("unit.closed");
        assertThat(doors.change(id, "amendment", Doorsteps.told(wish)).code()).isEqualTo("unit.closed");
        assertThat(doors.register(wish).status()).isEqualTo(201);
    }

    @Test
    void whileSomethingWaitsAboutItItStaysOpen(@Autowired Transactions transactions, @Autowired Todos todos) {
        String id = doors.standing(RegionFixtures.YONGANLI);
        var now = java.time.Instant.now();
        Actor worker = Actor.worker("test");
        transactions
                .write(
                        worker,
                        () -> Outcome.done(todos.open(
                                worker,
                                new NewTodo(
                                        UnitId.SUBJECT,
                                        UUID.fromString(id),
                                        "visit",
                                        RegionFixtures.YONGANLI,
                                        RegionFixtures.YONGANLI,
                                        null,
                                        null,
                                        null,
                                        "走访",
                                        "",
                                        now,
                                        now.plusSeconds(3600),
                                        now.plusSeconds(1800)))))
                .orThrow();
        var said = doors.change(id, "closing", Map.of("on", Doorsteps.today().toString(), "why", "注销"));
        assertThat(said.code()).isEqualTo("unit.still-waiting");
        assertThat(said.text("detail")).contains("1 件待办");
        assertThat(doors.page(id).at("may", "keep").asBoolean()).isTrue();
        transactions
                .write(worker, () -> {
                    todos.settle(worker, UnitId.SUBJECT, UUID.fromString(id));
                    return Outcome.done(true);
                })
                .orThrow();
        assertThat(doors.change(id, "closing", Map.of("on", Doorsteps.today().toString(), "why", "注销"))
                        .status())
                .isEqualTo(200);
    }
}
