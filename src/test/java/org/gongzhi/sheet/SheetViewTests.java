package org.gongzhi.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.sheet.SheetDesk.Said;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

@GongzhiTest
@Import(ActingAs.class)
class SheetViewTests {

    private final SheetDesk desk;

    SheetViewTests(@Autowired ApplicationContext context) {
        this.desk = new SheetDesk(context);
    }

    @BeforeEach
    void sits() {
        desk.sit(desk.hire(DutyKind.DISTRICT_LEADER, RegionFixtures.XUHUI));
    }

    @Test
    void columnsAreProposedByWhatTheSheetCallsThem() {
        String id = desk.upload("工单号（必填）,受理时间,主要内容,问题分类,所属街道,备注,备注\nA,2026-11-20,x,供暖,天平路街道,1,2")
                .text("id");
        Said page = desk.page(id);
        assertThat(page.at("headings")).extracting(node -> node.asString()).endsWith("备注", "备注 (2)");
        assertThat(page.at("mapping", "columns").path("number").asString()).isEqualTo("工单号（必填）");
        assertThat(page.at("mapping", "columns").path("words").asString()).isEqualTo("主要内容");
        assertThat(page.at("mapping", "columns").path("street").asString()).isEqualTo("所属街道");
        assertThat(page.at("columns").path(0).path("name").asString()).isEqualTo("工单编号");
        assertThat(page.at("may").path("check").asBoolean()).isTrue();
        assertThat(page.at("may").path("apply").asBoolean()).isFalse();
    }

    @Test
    void theWordsOfAColumnAreToldWithWhatTheyMayMean() {
        String id = desk.upload(SheetDesk.HEADINGS + "A,,x,供暖,,,,,,\nB,,x,供暖,,,,,,\nC,,x,没听说过,,,,,,\n")
                .text("id");
        Said words = desk.ask(
                get("/api/sheet-imports/{id}/words", id).param("column", "type").param("heading", "诉求类型"));
        assertThat(words.at("words").findValuesAsString("said")).isEqualTo(List.of("供暖", "没听说过"));
        assertThat(words.at("words").path(0).path("lines").asInt()).isEqualTo(2);
        assertThat(words.at("words").path(0).path("meaning").asString()).isEqualTo("heating");
        assertThat(words.at("words").path(1).has("meaning")).isFalse();
        assertThat(words.at("meanings").findValuesAsString("code")).contains("heating", "other");
        assertThat(desk.ask(get("/api/sheet-imports/{id}/words", id)
                                .param("column", "words")
                                .param("heading", "诉求类型"))
                        .code())
                .isEqualTo("sheet.column-unknown");
        assertThat(desk.ask(get("/api/sheet-imports/{id}/words", id)
                                .param("column", "type")
                                .param("heading", "没有"))
                        .code())
                .isEqualTo("sheet.heading-unknown");
    }

    @Test
    void importsAreThoseOfTheNodeOnActsAt() {
        String id = desk.upload(SheetDesk.HEADINGS + "A,,x,供暖,,,,,,\n").text("id");
        assertThat(desk.ask(get("/api/sheet-imports").param("kind", "hotline"))
                        .at("items")
                        .findValuesAsString("id"))
                .contains(id);
        desk.sit(desk.hire(DutyKind.STREET_OFFICER, RegionFixtures.TIANPINGLU));
        assertThat(desk.ask(get("/api/sheet-imports").param("kind", "hotline"))
                        .at("items")
                        .findValuesAsString("id"))
                .doesNotContain(id);
        assertThat(desk.page(id).status()).isEqualTo(404);
        assertThat(desk.ask(get("/api/sheet-imports/{id}/problems", id)).status())
                .isEqualTo(404);
    }

    @Test
    void anEmptySheetShowsWhichColumnsThereAre() {
        byte[] template = desk.ask(get("/api/sheet-kinds/hotline/template")).bytes();
        List<String> headings = new java.util.ArrayList<>();
        SheetReader.read(template, (_, cells) -> headings.addAll(cells));
        assertThat(headings).startsWith("工单编号", "来电时间", "诉求内容").contains("办理时限");
        assertThat(desk.ask(get("/api/sheet-kinds/moon/template")).code()).isEqualTo("sheet.kind-unknown");
    }
}
