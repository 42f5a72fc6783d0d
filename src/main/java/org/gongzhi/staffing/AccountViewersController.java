package org.gongzhi.staffing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.AccountLookup.Holder;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** 谁能看到这个账号: for the person themselves and for those who keep it. */
@RestController
class AccountViewersController {

    private final StaffQueries staff;
    private final StaffingPermissions permissions;
    private final AccountLookup accounts;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Answers answers;
    private final MessageSource messages;

    AccountViewersController(
            StaffQueries staff,
            StaffingPermissions permissions,
            AccountLookup accounts,
            RegionLookup regions,
            Transactions transactions,
            Answers answers,
            MessageSource messages) {
        this.staff = staff;
        this.permissions = permissions;
        this.accounts = accounts;
        this.regions = regions;
        this.transactions = transactions;
        this.answers = answers;
        this.messages = messages;
    }

    record AccountViewerGroup(String sentence, int count, List<String> names) {}

    record AccountViewers(List<AccountViewerGroup> items, List<String> notes) {}

    @GetMapping("/api/accounts/{id}/viewers")
    Answer<AccountViewers> viewers(@CurrentActor Actor actor, @PathVariable UUID id) {
        Outcome<RegionCode> home = transactions
                .read(actor, () -> staff.find(id))
                .<Outcome<StaffQueries.Person>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(StaffingRefusal.ACCOUNT_UNKNOWN))
                .unless(person -> id.equals(actor.accountId())
                        ? Outcome.done(person)
                        : permissions.mayLook(actor).then(_ -> permissions.within(actor, person.homeOrNation())))
                .map(StaffQueries.Person::homeOrNation);
        return answers.of(home.map(node -> of(transactions.asWorker("viewers", () -> accounts.holdersAbove(node)))));
    }

    private AccountViewers of(List<Holder> holders) {
        Map<String, List<Holder>> groups = holders.stream()
                .filter(holder -> holder.kind().isAdministrator())
                .collect(Collectors.groupingBy(
                        holder -> word(
                                holder.kind().code(), regions.get(holder.node()).name()),
                        TreeMap::new,
                        Collectors.toList()));
        var items = new ArrayList<AccountViewerGroup>();
        groups.forEach((sentence, able) -> items.add(new AccountViewerGroup(
                sentence,
                able.size(),
                able.stream().map(Holder::name).distinct().toList())));
        return new AccountViewers(List.copyOf(items), List.of(word("self"), word("colleagues"), word("password")));
    }

    private String word(String key, Object... facts) {
        return messages.getMessage("staffing.viewer." + key, facts, LocaleContextHolder.getLocale());
    }
}
