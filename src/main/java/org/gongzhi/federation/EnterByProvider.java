package org.gongzhi.federation;

import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Transactions;
import org.springframework.stereotype.Component;

/** Whose account is opened by the provider's word: the one that was linked, and nobody's otherwise. No account is ever made here, and none is guessed from an address. */
@Component
class EnterByProvider {

    private final IdentityProvider provider;
    private final AccountSubjects subjects;
    private final Transactions transactions;
    private final Audit audit;

    EnterByProvider(IdentityProvider provider, AccountSubjects subjects, Transactions transactions, Audit audit) {
        this.provider = provider;
        this.subjects = subjects;
        this.transactions = transactions;
        this.audit = audit;
    }

    Outcome<UUID> accountOf(Journey journey, String code, String address) {
        return provider.subjectOf(journey, code)
                .then(subject -> transactions
                        .asWorker(AccountSubjects.WORKER, () -> subjects.accountOf(provider.issuer(), subject))
                        .<Outcome<UUID>>map(Outcome::done)
                        .orElseGet(() -> unknown(address)));
    }

    /** Whom the provider vouches for is not written down: nobody here knows them. */
    private Outcome<UUID> unknown(String address) {
        var stranger =
                new Actor(null, "未知账号", DutyKind.WORKER, null, RegionCode.NATION, 0, "", null, Scope.NOTHING, address);
        transactions.write(stranger, () -> {
            audit.record(stranger, "session.refuse-vouched", "account", null, RegionCode.NATION, null, null, null);
            return Outcome.done(true);
        });
        return Outcome.refused(FederationRefusal.SUBJECT_UNKNOWN);
    }
}
