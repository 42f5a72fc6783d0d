package org.gongzhi.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.federation.FederationPeople.OWN;

import javax.sql.DataSource;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GongzhiTest
class LinkSubjectTests {

    private final FederationPeople people;
    private final int port;

    @AutoClose
    private final Browser desk;

    LinkSubjectTests(
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
    void whoeverIsInLinksWithTheirPasswordAndUnlinksAgain() {
        var clerk = people.clerk();
        desk.signIn(clerk.login(), FederationPeople.PASSWORD);
        assertThat(desk.get(OWN).body().has("since")).isFalse();
        Browser.Answer wrong = desk.post(OWN, "{\"current\":\"not this one\"}");
        assertThat(wrong.code()).isEqualTo("identity.password-current-wrong");
        Browser.Answer linked = FederationPeople.link(desk, clerk, "he.lin");
        assertThat(linked.body().path("isLinked").asBoolean()).isTrue();
        assertThat(desk.get(OWN).body().has("since")).isTrue();
        assertThat(FederationPeople.link(desk, clerk, "he.lin2").code()).isEqualTo("federation.linked-already");
        assertThat(desk.delete(OWN).status()).isEqualTo(200);
        assertThat(desk.delete(OWN).code()).isEqualTo("federation.not-linked");
        assertThat(people.audited(clerk, "account.link")).isEqualTo(1);
        assertThat(people.audited(clerk, "account.unlink")).isEqualTo(1);
    }

    @Test
    void onePersonOfTheProviderIsOnePersonHere() {
        FederationPeople.link(desk, people.clerk(), "xu.jing");
        try (var other = new Browser(port, "127.0.0.1")) {
            assertThat(FederationPeople.link(other, people.clerk(), "xu.jing").code())
                    .isEqualTo("federation.linked-to-another");
            assertThat(other.get(OWN).body().has("since")).isFalse();
        }
    }

    @Test
    void whoSignedOutMeanwhileLinksNothing() {
        var clerk = people.clerk();
        desk.signIn(clerk.login(), FederationPeople.PASSWORD);
        String address = desk.post(OWN, "{\"current\":\"" + FederationPeople.PASSWORD + "\"}")
                .body()
                .path("address")
                .asString();
        desk.delete("/api/session");
        assertThat(FederationPeople.comeBack(desk, ForeignProvider.visit(address, "ma.chao"))
                        .code())
                .isEqualTo("federation.not-begun-here");
    }
}
