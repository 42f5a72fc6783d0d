package org.gongzhi.federation;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.Browser;
import org.gongzhi.support.QuickPassword;
import org.gongzhi.support.RegionFixtures;

/** People with an account here and one at the provider, new in every test, and their way there and back. */
final class FederationPeople {

    static final String PASSWORD = "huaishu-kaihua-2026";
    static final String DOOR = "/api/session/provider";
    static final String OWN = "/api/account/provider";

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static String hash = "";

    private final Accounts accounts;
    private final Transactions transactions;
    private final Sql sql;

    FederationPeople(Accounts accounts, Transactions transactions, DataSource database) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.sql = new Sql(database);
        RegionFixtures.plant(database);
    }

    record Somebody(UUID id, String login) {}

    Somebody clerk() {
        String login = "linked" + NUMBERS.incrementAndGet() + "x"
                + ProcessHandle.current().pid();
        return transactions
                .write(Actor.worker("test"), () -> {
                    UUID id = accounts.create(login, "统一" + login, hash(), false, false);
                    accounts.grantDuty(id, DutyKind.COMMUNITY_CLERK, RegionFixtures.YONGANLI);
                    return Outcome.done(new Somebody(id, login));
                })
                .orThrow();
    }

    void disable(Somebody somebody) {
        transactions
                .write(Actor.worker("test"), () -> {
                    accounts.setActive(somebody.id(), false);
                    return Outcome.done(true);
                })
                .orThrow();
    }

    int audited(Somebody somebody, String action) {
        return transactions.read(
                Actor.worker("test"),
                () -> sql.of("select count(*) as n from audit_entry where subject_id = :id and action = :action")
                        .bind("id", somebody.id())
                        .bind("action", action)
                        .one(row -> row.whole("n")));
    }

    /** Where a browser that wants to sign in is sent. */
    static String address(Browser browser) {
        browser.get("/api/session");
        Browser.Answer way = browser.post(DOOR, "{}");
        if (way.status() != 200) {
            throw new IllegalStateException(way.body().toString());
        }
        return way.body().path("address").asString();
    }

    static Browser.Answer comeBack(Browser browser, URI back) {
        return comeBack(browser, back, "");
    }

    static Browser.Answer comeBack(Browser browser, URI back, String factor) {
        Map<String, String> said = said(back);
        return browser.put(
                DOOR,
                "{\"state\":\"" + said.get("state") + "\",\"code\":\"" + said.get("code") + "\""
                        + (factor.isEmpty() ? "" : ",\"factor\":\"" + factor + "\"") + "}");
    }

    static Map<String, String> said(URI back) {
        return Arrays.stream(back.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> java.net.URLDecoder.decode(pair[1], java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** Signs in here with the password, there with the name, and back. */
    static Browser.Answer link(Browser browser, Somebody somebody, String name) {
        browser.signIn(somebody.login(), PASSWORD);
        String address = browser.post(OWN, "{\"current\":\"" + PASSWORD + "\"}")
                .body()
                .path("address")
                .asString();
        return comeBack(browser, ForeignProvider.visit(address, name));
    }

    private String hash() {
        synchronized (NUMBERS) {
            if (hash.isEmpty()) {
                hash = QuickPassword.hash(PASSWORD);
            }
            return hash;
        }
    }
}
