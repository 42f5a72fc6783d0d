package org.gongzhi.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.federation.FederationPeople.DOOR;
import static org.gongzhi.federation.FederationPeople.PASSWORD;
import static org.gongzhi.federation.FederationPeople.address;
import static org.gongzhi.federation.FederationPeople.comeBack;
import static org.gongzhi.federation.FederationPeople.said;

import java.net.URI;
import java.util.Objects;
import javax.sql.DataSource;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.Authenticator;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.ProviderSite;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GongzhiTest
class EnterByProviderTests {

    private final FederationPeople people;
    private final int port;

    @AutoClose
    private final Browser desk;

    EnterByProviderTests(
            @Autowired Accounts accounts,
            @Autowired Transactions transactions,
            @Autowired DataSource database,
            @LocalServerPort int port) {
        this.people = new FederationPeople(accounts, transactions, database);
        this.port = port;
        this.desk = new Browser(port, "127.0.0.1");
    }

    @BeforeAll
    static void aProviderStandsElsewhere(@LocalServerPort int port) {
        ForeignProvider.openFor(port);
    }

    @Test
    void whoIsLinkedSignsInByTheProvidersWordAsByAPassword() {
        var clerk = linked("zhou.min");
        assertThat(desk.get(DOOR).body().path("isOffered").asBoolean()).isTrue();
        String address = address(desk);
        assertThat(address)
                .startsWith(ProviderSite.ISSUER + "/oauth2/authorize")
                .contains("code_challenge_method=S256", "nonce=", "state=", "scope=openid")
                .doesNotContain(ProviderSite.SECRET);
        String before = desk.cookie("gongzhi-session").orElseThrow();
        String csrf = desk.cookie("XSRF-TOKEN").orElseThrow();
        URI back = ForeignProvider.visit(address, "zhou.min");
        assertThat(desk.get("/api/session").status()).as("not in yet").isEqualTo(401);

        Browser.Answer in = comeBack(desk, back);

        assertThat(in.status()).as(in.body().toString()).isEqualTo(200);
        assertThat(desk.cookie("gongzhi-session").orElseThrow())
                .as("a session of its own")
                .isNotEqualTo(before);
        assertThat(desk.cookie("XSRF-TOKEN").orElseThrow()).isNotEqualTo(csrf);
        JsonNode session = desk.get("/api/session").body();
        assertThat(session.at("/account/login").asString()).isEqualTo(clerk.login());
        assertThat(session.at("/idleMinutes").asInt()).isEqualTo(30);
        assertThat(desk.get("/api/account/sessions").body().at("/items").size()).isPositive();
        assertThat(people.audited(clerk, "session.open-by-provider")).isEqualTo(1);
        assertThat(comeBack(desk, back).code()).as("a code is good once").isEqualTo("federation.not-begun-here");
        assertThat(desk.delete("/api/session").status()).isEqualTo(204);
        assertThat(desk.get("/api/session").status()).isEqualTo(401);
        assertThat(people.audited(clerk, "session.close")).isEqualTo(1);
    }

    @Test
    void whomNobodyLinkedIsTurnedAwayAndNoAccountIsMade() {
        var clerk = people.clerk();
        Browser.Answer answer = comeBack(desk, ForeignProvider.visit(address(desk), clerk.login()));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).as("the same name opens nothing").isEqualTo("federation.subject-unknown");
        assertThat(answer.body().path("detail").asString()).contains("关联");
        assertThat(desk.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void aClosedAccountStaysClosed() {
        var clerk = linked("li.gui");
        people.disable(clerk);
        Browser.Answer answer = comeBack(desk, ForeignProvider.visit(address(desk), "li.gui"));
        assertThat(answer.code()).isEqualTo("identity.account-disabled");
    }

    @Test
    void whatWasNotBegunHereOpensNothing() {
        var clerk = linked("wang.wei");
        URI back = ForeignProvider.visit(address(desk), "wang.wei");
        try (var victim = new Browser(port, "127.0.0.1")) {
            assertThat(comeBack(victim, back).code()).isIn("identity.page-too-old", "federation.not-begun-here");
            String begun = address(victim);
            assertThat(comeBack(victim, back).code()).as("another's state").isEqualTo("federation.not-begun-here");
            String own = said(URI.create(begun)).get("state");
            Browser.Answer injected = victim.put(
                    DOOR, "{\"state\":\"" + own + "\",\"code\":\"" + said(back).get("code") + "\"}");
            assertThat(injected.code())
                    .as("another's code, which only its own verifier redeems")
                    .isEqualTo("federation.not-vouched-for");
            assertThat(victim.get("/api/session").status()).isEqualTo(401);
        }
        assertThat(people.audited(clerk, "session.open-by-provider")).isZero();
    }

    @Test
    void theProvidersWordIsForThisSignInAlone() {
        linked("sun.li");
        String address = address(desk);
        String nonce = Objects.requireNonNull(said(URI.create(address)).get("nonce"));
        URI back = ForeignProvider.visit(address.replace(nonce, nonce.substring(1) + "A"), "sun.li");
        assertThat(comeBack(desk, back).code()).isEqualTo("federation.not-vouched-for");
        assertThat(desk.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void theSecondFactorIsAskedForAllTheSame() {
        var clerk = people.clerk();
        FederationPeople.link(desk, clerk, "zhao.lei");
        JsonNode shown = desk.post("/api/account/second-factor", "{}").body();
        var telephone = new Authenticator(shown.path("secret").asString());
        desk.put("/api/account/second-factor", "{\"code\":\"" + telephone.code() + "\"}");
        desk.delete("/api/session");

        URI back = ForeignProvider.visit(address(desk), "zhao.lei");
        Browser.Answer asked = comeBack(desk, back);
        assertThat(asked.status()).isEqualTo(401);
        assertThat(asked.code()).isEqualTo("identity.second-factor-needed");
        assertThat(desk.get("/api/session").status()).as("not in yet").isEqualTo(401);
        assertThat(comeBack(desk, back, "000000").code()).isEqualTo("identity.second-factor-wrong");
        assertThat(comeBack(desk, back, telephone.code(1)).status()).isEqualTo(200);
        assertThat(desk.get("/api/session").body().at("/account/login").asString())
                .isEqualTo(clerk.login());
    }

    @Test
    void whoIsLockedOutHereIsNotLetInFromThere() {
        var clerk = linked("qian.jun");
        for (int i = 0; i < 5; i++) {
            desk.signIn(clerk.login(), "not this one " + i);
        }
        assertThat(desk.signIn(clerk.login(), PASSWORD).code()).isEqualTo("identity.sign-in-locked");
        assertThat(comeBack(desk, ForeignProvider.visit(address(desk), "qian.jun"))
                        .code())
                .isEqualTo("identity.sign-in-locked");
    }

    private FederationPeople.Somebody linked(String name) {
        var clerk = people.clerk();
        try (var own = new Browser(port, "127.0.0.1")) {
            Browser.Answer answer = FederationPeople.link(own, clerk, name);
            assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        }
        return clerk;
    }
}
