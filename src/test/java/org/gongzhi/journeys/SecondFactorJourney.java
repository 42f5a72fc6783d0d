package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.gongzhi.support.Authenticator;
import org.junit.jupiter.api.Test;

/** 动态码: added on one's own page, asked for at the door, and a recovery code for the day the telephone is lost. */
@JourneyTest
class SecondFactorJourney {

    @Test
    void oneIsAddedAskedForAndReplacedByARecoveryCodeOnce(Desks desks) {
        Desk desk = desks.office();
        desk.open("/second-factor");
        desk.fillSignIn("huanbao");
        desk.button("开通").click();
        assertThat(desk.page().locator(".gz-enrol__picture")).isVisible();
        desk.assertAccessible();
        var telephone =
                new Authenticator(desk.page().locator(".gz-enrol__secret").innerText());
        desk.label("填验证器显示的 6 位数字，确认开通").fill(telephone.code());
        desk.press("Enter");
        String recovery = desk.page().locator(".gz-recovery li").first().innerText();
        String spare = desk.page().locator(".gz-recovery li").last().innerText();
        desk.assertAccessible();
        desk.button("我已经记下").click();
        assertThat(desk.text("动态码已开通")).isVisible();

        Desk phone = desks.resident();
        phone.open("/sign-in");
        phone.fillSignIn("huanbao");
        assertThat(phone.text("这个账号还要动态码")).isVisible();
        assertThat(phone.label("动态码")).isFocused();
        phone.assertAccessible();
        phone.assertNoSidewaysScrolling();
        phone.keys(telephone.code(1), "Enter");
        assertThat(phone.heading("工作台").or(phone.text("我的待办")).first()).isVisible();

        Desk other = desks.office();
        other.open("/second-factor");
        other.fillSignIn("huanbao");
        other.button("手机不在身边，用恢复码").click();
        other.keys(recovery, "Enter");
        assertThat(other.text("还有 9 个恢复码")).isVisible();
        other.settle();
        other.assertAccessible();

        other.button("关闭").first().click();
        Desk.fill(other.dialog(), "动态码", recovery);
        other.button("继续").click();
        assertThat(other.dialog().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
                .containsText("动态码不对");
        Desk.fill(other.dialog(), "动态码", spare);
        other.assertAccessible();
        other.button("继续").click();
        assertThat(other.text("动态码已关闭")).isVisible();
    }
}
