package org.gongzhi.demand;

import java.util.List;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.privacy.Contacts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the reporter's contact for a purpose, which stays on record and which the reporter can read. */
@Component
class LookAtContact {

    private final Transactions transactions;
    private final DemandChanges changes;
    private final DemandPermissions permissions;
    private final Contacts contacts;

    LookAtContact(Transactions transactions, DemandChanges changes, DemandPermissions permissions, Contacts contacts) {
        this.transactions = transactions;
        this.changes = changes;
        this.permissions = permissions;
        this.contacts = contacts;
    }

    Outcome<Contacts.Plain> look(Actor actor, DemandId id, String purpose, @Nullable String words) {
        return transactions.write(
                actor,
                () -> changes.found(id)
                        .then(demand -> permissions.mayLookAtContact(actor, demand))
                        .then(demand -> demand.origin().contactId() == null
                                ? Outcome.refused(DemandRefusal.NO_CONTACT)
                                : contacts.reveal(
                                        actor,
                                        demand.origin().contactId(),
                                        demand.origin().region(),
                                        purpose,
                                        words)));
    }

    Outcome<List<Contacts.Look>> looks(Actor actor, DemandId id) {
        return transactions.read(
                actor,
                () -> changes.found(id)
                        .map(demand -> demand.origin().contactId() == null
                                ? List.of()
                                : contacts.looks(demand.origin().contactId())));
    }
}
