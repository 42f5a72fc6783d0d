package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.gongzhi.kernel.Time;
import org.junit.jupiter.api.Test;

/** Up and down the axis: what a community cannot do alone, and how the street presses, waits and grants. */
@JourneyTest
class StreetJourney {

    @Test
    void whatACommunityPassesUpComesBackWithAllThatWasSaid(Desks desks) {
        String title = "锅炉房夜里停烧，整排楼都凉";
        Desk resident = desks.resident();
        Portal.write(resident, "供暖供水", title + "。");
        resident.label("手机号（可不填）").fill("13800001234");
        resident.label("怎么称呼您（可不填）").fill("吴桂英");
        resident.button("提交").click();
        String code = Portal.code(resident);

        Desk secretary = desks.signedIn("zhoumin");
        secretary.link("去受理：" + title).click();
        secretary.act("受理", "受理");
        String address = secretary.path();
        secretary.act("上报街道…", "上报", dialog -> {
            Desk.tick(dialog, "超出本级权限");
            Desk.fill(dialog, "具体情况", "锅炉房归三个社区共用，请街道协调。");
        });
        assertThat(secretary.text("永安里社区已上报建外街道")).isVisible();

        Desk officer = desks.signedIn("chenli");
        officer.link("去接收：" + title).click();
        officer.act("接收", "接收");
        assertThat(officer.page().locator(".gz-said .gz-facts")).containsText("建外街道");
        officer.act("下派…", "下派", dialog -> {
            Desk.tick(dialog, "永安里社区");
            Desk.fill(dialog, "要求", "街道已与供热单位谈妥，请社区盯住今晚。");
        });
        secretary.open(address);
        secretary.act("接收", "接收");
        assertThat(secretary.page().locator(".gz-happened")).containsText("街道已与供热单位谈妥，请社区盯住今晚。");

        officer.open(address);
        officer.act("督办…", "督办", dialog -> Desk.fill(dialog, "督办意见", "今晚十点前报温度。"));
        officer.act("催办…", "催办", dialog -> Desk.tick(dialog, "快到期了"));
        assertThat(officer.page().locator(".gz-act"))
                .containsText(Pattern.compile("今天 \\d\\d:\\d\\d 已催办一次，明天 \\d\\d:\\d\\d 后可再催。"));

        officer.button("查看联系方式").click();
        officer.button("显示 5 分钟").click();
        assertThat(officer.dialog()).containsText("请选择用途。");
        Desk.tick(officer.dialog(), "核实情况");
        officer.button("显示 5 分钟").click();
        assertThat(officer.page().locator(".gz-person")).containsText("吴桂英");
        assertThat(officer.page().locator(".gz-person")).containsText(Pattern.compile("138 ?0000 ?1234"));
        officer.button("谁看过").click();
        assertThat(officer.dialog()).containsText(Pattern.compile("陈立.*核实情况"));
        Portal.follow(resident, code);
        assertThat(resident.text("用途：核实情况")).isVisible();
    }

    @Test
    void theClockMovesOnlyByAReviewDateOrAGrantFromAbove(Desks desks) {
        String title = "楼顶防水开裂，雨天渗水";
        Portal.raise(desks.resident(), title + "。");
        LocalDate today = LocalDate.now(Time.ZONE);
        LocalDate review = today.plusDays(20);
        LocalDate due = today.plusDays(9);

        Desk secretary = desks.signedIn("zhoumin");
        secretary.link("去受理：" + title).click();
        secretary.act("受理", "受理");
        String address = secretary.path();
        secretary.act("申请延期…", "提交申请", dialog -> {
            Desk.fill(dialog, "延到", due + "T18:00");
            Desk.tick(dialog, "天气不允许");
            Desk.fill(dialog, "具体情况", "连续降温，防水要等白天零度以上。");
        });
        assertThat(secretary.page().locator(".gz-case__notice")).containsText("等上级答复");

        Desk officer = desks.signedIn("chenli");
        officer.open(address);
        officer.act("答复延期…", "答复", dialog -> Desk.tick(dialog, "同意延期"));
        String day = "%d月%d日".formatted(due.getMonthValue(), due.getDayOfMonth());
        assertThat(officer.page().locator(".gz-said .gz-facts")).containsText(Pattern.compile(day + ".*18:00 到期"));

        secretary.open(address);
        secretary.act("挂账…", "挂账", dialog -> {
            Desk.fill(dialog, "复看日期", review.toString());
            Desk.tick(dialog, "要等季节或施工条件");
            Desk.fill(dialog, "具体情况", "列入明年开春第一批。");
        });
        assertThat(secretary.page().locator(".gz-head__facts")).containsText("挂账");
        assertThat(secretary.page().locator(".gz-head__facts"))
                .containsText("%d月%d日".formatted(review.getMonthValue(), review.getDayOfMonth()));
        secretary.act("恢复办理", "恢复办理");
        assertThat(secretary.page().locator(".gz-head__facts")).containsText("待派遣");
    }
}
