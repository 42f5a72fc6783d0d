package org.gongzhi.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** One person's browser: finds things by what people read, and remembers every error its pages reported. */
final class Desk implements AutoCloseable {

    static final String PASSWORD = "gongzhi-demo";

    /** Slow machines share the clock with the browser; a journey fails on what is wrong, not on what is late. */
    private static final double PATIENCE_MS = 60_000;

    /** Without what passed: of a long list that is megabytes. Our pages have no frames, so axe needs no second page to gather what each frame found. */
    private static final AxeRunOptions FINDINGS_ONLY = new AxeRunOptions();

    static {
        FINDINGS_ONLY.setResultTypes(List.of("violations"));
    }

    /** Refusals are part of journeys; the browser notes each of them as an error of the network. */
    private static final Pattern REFUSAL =
            Pattern.compile("Failed to load resource: the server responded with a status of 4\\d\\d.*");

    private final BrowserContext context;
    private final String origin;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    Desk(BrowserContext context, String origin) {
        this.context = context;
        this.origin = origin;
        context.setDefaultTimeout(PATIENCE_MS);
        context.setDefaultNavigationTimeout(PATIENCE_MS * 2);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        page = context.newPage();
        page.onConsoleMessage(this::note);
        page.onPageError(error -> errors.add("error on " + page.url() + ": " + error));
    }

    private void note(ConsoleMessage message) {
        if (!message.type().equals("error") && !message.type().equals("warning")) {
            return;
        }
        boolean isRefusal = REFUSAL.matcher(message.text()).matches()
                && (message.location().contains("/api/") || message.location().contains("/public/"));
        if (!isRefusal) {
            errors.add(message.type() + " on " + page.url() + ": " + message.text() + " (" + message.location() + ")");
        }
    }

    Page page() {
        return page;
    }

    String path() {
        return page.url().substring(origin.length());
    }

    void open(String path) {
        page.navigate(path);
    }

    void signIn(String login) {
        open("/sign-in");
        fillSignIn(login);
        assertThat(heading("工作台").or(page.getByText("我的待办")).first()).isVisible();
    }

    void fillSignIn(String login) {
        page.getByLabel("账号", exactLabel()).fill(login);
        page.getByLabel("口令", exactLabel()).fill(PASSWORD);
        button("登录").click();
    }

    Locator button(String name) {
        return button(page.locator("body"), name);
    }

    static Locator button(Locator within, String name) {
        return within.getByRole(
                AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    Locator label(String name) {
        return page.getByLabel(name, exactLabel());
    }

    Locator text(String words) {
        return page.getByText(words);
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** Chooses in a list that opens on a click. */
    void choose(Locator combobox, String option) {
        combobox.click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .first()
                .click();
    }

    static void fill(Locator within, String label, String words) {
        within.getByLabel(label, new Locator.GetByLabelOptions().setExact(true)).fill(words);
    }

    /** Types words and presses Tab and Enter, in turn. */
    void keys(String... wordsAndKeys) {
        for (String each : wordsAndKeys) {
            if (each.equals("Tab") || each.equals("Enter")) {
                press(each);
            } else {
                page.keyboard().type(each);
            }
        }
    }

    void press(String key) {
        page.keyboard().press(key);
    }

    /** Goes on with Tab until the focus is there, as one does without a mouse. */
    void tabTo(Locator target) {
        assertThat(target).isVisible();
        for (int n = 0; n < 120; n++) {
            if ((Boolean) target.evaluate("node => node === document.activeElement")) {
                return;
            }
            press("Tab");
        }
        throw new AssertionError("not reached with Tab: " + target);
    }

    /** The address of the case on the screen, once it is there. */
    String casePath() {
        assertThat(page.locator(".gz-act")).isVisible();
        return path();
    }

    /** A radio or checkbox by its words within a part of the page. */
    static void tick(Locator within, String words) {
        within.getByLabel(words, new Locator.GetByLabelOptions().setExact(true)).check();
    }

    /** The list that opens on a click, by the name it has for screen readers. */
    Locator select(String name) {
        return page.locator(".gz-select")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.COMBOBOX,
                                new Page.GetByRoleOptions().setName(name).setExact(true))));
    }

    /** Until a page that was opened has read all it shows. */
    void settle() {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        assertThat(page.locator("h1").first()).isVisible();
        assertThat(page.locator(".gz-state--loading")).hasCount(0);
    }

    /** Does one verb on the case that is open: its button, what the dialog asks, and waits until the page shows what came of it. */
    void act(String button, String send, Consumer<Locator> fill) {
        begin(button, fill);
        page.waitForResponse(
                answer -> answer.request().method().equals("GET")
                        && answer.url().matches(".*/api/demands/[0-9a-f-]{36}")
                        && answer.ok(),
                () -> button(dialog(), send).click());
        assertThat(dialog()).hasCount(0);
        page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
    }

    void act(String button, String send) {
        act(button, send, _ -> {});
    }

    /** Opens the dialog of one verb and fills it, without sending. */
    void begin(String button, Consumer<Locator> fill) {
        Locator panel = page.locator(".gz-act");
        Locator direct = button(panel, button);
        assertThat(panel).isVisible();
        if (direct.count() == 0) {
            button(panel, "更多").click();
            page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(button))
                    .click();
        } else {
            direct.click();
        }
        assertThat(dialog()).isVisible();
        fill.accept(dialog());
    }

    /** No finding of axe at all, on the page as it stands now. */
    void assertAccessible() {
        var found = new AxeBuilder(page)
                .setLegacyMode(true)
                .options(FINDINGS_ONLY)
                .analyze()
                .getViolations();
        assertThat(found.stream()
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml() + " — " + node.getFailureSummary())
                                        .toList())
                        .toList())
                .as("findings of axe on %s", path())
                .isEmpty();
    }

    /** Nothing may hang over the edge: pages scroll down only. */
    void assertNoSidewaysScrolling() {
        assertThat((Boolean) page.evaluate(
                        "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("%s fits its width", path())
                .isTrue();
    }

    void assertQuiet() {
        assertThat(errors).as("what the browser's console reported").isEmpty();
    }

    void keepPicture(Path file) {
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }

    private static Page.GetByLabelOptions exactLabel() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    @Override
    public void close() {
        context.close();
    }
}
