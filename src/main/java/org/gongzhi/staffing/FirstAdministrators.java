package org.gongzhi.staffing;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.AccountAccess;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An installation without any account gets its three administrators, each with a password made up on the spot: shown once on the console, in no log, and to be
 * changed at the first sign-in.
 */
@Component
class FirstAdministrators {

    private final Accounts accounts;
    private final Transactions transactions;
    private final Audit audit;
    private final PrintStream console;

    FirstAdministrators(Accounts accounts, Transactions transactions, Audit audit) {
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
        this.console = System.out;
    }

    record Administrator(String login, String name, DutyKind duty, String password) {}

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        Actor installer = Actor.worker("安装");
        if (!transactions.read(installer, accounts::isEmpty)) {
            return;
        }
        show(create(installer));
    }

    List<Administrator> create(Actor installer) {
        List<Administrator> three = List.of(
                new Administrator("xitong", "系统管理员", DutyKind.SYSTEM_ADMINISTRATOR, AccountAccess.oneTimePassword()),
                new Administrator("anquan", "安全管理员", DutyKind.SECURITY_ADMINISTRATOR, AccountAccess.oneTimePassword()),
                new Administrator("shenji", "审计管理员", DutyKind.AUDIT_ADMINISTRATOR, AccountAccess.oneTimePassword()));
        List<String> hashes =
                three.stream().map(each -> accounts.hash(each.password())).toList();
        transactions
                .write(installer, () -> {
                    for (int i = 0; i < three.size(); i++) {
                        Administrator each = three.get(i);
                        var id = accounts.create(each.login(), each.name(), hashes.get(i), true, false);
                        accounts.grantDuty(id, each.duty(), RegionCode.NATION);
                        audit.record(
                                installer,
                                "account.create",
                                "account",
                                id,
                                RegionCode.NATION,
                                null,
                                each.login(),
                                null);
                    }
                    return Outcome.done(three);
                })
                .orThrow();
        return three;
    }

    private void show(List<Administrator> administrators) {
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("已建立三个管理账号。口令只显示这一次，首次登录时须修改。");
        lines.add(
                "Three administrator accounts were made. Their passwords are shown this once and must be changed at the first sign-in.");
        administrators.forEach(each -> lines.add("  " + each.login() + "  " + each.password() + "  " + each.name()));
        lines.add("");
        lines.forEach(console::println);
    }
}
