package org.gongzhi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.identity.IdentityFixtures.PASSWORD;
import static org.gongzhi.support.RegionFixtures.YONGANLI;

import javax.sql.DataSource;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GongzhiTest
class EndSessionsTests {

    private final IdentityFixtures people;

    @AutoClose
    private final Browser desk;

    @AutoClose
    private final Browser phone;

    EndSessionsTests(
            @Autowired Accounts accounts,
            @Autowired Transactions transactions,
            @Autowired DataSource dataSource,
            @LocalServerPort int port) {
        this.people = new IdentityFixtures(accounts, transactions, dataSource);
        this.desk = new Browser(port, "127.0.0.1");
        this.phone = new Browser(port, "127.0.0.4");
    }

    @Test
    void oneSeesWhereOneIsSignedInAndCanEndTheOthers() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        phone.signIn(clerk.login(), PASSWORD, "User-Agent", "Phone");
        desk.signIn(clerk.login(), PASSWORD, "User-Agent", "Desk");

        var list = desk.get("/api/account/sessions").body().at("/items");
        assertThat(list.size()).isEqualTo(2);
        assertThat(list.at("/0/browser").asString()).isEqualTo("Desk");
        assertThat(list.at("/0/isCurrent").asBoolean()).isTrue();
        assertThat(list.at("/1/address").asString()).isEqualTo("127.0.0.4");
        assertThat(list.toString())
                .doesNotContain(desk.cookie("gongzhi-session").orElseThrow());

        assertThat(desk.delete("/api/account/sessions").body().at("/ended").asInt())
                .isEqualTo(1);
        assertThat(phone.get("/api/session").status()).isEqualTo(401);
        assertThat(desk.get("/api/session").status()).isEqualTo(200);
        assertThat(people.audited(clerk, "session.end")).isEqualTo(1);
    }

    @Test
    void oneSessionCanBeEndedByItself() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        phone.signIn(clerk.login(), PASSWORD);
        desk.signIn(clerk.login(), PASSWORD);
        String other =
                desk.get("/api/account/sessions").body().at("/items/1/id").asString();
        assertThat(desk.delete("/api/account/sessions/" + other).status()).isEqualTo(200);
        assertThat(phone.get("/api/session").status()).isEqualTo(401);
        assertThat(desk.delete("/api/account/sessions/" + other).code()).isEqualTo("identity.session-unknown");
    }

    @Test
    void nobodyEndsSomeoneElsesSession() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        var other = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        phone.signIn(other.login(), PASSWORD);
        String theirs =
                phone.get("/api/account/sessions").body().at("/items/0/id").asString();
        desk.signIn(clerk.login(), PASSWORD);
        assertThat(desk.delete("/api/account/sessions/" + theirs).status()).isEqualTo(404);
        assertThat(phone.get("/api/session").status()).isEqualTo(200);
    }
}
