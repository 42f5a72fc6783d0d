package org.gongzhi.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.KANGPING;
import static org.gongzhi.support.RegionFixtures.XUHUI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;
import static org.gongzhi.support.RegionFixtures.YOUANMEN;
import static org.gongzhi.support.RegionFixtures.YULIN;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.factor.FactorDemands;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GongzhiTest
class NameDeputyTests {

    private final DeputyPeople people;
    private final NameDeputy nameDeputy;
    private final FactorDemands demands;
    private final Clock clock;
    private final LocalDate today;

    @AutoClose
    private final Browser desk;

    NameDeputyTests(
            @Autowired Accounts accounts,
            @Autowired AccountLookup lookup,
            @Autowired Transactions transactions,
            @Autowired DataSource database,
            @Autowired NameDeputy nameDeputy,
            @Autowired FactorDemands demands,
            @Autowired Clock clock,
            @LocalServerPort int port) {
        this.people = new DeputyPeople(accounts, lookup, transactions, database);
        this.nameDeputy = nameDeputy;
        this.demands = demands;
        this.clock = clock;
        this.today = Time.today(clock);
        this.desk = new Browser(port, "127.0.0.1");
    }

    @Test
    void aDeputyHasTheDutyAsOneMoreAndWhatTheyDoIsToldAsTheirsForTheOther() {
        var secretary = people.holding(DutyKind.COMMUNITY_SECRETARY, KANGPING);
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, KANGPING);
        desk.signIn(secretary.login(), DeputyPeople.PASSWORD);
        JsonNode own = desk.get("/api/deputies").body();
        assertThat(own.at("/duties/0/id").asString()).isEqualTo(secretary.duty().toString());
        assertThat(desk.get("/api/deputies/candidates?duty=" + secretary.duty() + "&q=" + clerk.login())
                        .body()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(clerk.account().toString());
        var named = desk.post(
                "/api/deputies",
                "{\"dutyId\":\"" + secretary.duty() + "\",\"accountId\":\"" + clerk.account() + "\",\"from\":\"" + today
                        + "\",\"until\":\"" + today.plusDays(3) + "\"}");
        assertThat(named.status()).as(named.body().toString()).isEqualTo(200);
        UUID lent = UUID.fromString(named.body().path("id").asString());

        desk.signIn(clerk.login(), DeputyPeople.PASSWORD);
        JsonNode session = desk.get("/api/session").body();
        assertThat(session.path("duty").asString())
                .as("one's own duty comes first")
                .isEqualTo(clerk.duty().toString());
        assertThat(session.at("/duties/1/id").asString()).isEqualTo(lent.toString());
        assertThat(session.at("/duties/1/kindName").asString())
                .isEqualTo("社区书记（代" + secretary.actor().name() + "）");
        assertThat(desk.get("/api/deputies").body().at("/items/0/state").asString())
                .isEqualTo("now");
        assertThat(desk.put("/api/session/duty", "{\"dutyId\":\"" + lent + "\"}")
                        .status())
                .isEqualTo(200);

        Actor acting = people.acting(clerk.account(), lent);
        assertThat(acting.name())
                .isEqualTo(clerk.actor().name() + " 代 " + secretary.actor().name());
        assertThat(acting.duty()).isEqualTo(DutyKind.COMMUNITY_SECRETARY);
        assertThat(acting.node()).isEqualTo(KANGPING);
        assertThat(acting.scope()).isEqualTo(secretary.actor().scope());
        assertThat(acting.principal()).isEqualTo(secretary.account());
        assertThat(people.inForce(lent, today.plusDays(3))).isEqualTo(1);
        assertThat(people.inForce(lent, today.plusDays(4))).isZero();
        assertThat(desk.put("/api/account/locale", "{\"locale\":\"zh-CN\"}").status())
                .isEqualTo(200);
        assertThat(people.actorInTrail(clerk.account(), "deputy.name"))
                .startsWith(secretary.actor().name());
    }

    @Test
    void aDutyThatDemandsASecondFactorDemandsItOfTheDeputyToo() {
        var observer = people.holding(DutyKind.OBSERVER, YOUANMEN);
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, YULIN);
        people.write(() -> demands.add(YOUANMEN, DutyKind.OBSERVER, observer.account(), Time.now(clock)));
        try {
            desk.signIn(clerk.login(), DeputyPeople.PASSWORD);
            assertThat(desk.get("/api/anything").status()).isEqualTo(404);
            nameDeputy.name(observer.actor(), wish(observer, clerk, 0, 2)).orThrow();
            assertThat(desk.get("/api/session").body().path("mustEnrol").asBoolean())
                    .isTrue();
            assertThat(desk.get("/api/anything").code()).isEqualTo("identity.must-enrol");
        } finally {
            people.write(() -> demands.lift(YOUANMEN, DutyKind.OBSERVER));
        }
    }

    @Test
    void nobodyNamesThemselvesForSomebodyElse() {
        var keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, XUHUI);
        var also = people.also(keeper, DutyKind.COMMUNITY_CLERK, KANGPING);
        var secretary = people.holding(DutyKind.COMMUNITY_SECRETARY, KANGPING);
        assertThat(refusal(keeper.actor(), wish(secretary, also, 0, 2))).isEqualTo(DeputyRefusal.NOT_ONESELF);
        assertThat(nameDeputy
                        .name(secretary.actor(), wish(secretary, also, 0, 2))
                        .isDone())
                .as("asked by the one whose duty it is")
                .isTrue();
    }

    @Test
    void nobodyIsLentMoreThanThereIs() {
        var secretary = people.holding(DutyKind.COMMUNITY_SECRETARY, KANGPING);
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, KANGPING);
        var other = people.holding(DutyKind.COMMUNITY_CLERK, KANGPING);
        UUID lent = nameDeputy
                .name(secretary.actor(), wish(secretary, clerk, 0, 9))
                .orThrow()
                .id();
        assertThat(refusal(secretary.actor(), wish(secretary, other, 9, 12)))
                .as("one at a time")
                .isEqualTo(DeputyRefusal.TAKEN);
        assertThat(refusal(
                        people.acting(clerk.account(), lent),
                        new NameDeputy.Wish(lent, other.account(), today, today.plusDays(1))))
                .isEqualTo(DeputyRefusal.NO_CHAINS);

        people.endDuty(secretary, today.plusDays(2));
        assertThat(people.inForce(lent, today.plusDays(1))).isEqualTo(1);
        assertThat(people.inForce(lent, today.plusDays(2)))
                .as("the duty itself has ended")
                .isZero();
        assertThat(refusal(secretary.actor(), wish(secretary, other, 0, 2))).isEqualTo(DeputyRefusal.OUTLASTS_THE_DUTY);
    }

    @Test
    void theDeputyOfSomebodyDisabledHasNothing() {
        var secretary = people.holding(DutyKind.COMMUNITY_SECRETARY, KANGPING);
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, KANGPING);
        nameDeputy.name(secretary.actor(), wish(secretary, clerk, 0, 9)).orThrow();
        people.disable(secretary);
        desk.signIn(clerk.login(), DeputyPeople.PASSWORD);
        assertThat(desk.get("/api/session").body().path("duties").size()).isEqualTo(1);
    }

    @Test
    void onlyItsHolderLendsWhatReachesADistrictAndNobodyBecomesTwoAdministrators() {
        var keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, XUHUI);
        var guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, XUHUI);
        var secretary = people.holding(DutyKind.COMMUNITY_SECRETARY, KANGPING);
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, KANGPING);
        assertThat(refusal(keeper.actor(), wish(guard, clerk, 0, 2))).isEqualTo(DeputyRefusal.ONLY_ITS_HOLDER);
        assertThat(refusal(guard.actor(), wish(guard, keeper, 0, 2))).isEqualTo(DeputyRefusal.TAKEN);
        assertThat(nameDeputy.name(guard.actor(), wish(guard, clerk, 0, 2)).isDone())
                .isTrue();
        assertThat(refusal(guard.actor(), wish(secretary, clerk, 0, 2))).isEqualTo(DeputyRefusal.NOT_YOURS);
        assertThat(nameDeputy.name(keeper.actor(), wish(secretary, clerk, 0, 2)).isDone())
                .as("the system administrator for a community")
                .isTrue();
    }

    @Test
    void daysAndPeopleAreChecked() {
        var secretary = people.holding(DutyKind.COMMUNITY_SECRETARY, KANGPING);
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, KANGPING);
        var faraway = people.holding(DutyKind.COMMUNITY_CLERK, YONGANLI);
        assertThat(refusal(secretary.actor(), wish(secretary, clerk, -1, 2)))
                .isEqualTo(DeputyRefusal.STARTS_IN_THE_PAST);
        assertThat(refusal(secretary.actor(), wish(secretary, clerk, 2, 1)))
                .isEqualTo(DeputyRefusal.ENDS_BEFORE_IT_STARTS);
        assertThat(refusal(secretary.actor(), wish(secretary, clerk, 0, 400))).isEqualTo(DeputyRefusal.TOO_LONG);
        assertThat(refusal(secretary.actor(), wish(secretary, faraway, 0, 1))).isEqualTo(DeputyRefusal.NOT_A_CANDIDATE);
        assertThat(refusal(secretary.actor(), wish(secretary, secretary, 0, 1)))
                .isEqualTo(DeputyRefusal.NOT_A_CANDIDATE);
        assertThat(refusal(secretary.actor(), new NameDeputy.Wish(UUID.randomUUID(), clerk.account(), today, today)))
                .isEqualTo(DeputyRefusal.DUTY_UNKNOWN);
    }

    private NameDeputy.Wish wish(DeputyPeople.Somebody holder, DeputyPeople.Somebody deputy, int from, int until) {
        return new NameDeputy.Wish(holder.duty(), deputy.account(), today.plusDays(from), today.plusDays(until));
    }

    private DeputyRefusal refusal(Actor actor, NameDeputy.Wish wish) {
        return (DeputyRefusal) ((Outcome.Refused<?>) nameDeputy.name(actor, wish)).reason();
    }
}
