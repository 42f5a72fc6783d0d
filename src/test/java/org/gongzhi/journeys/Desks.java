package org.gongzhi.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everybody who takes part in one journey, each with a browser profile of their own. */
final class Desks implements AutoCloseable {

    static final int PHONE = 390;
    static final int OFFICE = 1440;

    private final Browser browser;
    private final String origin;
    private final List<Desk> open = new ArrayList<>();

    Desks(Browser browser, String origin) {
        this.browser = browser;
        this.origin = origin;
    }

    /** A resident with a phone and no account. */
    Desk resident() {
        return open(PHONE, 844);
    }

    /** Somebody of the staff at a desk, not signed in yet. */
    Desk office() {
        return open(OFFICE, 900);
    }

    /** Somebody of the staff, signed in and looking at the workbench. */
    Desk signedIn(String login) {
        Desk desk = office();
        desk.signIn(login);
        return desk;
    }

    private Desk open(int width, int height) {
        Desk desk = new Desk(
                browser.newContext(new Browser.NewContextOptions()
                        .setBaseURL(origin)
                        .setViewportSize(width, height)
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setAcceptDownloads(true)
                        .setReducedMotion(ReducedMotion.REDUCE)),
                origin);
        open.add(desk);
        return desk;
    }

    void assertQuiet() {
        open.forEach(Desk::assertQuiet);
    }

    /** What stood on the screens when a journey failed, in target/journeys. */
    void keepPictures(String journey) {
        for (int n = 0; n < open.size(); n++) {
            open.get(n).keepPicture(Path.of("target/journeys", journey + "-" + (n + 1) + ".png"));
        }
    }

    @Override
    public void close() {
        open.forEach(Desk::close);
    }
}
