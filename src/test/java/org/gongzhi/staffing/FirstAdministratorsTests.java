package org.gongzhi.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javax.sql.DataSource;
import org.gongzhi.identity.AccountAccess;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GongzhiTest
class FirstAdministratorsTests {

    /** The application under test started on an empty database. */
    @Test
    void anEmptyInstallationGetsItsThreeAdministratorsWhoMustChangeTheirPasswords(
            @Autowired Transactions transactions, @Autowired DataSource database) {
        List<String> found = transactions.asWorker(
                AccountAccess.WORKER, () -> new Sql(database).of("""
                        select a.login || ' ' || d.kind as held from account a join duty d on d.account_id = a.id join account_secret s on s.account_id = a.id
                         where d.region_code = 0 and s.must_change and a.login in ('xitong', 'anquan', 'shenji') order by a.login""").list(row -> row.text("held")));
        assertThat(found)
                .containsExactly(
                        "anquan security_administrator", "shenji audit_administrator", "xitong system_administrator");
    }

    @Test
    void aSecondStartMakesNoOthers(
            @Autowired FirstAdministrators administrators,
            @Autowired Transactions transactions,
            @Autowired DataSource database) {
        administrators.atStart();
        assertThat(transactions.read(
                        Actor.worker("test"),
                        () -> new Sql(database)
                                .of("select id from account where login = 'xitong'")
                                .list(row -> row.id("id"))))
                .hasSize(1);
    }
}
