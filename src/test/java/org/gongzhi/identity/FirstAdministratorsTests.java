package org.gongzhi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GongzhiTest
class FirstAdministratorsTests {

    /** The application under test started on an empty database. */
    @Test
    void anEmptyInstallationGetsItsThreeAdministrators(
            @Autowired Secrets secrets, @Autowired Transactions transactions) {
        for (String login : new String[] {"xitong", "anquan", "shenji"}) {
            assertThat(transactions.read(Actor.worker("test"), () -> secrets.find(login)))
                    .isPresent();
        }
    }

    @Test
    void aSecondStartMakesNoOthers(
            @Autowired FirstAdministrators administrators,
            @Autowired Transactions transactions,
            @Autowired Secrets secrets) {
        administrators.atStart();
        assertThat(transactions.read(Actor.worker("test"), secrets::isEmpty)).isFalse();
    }
}
