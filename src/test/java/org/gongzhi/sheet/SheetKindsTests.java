package org.gongzhi.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@GongzhiTest
@Import(ActingAs.class)
class SheetKindsTests {

    private final SheetDesk desk;
    private final SheetKinds kinds;

    SheetKindsTests(@Autowired ApplicationContext context, @Autowired SheetKinds kinds) {
        this.desk = new SheetDesk(context);
        this.kinds = kinds;
    }

    @Test
    void everyKindSaysItselfWhoMayBringIt() {
        assertThat(kinds.allowed(desk.hire(DutyKind.STREET_LEADER, RegionFixtures.JIANWAI), "hotline")
                        .isDone())
                .isTrue();
        assertThat(kinds.allowed(desk.hire(DutyKind.COMMUNITY_CLERK, RegionFixtures.JIANWAI), "hotline")
                        .isDone())
                .isFalse();
        assertThat(kinds.allowed(desk.hire(DutyKind.SYSTEM_ADMINISTRATOR, RegionFixtures.CHAOYANG), "hotline")
                        .isDone())
                .isFalse();
        assertThat(((Outcome.Refused<?>) kinds.named("moon")).reason()).isEqualTo(SheetRefusal.KIND_UNKNOWN);
    }
}
