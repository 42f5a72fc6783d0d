package org.gongzhi.staffing;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gongzhi.audit.Audit;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** A new account, kept by a node of the territory. Nobody can enter it before it is given a one-time password. */
@Component
class OpenAccount {

    static final int LONGEST_NAME = 40;

    private static final Pattern LOGIN = Pattern.compile("[a-z][a-z0-9._-]{1,31}");

    private final StaffingPermissions permissions;
    private final Accounts accounts;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;

    OpenAccount(
            StaffingPermissions permissions,
            Accounts accounts,
            RegionLookup regions,
            Transactions transactions,
            Audit audit) {
        this.permissions = permissions;
        this.accounts = accounts;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
    }

    record Opened(UUID id) {}

    Outcome<Opened> open(Actor actor, String typedLogin, String typedName, RegionCode home) {
        String login = typedLogin.strip().toLowerCase(Locale.ROOT);
        return transactions.write(
                actor,
                () -> permissions
                        .mayKeepPeople(actor)
                        .then(_ -> regions.find(home).isPresent()
                                ? permissions.within(actor, home)
                                : Outcome.invalid("homeCode", StaffingRefusal.REGION_UNKNOWN))
                        .then(_ -> name(typedName))
                        .then(name -> {
                            if (!isLogin(login)) {
                                return Outcome.invalid("login", StaffingRefusal.LOGIN_MALFORMED);
                            }
                            return accounts.open(login, name, home)
                                    .<Outcome<Opened>>map(id -> {
                                        audit.record(
                                                actor,
                                                "account.create",
                                                "account",
                                                id,
                                                home,
                                                null,
                                                Map.of("login", login, "name", name),
                                                null);
                                        return Outcome.done(new Opened(id));
                                    })
                                    .orElseGet(() -> Outcome.invalid("login", StaffingRefusal.LOGIN_TAKEN, login));
                        }));
    }

    static boolean isLogin(String login) {
        return LOGIN.matcher(login).matches();
    }

    static Outcome<String> name(String typed) {
        String name = Words.tidy(typed).replace("\n", " ");
        return name.isEmpty() || name.length() > LONGEST_NAME
                ? Outcome.invalid("name", StaffingRefusal.NAME_MISSING, LONGEST_NAME)
                : Outcome.done(name);
    }
}
