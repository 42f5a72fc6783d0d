package org.gongzhi.identity;

import java.util.Map;
import java.util.Set;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/** The language the pages greet a person in. */
@Component
class ChooseLocale {

    private static final Set<String> SPOKEN = Set.of("zh-CN", "en");

    private final Secrets secrets;
    private final Standings standings;
    private final Transactions transactions;
    private final Audit audit;

    ChooseLocale(Secrets secrets, Standings standings, Transactions transactions, Audit audit) {
        this.secrets = secrets;
        this.standings = standings;
        this.transactions = transactions;
        this.audit = audit;
    }

    record Chosen(String locale) {}

    Outcome<Chosen> choose(Actor actor, String locale) {
        if (!SPOKEN.contains(locale)) {
            return Outcome.invalid("locale", IdentityRefusal.LOCALE_UNKNOWN, locale);
        }
        Outcome<Chosen> outcome = transactions.write(actor, () -> {
            secrets.speak(actor.account(), locale);
            audit.record(
                    actor,
                    "account.locale",
                    "account",
                    actor.account(),
                    actor.node(),
                    null,
                    Map.of("locale", locale),
                    null);
            return Outcome.done(new Chosen(locale));
        });
        standings.forget(actor.account());
        return outcome;
    }
}
