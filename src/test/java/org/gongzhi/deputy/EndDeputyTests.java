package org.gongzhi.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.KANGPING;
import static org.gongzhi.support.RegionFixtures.XUHUI;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.identity.Accounts;
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

@GongzhiTest
class EndDeputyTests {

    private final DeputyPeople people;
    private final NameDeputy nameDeputy;
    private final EndDeputy endDeputy;
    private final LocalDate today;

    @AutoClose
    private final Browser desk;

    EndDeputyTests(
            @Autowired Accounts accounts,
            @Autowired AccountLookup lookup,
            @Autowired Transactions transactions,
            @Autowired DataSource database,
            @Autowired NameDeputy nameDeputy,
            @Autowired EndDeputy endDeputy,
            @Autowired Clock clock,
            @LocalServerPort int port) {
        this.people = new DeputyPeople(accounts, lookup, transactions, database);
        this.nameDeputy = nameDeputy;
        this.endDeputy = endDeputy;
        this.today = Time.today(clock);
        this.desk = new Browser(port, "127.0.0.1");
    }

    @Test
    void whoeverIsBackSoonerEndsItAtOnce() {
        var secretary = people.holding(DutyKind.COMMUNITY_SECRETARY, KANGPING);
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, KANGPING);
        UUID lent = nameDeputy
                .name(
                        secretary.actor(),
                        new NameDeputy.Wish(secretary.duty(), clerk.account(), today, today.plusDays(9)))
                .orThrow()
                .id();
        desk.signIn(secretary.login(), DeputyPeople.PASSWORD);
        assertThat(desk.get("/api/deputies").body().at("/items/0/mayEnd").asBoolean())
                .isTrue();
        assertThat(desk.post("/api/deputies/" + lent + "/end", "{}").status()).isEqualTo(200);
        assertThat(people.inForce(lent, today)).isZero();
        assertThat(people.inForce(secretary.duty(), today)).isEqualTo(1);
        assertThat(people.actorInTrail(clerk.account(), "deputy.end"))
                .startsWith(secretary.actor().name());
        assertThat(reason(endDeputy.end(secretary.actor(), lent))).isEqualTo(DeputyRefusal.DUTY_UNKNOWN);
    }

    @Test
    void whoHasNoPartInItEndsNothing() {
        var secretary = people.holding(DutyKind.COMMUNITY_SECRETARY, KANGPING);
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, KANGPING);
        UUID lent = nameDeputy
                .name(
                        secretary.actor(),
                        new NameDeputy.Wish(secretary.duty(), clerk.account(), today, today.plusDays(1)))
                .orThrow()
                .id();
        var other = people.holding(DutyKind.COMMUNITY_CLERK, KANGPING);
        assertThat(reason(endDeputy.end(other.actor(), lent))).isEqualTo(DeputyRefusal.NOT_YOURS);
        assertThat(reason(endDeputy.end(secretary.actor(), secretary.duty()))).isEqualTo(DeputyRefusal.DUTY_UNKNOWN);
        assertThat(endDeputy.end(clerk.actor(), lent).isDone())
                .as("the deputy may give it back")
                .isTrue();
    }

    @Test
    void theSystemAdministratorEndsItForOthersButIsNotRidOfThoseWhoWatch() {
        var keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, XUHUI);
        var guard = people.holding(DutyKind.SECURITY_ADMINISTRATOR, XUHUI);
        var secretary = people.holding(DutyKind.COMMUNITY_SECRETARY, KANGPING);
        var clerk = people.holding(DutyKind.COMMUNITY_CLERK, KANGPING);
        var other = people.holding(DutyKind.COMMUNITY_CLERK, KANGPING);
        UUID watching = named(guard, clerk);
        UUID working = named(secretary, other);
        assertThat(reason(endDeputy.end(keeper.actor(), watching))).isEqualTo(DeputyRefusal.NOT_YOURS);
        assertThat(endDeputy.end(keeper.actor(), working).isDone()).isTrue();
        assertThat(people.inForce(working, today)).isZero();
    }

    private UUID named(DeputyPeople.Somebody holder, DeputyPeople.Somebody deputy) {
        return nameDeputy
                .name(holder.actor(), new NameDeputy.Wish(holder.duty(), deputy.account(), today, today.plusDays(1)))
                .orThrow()
                .id();
    }

    private static DeputyRefusal reason(Outcome<?> outcome) {
        return (DeputyRefusal) ((Outcome.Refused<?>) outcome).reason();
    }
}
