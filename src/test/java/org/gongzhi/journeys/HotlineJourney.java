package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.gongzhi.kernel.Time;
import org.junit.jupiter.api.Test;

/** A street imports the hotline's sheet, mends nothing, hands the results back, and takes the rest away again. */
@JourneyTest
class HotlineJourney {

    private static String sheet(String run) {
        String called =
                LocalDateTime.now(Time.ZONE).minusHours(5).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"));
        return "工单编号,来电时间,诉求内容,诉求类型,社区,来电人,联系电话\n"
                + "J" + run + "1," + called + ",楼道灯一直不亮,公共设施,永安里社区,王女士,13800001111\n"
                + "J" + run + "2," + called + ",垃圾没有清运,环境,永安里,李先生,13800002222\n"
                + "J" + run + "3," + called + ",不知道在哪里的事,环境,没有的社区,赵女士,13800003333\n";
    }

    @Test
    void aSheetIsCheckedImportedAndTakenBack(Desks desks) {
        Desk officer = desks.signedIn("chenli");
        walk(officer, Long.toString(System.nanoTime(), 36));
        officer.open("/exchange");
        officer.settle();
        officer.assertAccessible();
        officer.assertNoSidewaysScrolling();
    }

    @Test
    void onAPhoneToo(Desks desks) {
        Desk officer = desks.resident();
        officer.signIn("chenli");
        walk(officer, Long.toString(System.nanoTime(), 36));
        officer.open("/exchange");
        officer.settle();
        officer.assertNoSidewaysScrolling();
    }

    private static void walk(Desk officer, String run) {
        officer.open("/exchange");
        Page page = officer.page();
        page.locator("input[type=file]")
                .setInputFiles(
                        new FilePayload("热线十一月.csv", "text/csv", sheet(run).getBytes(StandardCharsets.UTF_8)));
        assertThat(officer.heading("表里的哪一列是什么")).isVisible();
        assertThat(page.locator(".gz-mapping").first()).containsText("楼道灯一直不亮");
        officer.settle();
        officer.assertAccessible();
        officer.assertNoSidewaysScrolling();

        officer.button("核对").click();
        assertThat(officer.heading("共 3 行：2 行可以导入，1 行有问题。有问题的不会导入。")).isVisible();
        assertThat(page.locator(".gz-wrong")).containsText("“没有的社区”不在本辖区，或没有写到社区。");
        officer.settle();
        officer.assertAccessible();
        officer.assertNoSidewaysScrolling();

        officer.button("导入 2 件").click();
        assertThat(officer.heading("已导入 2 件。")).isVisible();
        officer.button("导出这一批的办理结果").click();
        assertThat(officer.link("下载结果")).isVisible();
        officer.assertAccessible();

        officer.button("撤回这次导入").click();
        Desk.button(officer.dialog(), "撤回").click();
        assertThat(officer.heading("已撤回 2 件。")).isVisible();
    }
}
