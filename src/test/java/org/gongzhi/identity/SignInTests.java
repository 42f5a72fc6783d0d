package org.gongzhi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.identity.IdentityFixtures.PASSWORD;
import static org.gongzhi.support.RegionFixtures.JIANWAI;
import static org.gongzhi.support.RegionFixtures.YONGANLI;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.gongzhi.http.UnattendedFilter;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@GongzhiTest
class SignInTests {

    private final IdentityFixtures people;
    private final Standings standings;
    private final int port;

    @AutoClose
    private final Browser desk;

    SignInTests(
            @Autowired Accounts accounts,
            @Autowired Transactions transactions,
            @Autowired DataSource dataSource,
            @Autowired Standings standings,
            @LocalServerPort int port) {
        this.people = new IdentityFixtures(accounts, transactions, dataSource);
        this.standings = standings;
        this.port = port;
        this.desk = new Browser(port, "127.0.0.1");
    }

    @Test
    void theSessionSaysWhoOneIsAndWhatOneMay() {
        var secretary = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_SECRETARY);

        var answer = desk.signIn(secretary.login(), PASSWORD);

        assertThat(answer.status()).isEqualTo(200);
        var session = answer.body();
        assertThat(session.at("/account/login").asString()).isEqualTo(secretary.login());
        assertThat(session.at("/duty").asString()).isEqualTo(secretary.duty().toString());
        var duty = session.at("/duties/0");
        assertThat(duty.at("/kind").asString()).isEqualTo("community_secretary");
        assertThat(duty.at("/kindName").asString()).isEqualTo("社区书记");
        assertThat(duty.at("/regionCode").asString()).isEqualTo("110105001026000");
        assertThat(duty.at("/regionName").asString()).isEqualTo("永安里社区");
        assertThat(duty.at("/regionLevel").asInt()).isEqualTo(5);
        assertThat(duty.at("/path").size()).isEqualTo(5);
        assertThat(duty.at("/path/2/name").asString()).isEqualTo("朝阳区");
        assertThat(session.at("/districtName").asString()).isEqualTo("朝阳区");
        assertThat(session.at("/mustChangePassword").asBoolean()).isFalse();
        assertThat(session.at("/idleMinutes").asInt()).isEqualTo(30);
        assertThat(session.at("/may/register").asBoolean()).isTrue();
        assertThat(session.at("/may/administer").asBoolean()).isFalse();
        assertThat(desk.get("/api/session").body()).isEqualTo(session);
        assertThat(people.audited(secretary, "session.open")).isEqualTo(1);
    }

    @Test
    void theLoginMayBeTypedInCapitals() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        assertThat(desk.signIn(" " + clerk.login().toUpperCase(java.util.Locale.ROOT), PASSWORD)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void wrongPasswordAndUnknownLoginAreAnsweredAlike() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        var wrong = desk.signIn(clerk.login(), "not this one");
        var unknown = desk.signIn("nobody" + clerk.login(), "not this one");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.code()).isEqualTo("identity.sign-in-wrong");
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(people.audited(clerk, "session.refuse")).isEqualTo(1);
    }

    @Test
    void lockOutIsOfTheLoginAtOneAddressSoThatNobodyLocksAColleagueOut() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        try (var stranger = new Browser(port, "127.0.0.3")) {
            for (int i = 0; i < 4; i++) {
                assertThat(stranger.signIn(clerk.login(), "guess number " + i).status())
                        .isEqualTo(422);
            }
            var fifth = stranger.signIn(clerk.login(), "guess number 5");
            assertThat(fifth.status()).isEqualTo(429);
            assertThat(fifth.code()).isEqualTo("identity.sign-in-locked");
            assertThat(fifth.header("Retry-After")).isPresent();

            assertThat(stranger.signIn(clerk.login(), PASSWORD).status())
                    .as("locked, even with the right password")
                    .isEqualTo(429);
            assertThat(stranger.signIn(clerk.login(), PASSWORD, "X-Forwarded-For", "127.0.0.9")
                            .status())
                    .as("an address of one's own choice is not believed")
                    .isEqualTo(429);
        }
        assertThat(desk.signIn(clerk.login(), PASSWORD).status())
                .as("the clerk, at their own desk")
                .isEqualTo(200);
        assertThat(people.audited(clerk, "session.lock-out")).isEqualTo(1);
    }

    @Test
    void aTrustedProxySaysWhereARequestCameFrom() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        desk.signIn(clerk.login(), PASSWORD, "X-Forwarded-For", "192.0.2.7");
        assertThat(desk.get("/api/account/sessions")
                        .body()
                        .at("/items/0/address")
                        .asString())
                .isEqualTo("192.0.2.7");
    }

    @Test
    void aSignInStartsTheCountAfresh() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 3; i++) {
                desk.signIn(clerk.login(), "guess number " + i);
            }
            assertThat(desk.signIn(clerk.login(), PASSWORD).status()).isEqualTo(200);
        }
    }

    @Test
    void whoeverKnowsThePasswordIsNotLockedOutByTheirOwnOtherTriesUnderWay() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        try (var same = new Browser(port, "127.0.0.4")) {
            for (int i = 1; i < LockOut.FREE_TRIES; i++) {
                same.signIn(clerk.login(), "guess number " + i);
            }
        }
        assertThat(atOnce(8, clerk.login(), _ -> PASSWORD)).containsOnly(200);
    }

    @Test
    void guessesSentAtOnceAreCountedOneByOne() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        var answers = atOnce(12, clerk.login(), i -> "guess number " + i);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(LockOut.FREE_TRIES - 1);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(12 - LockOut.FREE_TRIES + 1);
        assertThat(people.audited(clerk, "session.refuse") + people.audited(clerk, "session.lock-out"))
                .as("passwords looked at")
                .isEqualTo(LockOut.FREE_TRIES);
    }

    /** From as many windows on one computer, at the same moment. */
    private List<Integer> atOnce(int windows, String login, IntFunction<String> password) {
        var together = new CyclicBarrier(windows);
        List<Future<Integer>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = IntStream.range(0, windows)
                    .mapToObj(i -> threads.submit(() -> {
                        try (var window = new Browser(port, "127.0.0.4")) {
                            window.get("/api/session");
                            together.await();
                            return window.signIn(login, password.apply(i)).status();
                        }
                    }))
                    .toList();
        }
        return answers.stream().map(Future::resultNow).toList();
    }

    @Test
    void aPlantedSessionIdIsNeverTakenOver() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        String planted = java.util.Base64.getEncoder()
                .encodeToString(UUID.randomUUID().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        desk.plant("gongzhi-session", planted);
        desk.signIn(clerk.login(), PASSWORD);
        String first = desk.cookie("gongzhi-session").orElseThrow();
        assertThat(first).isNotEqualTo(planted);

        String csrf = desk.cookie("XSRF-TOKEN").orElseThrow();
        desk.signIn(clerk.login(), PASSWORD);
        assertThat(desk.cookie("gongzhi-session").orElseThrow()).isNotEqualTo(first);
        assertThat(desk.cookie("XSRF-TOKEN").orElseThrow()).isNotEqualTo(csrf);
        assertThat(desk.get("/api/account/sessions").body().at("/items").size())
                .as("the session before has ended")
                .isEqualTo(1);
    }

    @Test
    void aDisabledAccountIsTurnedAwayAndItsSessionsEndAtOnce() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        desk.signIn(clerk.login(), PASSWORD);
        people.disable(clerk);
        standings.forget(clerk.id());
        assertThat(desk.get("/api/session").status()).isEqualTo(401);
        assertThat(desk.signIn(clerk.login(), PASSWORD).code()).isEqualTo("identity.account-disabled");
    }

    @Test
    void aDutyThatEndedOpensNothingButOnesOwnAccount() {
        var officer = people.someoneAt(JIANWAI, DutyKind.STREET_OFFICER);
        UUID other = people.alsoAt(officer, YONGANLI, DutyKind.COMMUNITY_CLERK);
        desk.signIn(officer.login(), PASSWORD);
        people.endDuty(officer.duty());
        standings.forget(officer.id());

        assertThat(desk.get("/api/anything").code()).isEqualTo("identity.duty-ended");
        var session = desk.get("/api/session").body();
        assertThat(session.has("duty")).isFalse();
        assertThat(session.at("/duties").size()).isEqualTo(1);

        assertThat(desk.put("/api/session/duty", "{\"dutyId\":\"" + other + "\"}")
                        .body()
                        .at("/duty")
                        .asString())
                .isEqualTo(other.toString());
        assertThat(desk.get("/api/anything").status()).isEqualTo(404);
    }

    @Test
    void onlyAnOwnDutyCanBeActedUnder() {
        var officer = people.someoneAt(JIANWAI, DutyKind.STREET_OFFICER);
        var other = people.someoneAt(JIANWAI, DutyKind.STREET_LEADER);
        desk.signIn(officer.login(), PASSWORD);
        var answer = desk.put("/api/session/duty", "{\"dutyId\":\"" + other.duty() + "\"}");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.code()).isEqualTo("identity.duty-not-yours");
    }

    @Test
    void actingUnderAnotherDutyIsRecordedAndLasts() {
        var officer = people.someoneAt(JIANWAI, DutyKind.STREET_OFFICER);
        UUID other = people.alsoAt(officer, YONGANLI, DutyKind.COMMUNITY_CLERK);
        desk.signIn(officer.login(), PASSWORD);
        desk.put("/api/session/duty", "{\"dutyId\":\"" + other + "\"}");
        assertThat(desk.get("/api/session").body().at("/duty").asString()).isEqualTo(other.toString());
        assertThat(people.audited(officer, "session.act-as")).isEqualTo(1);
    }

    /** An answer may be read before the server has written down when it was asked; on the same connection the next question is heard after that. */
    private void letIdle(IdentityFixtures.Someone someone, Duration duration) {
        desk.get("/api/session", UnattendedFilter.HEADER, "1");
        people.letSessionsIdleFor(someone, duration);
    }

    @Test
    void afterHalfAnHourWithoutARequestTheSessionIsOver() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        desk.signIn(clerk.login(), PASSWORD);
        letIdle(clerk, Duration.ofMinutes(29));
        assertThat(desk.get("/api/session").status()).isEqualTo(200);
        letIdle(clerk, Duration.ofMinutes(29));
        assertThat(desk.get("/api/session").status())
                .as("the request before counted")
                .isEqualTo(200);
        letIdle(clerk, Duration.ofMinutes(30));
        assertThat(desk.get("/api/session").status()).isEqualTo(401);
    }

    @Test
    void whatAPageAsksByItselfDoesNotKeepTheSessionAlive() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        desk.signIn(clerk.login(), PASSWORD);
        letIdle(clerk, Duration.ofMinutes(20));
        assertThat(desk.get("/api/session", UnattendedFilter.HEADER, "1").status())
                .isEqualTo(200);
        letIdle(clerk, Duration.ofMinutes(10));
        assertThat(desk.get("/api/session", UnattendedFilter.HEADER, "1").status())
                .as("half an hour after the last thing somebody did")
                .isEqualTo(401);
    }

    @Test
    void signingOutEndsTheSessionAndMayBeRepeated() {
        var clerk = people.someoneAt(YONGANLI, DutyKind.COMMUNITY_CLERK);
        desk.signIn(clerk.login(), PASSWORD);
        assertThat(desk.delete("/api/session").status()).isEqualTo(204);
        assertThat(desk.get("/api/session").status()).isEqualTo(401);
        assertThat(desk.delete("/api/session").status()).isEqualTo(204);
        assertThat(people.audited(clerk, "session.close")).isEqualTo(1);
    }

    @Test
    void emptyFieldsAreNamed() {
        var answer = desk.signIn("", "");
        assertThat(answer.code()).isEqualTo("http.fields-invalid");
        assertThat(answer.body().at("/errors").toString()).contains("请填写账号", "请填写口令");
    }
}
