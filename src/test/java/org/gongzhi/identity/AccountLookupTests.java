package org.gongzhi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.GUANGHUALI;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.NATION;
import static org.gongzhi.support.RegionFixtures.YONGANLI;
import static org.gongzhi.support.RegionFixtures.YONGANLI_GRID_1;

import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GongzhiTest
class AccountLookupTests {

    private final Accounts accounts;
    private final AccountLookup lookup;
    private final Standings standings;
    private final Transactions transactions;
    private final IdentityFixtures people;

    AccountLookupTests(
            @Autowired Accounts accounts,
            @Autowired AccountLookup lookup,
            @Autowired Standings standings,
            @Autowired Transactions transactions,
            @Autowired DataSource dataSource) {
        this.accounts = accounts;
        this.lookup = lookup;
        this.standings = standings;
        this.transactions = transactions;
        this.people = new IdentityFixtures(accounts, transactions, dataSource);
    }

    private Actor actor(IdentityFixtures.Someone someone) {
        return lookup.actorFor(someone.id(), someone.duty()).orElseThrow();
    }

    @Test
    void aScopeIsTheSubtreeOfTheDutyAndEndsBeforeTheNeighbour() {
        Scope scope =
                actor(people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK)).scope();
        assertThat(scope.holds(YONGANLI)).isTrue();
        assertThat(scope.holds(YONGANLI_GRID_1)).isTrue();
        assertThat(scope.holds(GUANGHUALI)).isFalse();
        assertThat(scope.holds(JIANWAI)).isFalse();

        Scope district =
                actor(people.someoneAt(CHAOYANG, DutyKind.DISTRICT_OFFICER)).scope();
        assertThat(district.holds(YONGANLI_GRID_1)).isTrue();
        assertThat(district.holds(FENGTAI)).isFalse();
    }

    @Test
    void aDutyForADepartmentOrSomeKindsIsNarrowedToThem() {
        UUID department =
                people.asLoader(() -> accounts.addDepartment(CHAOYANG, "某热力公司" + UUID.randomUUID(), "service"));
        var handler = people.someoneAt(YONGANLI, DutyKind.OBSERVER);
        UUID duty = people.asLoader(
                () -> accounts.grantDuty(handler.id(), DutyKind.DEPARTMENT_HANDLER, CHAOYANG, department, null));
        UUID line = people.asLoader(
                () -> accounts.grantDuty(handler.id(), DutyKind.STREET_OFFICER, JIANWAI, null, List.of("heating")));

        assertThat(lookup.actorFor(handler.id(), duty).orElseThrow().scope().department())
                .isEqualTo(department);
        assertThat(lookup.actorFor(handler.id(), line).orElseThrow().scope().kinds())
                .containsExactly("heating");
    }

    @Test
    void administratorsSeeNothingOfTheWorkDoneInTheHouse() {
        for (DutyKind kind : DutyKind.values()) {
            if (kind.isAdministrator()) {
                assertThat(actor(people.someoneAt(NATION, kind)).scope()).isEqualTo(Scope.NOTHING);
            }
        }
    }

    @Test
    void nobodyActsUnderADutyThatEndedOrIsAnothers() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        var other = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        assertThat(lookup.actorFor(clerk.id(), other.duty())).isEmpty();
        people.endDuty(clerk.duty());
        assertThat(lookup.actorFor(clerk.id(), clerk.duty())).isEmpty();
        people.disable(other);
        assertThat(lookup.actorFor(other.id(), other.duty())).isEmpty();
    }

    @Test
    void aWorkerInsideItsTransactionFindsTheActorOfAJob() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        assertThat(transactions.asWorker("job", () -> lookup.actorFor(clerk.id(), clerk.duty())))
                .isPresent();
    }

    @Test
    void whatAnAccountMayDoIsReadAgainAfterAMoment() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        assertThat(standings.of(clerk.id(), clerk.duty())).isPresent();
        people.disable(clerk);
        assertThat(standings.of(clerk.id(), clerk.duty()))
                .as("believed for the moment")
                .isPresent();
        standings.forget(clerk.id());
        assertThat(standings.of(clerk.id(), clerk.duty())).isEmpty();
    }

    @Test
    void colleaguesAreThoseAtTheNodeWhoCanBeGivenWork() {
        var secretary = people.someoneAt(GUANGHUALI, DutyKind.COMMUNITY_SECRETARY);
        var clerk = people.someoneAt(GUANGHUALI, DutyKind.COMMUNITY_CLERK);
        var gone = people.someoneAt(GUANGHUALI, DutyKind.COMMUNITY_CLERK);
        people.disable(gone);
        var observer = people.someoneAt(GUANGHUALI, DutyKind.OBSERVER);
        var neighbour = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);

        List<UUID> found = transactions.read(actor(secretary), () -> lookup.colleaguesAt(GUANGHUALI)).stream()
                .map(AccountLookup.Colleague::accountId)
                .toList();
        assertThat(found).contains(secretary.id(), clerk.id()).doesNotContain(gone.id(), observer.id(), neighbour.id());
        assertThat(transactions.read(actor(neighbour), () -> lookup.colleaguesAt(GUANGHUALI)))
                .as("row-level security hides the neighbour's people")
                .isEmpty();
    }

    @Test
    void workIsGivenToDepartmentsOfTheNodeAndAboveUpToTheDistrict() {
        String unique = UUID.randomUUID().toString();
        UUID district = people.asLoader(() -> accounts.addDepartment(CHAOYANG, "区热力 " + unique, "service"));
        UUID street = people.asLoader(() -> accounts.addDepartment(JIANWAI, "城市管理科 " + unique, "office"));
        UUID other = people.asLoader(() -> accounts.addDepartment(FENGTAI, "区热力 " + unique, "service"));
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);

        List<UUID> found = transactions.read(actor(clerk), () -> lookup.departmentsFor(YONGANLI_GRID_1)).stream()
                .filter(department -> department.name().endsWith(unique))
                .map(AccountLookup.Department::id)
                .toList();
        assertThat(found).containsExactly(street, district);
        assertThat(transactions.read(actor(clerk), () -> lookup.department(other)))
                .hasValueSatisfying(department -> assertThat(department.node()).isEqualTo(FENGTAI));
        assertThat(transactions.read(actor(clerk), () -> lookup.name(clerk.id())))
                .isPresent();
    }

    @Test
    void aSecretIsSeenByItsOwnerOnly(@Autowired Secrets secrets) {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        var leader = people.someoneAt(CHAOYANG, DutyKind.DISTRICT_LEADER);
        assertThat(transactions.read(actor(clerk), () -> secrets.hashOf(clerk.id())))
                .isPresent();
        assertThat(transactions.read(actor(leader), () -> secrets.hashOf(clerk.id())))
                .isEmpty();
        assertThat(transactions.read(Actor.worker("anyone"), () -> secrets.hashOf(clerk.id())))
                .isEmpty();
    }

    @Test
    void manyNewcomersMadeAtOnceStandLikeAnyOther() {
        UUID clerk = org.gongzhi.kernel.Ids.next();
        UUID handler = org.gongzhi.kernel.Ids.next();
        transactions
                .write(Actor.worker("test"), () -> {
                    UUID office = accounts.addDepartment(JIANWAI, "新设办公室", "office");
                    accounts.createAll(
                            List.of(
                                    new Accounts.Newcomer(
                                            clerk, "newclerk", "新来的", DutyKind.COMMUNITY_CLERK, YONGANLI, null),
                                    new Accounts.Newcomer(
                                            handler,
                                            "newhandler",
                                            "新承办",
                                            DutyKind.DEPARTMENT_HANDLER,
                                            JIANWAI,
                                            office)),
                            accounts.hash("gongzhi-demo"),
                            false,
                            true);
                    return org.gongzhi.kernel.Outcome.done(true);
                })
                .orThrow();

        Standing standing = standings.of(clerk, null).orElseThrow();
        assertThat(standing.account().name()).isEqualTo("新来的");
        assertThat(standings.dutiesOf(clerk)).singleElement().satisfies(duty -> {
            assertThat(duty.kind()).isEqualTo(DutyKind.COMMUNITY_CLERK);
            assertThat(duty.region()).isEqualTo(YONGANLI);
        });
        assertThat(standings.dutiesOf(handler))
                .singleElement()
                .satisfies(duty -> assertThat(duty.departmentName()).isEqualTo("新设办公室"));
    }
}
