package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A resident with a phone and no account. */
@JourneyTest
class ResidentJourney {

    @Test
    void whatWasSaidOnAPhoneIsFoundAgainByItsCodeAlone(Desks desks) throws IOException {
        String words = "暖气片只有一点温，屋里十四度，家里有两位老人（㛃园北门这一排都这样）";
        Desk resident = desks.resident();
        resident.open("/portal/");
        resident.link("我要反映").click();
        Portal.place(resident, "永安里社区 12号楼");
        assertThat(resident.label("具体位置（可不填）")).hasValue("12号楼");
        Portal.choice(resident, "供暖供水").click();
        resident.label("什么事").fill(words);
        resident.page().locator("input[type=file]").setInputFiles(new FilePayload("暖气片.png", "image/png", picture()));
        assertThat(resident.page().getByAltText("第 1 张照片")).isVisible();
        assertThat(resident.text("正在上传")).hasCount(0);
        resident.label("不让办理的人看到我是谁").check();
        assertThat(resident.label("手机号（可不填）")).hasCount(0);
        resident.assertNoSidewaysScrolling();
        // A thumb that trembles presses twice.
        resident.button("提交").dblclick();

        String code = Portal.code(resident);
        assertThat(code).matches("[0-9A-Z]{10}");
        assertThat(resident.text("我们没有留下能找到您的信息，所以只能用查询码查看。请记下它。")).isVisible();
        resident.assertAccessible();

        Desk laterOn = desks.resident();
        Portal.follow(laterOn, " " + code.substring(0, 5).toLowerCase(Locale.ROOT) + " " + code.substring(5));
        assertThat(laterOn.text("已经收到，等着受理")).isVisible();
        assertThat(laterOn.page().locator(".gzw-case__words")).hasText(words);
        assertThat(laterOn.page().locator("section img")).hasCount(1);
        laterOn.label("还想说什么").fill("今天早上来看的话，家里九点以后有人。");
        laterOn.button("补充").click();
        assertThat(laterOn.text("已补充。")).isVisible();
        laterOn.button("查阅、复制、更正或删除").click();
        laterOn.button("提交").click();
        assertThat(laterOn.text("请选一项。")).isVisible();
        Portal.choice(laterOn, "看看存了我哪些信息").click();
        laterOn.button("提交").click();
        assertThat(laterOn.text("用这个查询码回到这里看。")).isVisible();
        laterOn.assertAccessible();
        laterOn.assertNoSidewaysScrolling();
        String number = laterOn.page()
                .locator(".gzp-facts")
                .first()
                .textContent()
                .replaceFirst("(?s).*编号\\s+", "")
                .strip();

        Desk clerk = desks.signedIn("shequ");
        clerk.open("/demands?view=all&q=㛃园北门");
        assertThat(clerk.page().locator(".ledger-title")).hasCount(1);
        clerk.page().locator(".ledger-title a").click();
        assertThat(clerk.page().locator(".gz-said .gz-facts")).containsText("匿名，没有留联系方式");
        assertThat(clerk.page().locator(".gz-happened")).containsText("今天早上来看的话，家里九点以后有人。");
        assertThat(clerk.page().getByAltText(Pattern.compile("^照片："))).hasCount(1);

        // On a phone, on the way.
        Desk secretary = desks.resident();
        secretary.signIn("zhoumin");
        secretary.link("去答复：个人信息请求：查阅（" + number + "）").click();
        assertThat(secretary.page().locator("main")).containsText(words);
        secretary.assertAccessible();
        secretary.assertNoSidewaysScrolling();
        secretary.button("答复").click();
        assertThat(secretary.text("已答复，反映人凭查询码能看到。")).isVisible();
        Portal.follow(laterOn, code);
        laterOn.button("查阅、复制、更正或删除").click();
        assertThat(laterOn.heading("这一件里存着您的这些信息")).isVisible();
        assertThat(laterOn.page().locator(".gzw-stored")).containsText("没有保存");
        laterOn.assertAccessible();
        laterOn.assertNoSidewaysScrolling();
    }

    @Test
    void aCodeThatDoesNotExistSaysWhatToLookFor(Desks desks) {
        Desk resident = desks.resident();
        Portal.follow(resident, "ABCDE 23456");
        assertThat(resident.text("没有找到这个查询码。请检查是否把 0 看成了 O。").first()).isVisible();
        assertThat(resident.label("查询码")).hasAttribute("aria-invalid", "true");
        resident.assertAccessible();
    }

    @Test
    void whatIsMissingIsSaidBesideTheFieldAndOnTop(Desks desks) {
        Desk resident = desks.resident();
        resident.open("/portal/report");
        resident.button("提交").click();
        assertThat(resident.text("有 2 处要改，改好再提交：")).isVisible();
        assertThat(resident.button("请写下是什么事。")).isVisible();
        assertThat(resident.button("请选是哪个社区的事。")).isVisible();
        resident.assertAccessible();
    }

    @Test
    void theElderVersionIsLargerAndRemembered(Desks desks) {
        Desk elder = desks.resident();
        elder.open("/portal/");
        elder.button("大字版").click();
        assertThat(elder.button("标准版")).isVisible();
        elder.open("/portal/report");
        assertThat(elder.button("标准版")).isVisible();
        double size = ((Number) elder.page()
                        .evaluate("() => parseFloat(getComputedStyle(document.querySelector('#main')).fontSize)"))
                .doubleValue();
        assertThat(size).isGreaterThanOrEqualTo(20);
        double target = elder.button("提交").boundingBox().height;
        assertThat(target).isGreaterThanOrEqualTo(60);
        elder.assertNoSidewaysScrolling();
        String code = Portal.raise(elder, "楼道里的灯不亮了三天，晚上看不见台阶。");
        Portal.follow(elder, code);
        assertThat(elder.text("已经收到，等着受理")).isVisible();
        elder.button("查阅、复制、更正或删除").click();
        Portal.choice(elder, "改正写错的").click();
        elder.button("提交").click();
        assertThat(elder.label("说明")).hasAttribute("aria-invalid", "true");
        elder.assertAccessible();
        elder.assertNoSidewaysScrolling();
    }

    @Test
    void everythingIsThereInEnglishToo(Desks desks) {
        Desk visitor = desks.resident();
        visitor.open("/portal/");
        visitor.button("English").click();
        assertThat(visitor.heading("Something at your door? Tell your community"))
                .isVisible();
        assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
        visitor.link("Report something").click();
        assertThat(visitor.heading("Report something")).isVisible();
        visitor.assertAccessible();
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(new Color(180, 90, 40));
        pen.fillRect(0, 0, 320, 240);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
