package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Finding, keeping and taking along: the ledger, and the figures that open it. */
@JourneyTest
class LedgerJourney {

    @Test
    void whatIsFoundCanBeKeptAsAViewAndTakenAlong(Desks desks) throws IOException {
        String title = "地下室积水返潮有异味";
        Portal.raise(desks.resident(), title + "。");
        Desk officer = desks.signedIn("chenli");
        officer.open("/demands?view=all");
        officer.label("编号、原话、地址").fill("积水返潮");
        officer.button("查询").click();
        Locator rows = officer.page().locator(".ledger-title");
        assertThat(rows).hasCount(1);
        assertThat(rows).containsText(title);
        assertThat(officer.text("含“积水返潮”")).isVisible();
        officer.choose(officer.select("渠道"), "网上");
        assertThat(officer.text("渠道：网上")).isVisible();
        assertThat(rows).hasCount(1);

        officer.button("存为视图").click();
        officer.label("视图名称").fill("返潮");
        Desk.button(officer.dialog(), "保存").click();
        assertThat(officer.dialog()).hasCount(0);
        officer.open("/demands");
        officer.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^返潮")))
                .click();
        assertThat(rows).hasCount(1);
        assertThat(officer.text("含“积水返潮”")).isVisible();

        officer.button("导出…").click();
        officer.dialog().getByText("文本（CSV）").click();
        officer.button("开始导出").click();
        Locator result = officer.link("下载结果");
        assertThat(result).isVisible();
        Download download = officer.page().waitForDownload(result::click);
        List<String> lines = Files.readAllLines(download.path(), StandardCharsets.UTF_8);
        assertThat(lines).hasSize(2);
        assertThat(lines.getLast()).contains(title);
        officer.assertAccessible();
    }

    @Test
    void everyFigureOfTheCockpitOpensAsManyRecordsAsItSays(Desks desks) {
        // Nobody else works in this street, so its figures stand still.
        Desk neighbour = desks.signedIn("jd110105002");
        neighbour.open("/cockpit?period=months12");
        assertThat(neighbour.heading("朝外街道：在办").first()).isVisible();
        Locator links = neighbour
                .page()
                .locator("a.cockpit-figure__value, .cockpit-figure a, .gz-bars__value[href], .cockpit-also a");
        record Figure(String name, String address, int count) {}
        List<Figure> figures = new ArrayList<>();
        for (Locator link : links.all()) {
            var digits = Pattern.compile("^\\D*?([\\d,]+)件?$")
                    .matcher(link.textContent().strip());
            if (digits.matches()) {
                figures.add(new Figure(
                        link.getAttribute("aria-label") + " "
                                + link.textContent().strip(),
                        link.getAttribute("href"),
                        Integer.parseInt(digits.group(1).replace(",", ""))));
            }
        }
        List<Figure> chosen = figures.stream()
                .filter(figure -> figure.count() > 0)
                .distinct()
                .limit(14)
                .toList();
        assertThat(chosen).hasSizeGreaterThanOrEqualTo(8);
        for (Figure figure : chosen) {
            neighbour.open(figure.address());
            assertThat(neighbour.page().locator(".gz-tablefoot"))
                    .containsText(Pattern.compile("共 %d 件".formatted(figure.count())));
        }
    }
}
