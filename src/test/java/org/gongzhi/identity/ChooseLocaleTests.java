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
class ChooseLocaleTests {

    private final IdentityFixtures people;

    @AutoClose
    private final Browser desk;

    ChooseLocaleTests(
            @Autowired Accounts accounts,
            @Autowired Transactions transactions,
            @Autowired DataSource dataSource,
            @LocalServerPort int port) {
        this.people = new IdentityFixtures(accounts, transactions, dataSource);
        this.desk = new Browser(port, "127.0.0.1");
    }

    @Test
    void theChosenLanguageIsRemembered() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        assertThat(desk.signIn(clerk.login(), PASSWORD).body().at("/locale").asString())
                .isEqualTo("zh-CN");
        assertThat(desk.put("/api/account/locale", "{\"locale\":\"en\"}").status())
                .isEqualTo(200);
        assertThat(desk.get("/api/session").body().at("/locale").asString()).isEqualTo("en");
    }

    @Test
    void aLanguageThatIsNotSpokenIsRefused() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        desk.signIn(clerk.login(), PASSWORD);
        assertThat(desk.put("/api/account/locale", "{\"locale\":\"fr\"}").code())
                .isEqualTo("identity.locale-unknown");
    }

    @Test
    void whatIsShownFollowsTheLanguageOfTheRequest() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        desk.signIn(clerk.login(), PASSWORD);
        assertThat(desk.get("/api/session", "Accept-Language", "en")
                        .body()
                        .at("/duties/0/kindName")
                        .asString())
                .isEqualTo("Community worker");
        assertThat(desk.get("/api/session").body().at("/duties/0/kindName").asString())
                .isEqualTo("社区工作者");
    }
}
