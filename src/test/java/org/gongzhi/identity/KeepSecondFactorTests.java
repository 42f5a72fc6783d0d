package org.gongzhi.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.identity.IdentityFixtures.PASSWORD;
import static org.gongzhi.support.RegionFixtures.KANGPING;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.gongzhi.factor.FactorDemands;
import org.gongzhi.factor.SecondFactors;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.support.Authenticator;
import org.gongzhi.support.Browser;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@GongzhiTest
class KeepSecondFactorTests {

    private static final String DOOR = "/api/account/second-factor";

    private final IdentityFixtures people;
    private final FactorDemands demands;
    private final Standings standings;
    private final Transactions transactions;
    private final Sql sql;
    private final int port;

    @AutoClose
    private final Browser desk;

    KeepSecondFactorTests(
            @Autowired Accounts accounts,
            @Autowired FactorDemands demands,
            @Autowired Standings standings,
            @Autowired Transactions transactions,
            @Autowired DataSource dataSource,
            @LocalServerPort int port) {
        this.people = new IdentityFixtures(accounts, transactions, dataSource);
        this.demands = demands;
        this.standings = standings;
        this.transactions = transactions;
        this.sql = new Sql(dataSource);
        this.port = port;
        this.desk = new Browser(port, "127.0.0.1");
    }

    @Test
    void aSecretCountsOnceACodeOfItHasCome() {
        var clerk = clerk();
        assertThat(state().path("isOn").asBoolean()).isFalse();
        assertThat(put("000000").code()).isEqualTo("identity.second-factor-not-begun");
        JsonNode shown = desk.post(DOOR, "{}").body();
        assertThat(shown.at("/uri").asString()).contains(clerk.login());
        assertThat(put("000000").code()).isEqualTo("identity.second-factor-not-this");
        assertThat(signIn(desk, clerk, null).status())
                .as("not asked for before it counts")
                .isEqualTo(200);

        JsonNode told =
                put(new Authenticator(shown.at("/secret").asString()).code()).body();
        assertThat(told.path("codes").size()).isEqualTo(10);
        assertThat(state().path("isOn").asBoolean()).isTrue();
        assertThat(people.audited(clerk, "factor.enrol")).isEqualTo(1);
        assertThat(put("000000").code()).isEqualTo("identity.second-factor-not-begun");
    }

    @Test
    void signingInTakesBothAndAMissingCodeCostsNoTry() {
        var clerk = clerk();
        var telephone = enrolled(clerk).telephone();
        for (int n = 0; n < 7; n++) {
            var asked = signIn(desk, clerk, null);
            assertThat(asked.status()).isEqualTo(401);
            assertThat(asked.code()).isEqualTo("identity.second-factor-needed");
            assertThat(asked.body().path("field").asString()).isEqualTo("code");
        }
        assertThat(desk.post(
                                "/api/session",
                                "{\"login\":\"" + clerk.login() + "\",\"password\":\"not this one\",\"code\":\""
                                        + telephone.code() + "\"}")
                        .code())
                .as("the code says nothing of the password")
                .isEqualTo("identity.sign-in-wrong");
        String code = telephone.code();
        assertThat(signIn(desk, clerk, code).status()).isEqualTo(200);
        assertThat(signIn(desk, clerk, code).code()).isEqualTo("identity.second-factor-used");
    }

    @Test
    void aWrongCodeCountsLikeAWrongPassword() {
        var clerk = clerk();
        var telephone = enrolled(clerk).telephone();
        for (String wrong : List.of("000000", "12 34", "ABCDEFGHJK", "口令")) {
            var answer = signIn(desk, clerk, wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(422);
            assertThat(answer.body().path("field").asString()).isEqualTo("code");
        }
        assertThat(signIn(desk, clerk, "ABCDEFGHJK").status()).isEqualTo(429);
        assertThat(signIn(desk, clerk, telephone.code()).code()).isEqualTo("identity.sign-in-locked");
        try (var elsewhere = new Browser(port, "127.0.0.3")) {
            elsewhere.get("/api/session");
            assertThat(signIn(elsewhere, clerk, telephone.code()).status()).isEqualTo(200);
        }
    }

    @Test
    void oneCodeAtTwoDesksAtOnceLetsOneIn() throws Exception {
        var clerk = clerk();
        String code = enrolled(clerk).telephone().code();
        var together = new CyclicBarrier(2);
        List<Future<Integer>> answers;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = Stream.of("127.0.0.5", "127.0.0.6")
                    .map(address -> threads.submit(() -> {
                        try (var window = new Browser(port, address)) {
                            window.get("/api/session");
                            together.await();
                            return signIn(window, clerk, code).status();
                        }
                    }))
                    .toList();
        }
        assertThat(answers.stream().map(Future::resultNow)).containsExactlyInAnyOrder(200, 422);
    }

    @Test
    void aRecoveryCodeWorksOnceAndNewOnesEndTheOld() {
        var clerk = clerk();
        var enrolled = enrolled(clerk);
        String first = enrolled.codes().path(0).asString();
        assertThat(signIn(desk, clerk, first.toLowerCase(java.util.Locale.ROOT)).status())
                .isEqualTo(200);
        assertThat(state().path("recoveryCodes").asInt()).isEqualTo(9);
        assertThat(people.audited(clerk, "factor.recover")).isEqualTo(1);
        assertThat(signIn(desk, clerk, first).code()).isEqualTo("identity.second-factor-wrong");

        var renewed = post("/recovery-codes", enrolled.telephone().code());
        assertThat(renewed.body().path("codes").size()).isEqualTo(10);
        assertThat(signIn(desk, clerk, enrolled.codes().path(1).asString()).status())
                .isEqualTo(422);
        assertThat(signIn(desk, clerk, renewed.body().at("/codes/0").asString()).status())
                .isEqualTo(200);
    }

    @Test
    void whoeverHasOneShowsItBeforeItIsChanged() {
        var clerk = clerk();
        var enrolled = enrolled(clerk);
        assertThat(desk.post(DOOR, "{}").code()).isEqualTo("identity.second-factor-missing");
        assertThat(post("/removal", "000000").code()).isEqualTo("identity.second-factor-wrong");

        JsonNode other = desk.post(
                        DOOR, "{\"code\":\"" + enrolled.codes().path(0).asString() + "\"}")
                .body();
        var otherTelephone = new Authenticator(other.at("/secret").asString());
        assertThat(put(otherTelephone.code()).status()).isEqualTo(200);
        letAStepPass(clerk);
        assertThat(signIn(desk, clerk, enrolled.telephone().code()).code())
                .as("the telephone before")
                .isEqualTo("identity.second-factor-wrong");

        assertThat(post("/removal", otherTelephone.code()).status()).isEqualTo(200);
        assertThat(post("/removal", otherTelephone.code()).code()).isEqualTo("identity.second-factor-not-begun");
        assertThat(signIn(desk, clerk, null).status()).isEqualTo(200);
        assertThat(people.audited(clerk, "factor.remove")).isEqualTo(1);
    }

    @Test
    void openingADeskDoesNotWipeOutWrongPasswords() {
        var clerk = clerk();
        for (int n = 0; n < 4; n++) {
            desk.put("/api/account/password", "{\"current\":\"guess\",\"next\":\"xiaolongbao-jianbing\"}");
            desk.post(DOOR, "{}");
        }
        assertThat(desk.put("/api/account/password", "{\"current\":\"guess\",\"next\":\"xiaolongbao-jianbing\"}")
                        .status())
                .isEqualTo(429);
        assertThat(people.audited(clerk, "session.lock-out")).isEqualTo(1);
    }

    @Test
    void aDutyThatDemandsOneOpensNothingBeforeItIsThere() {
        var clerk = people.someoneAt(KANGPING, DutyKind.OBSERVER);
        people.asLoader(() ->
                demands.add(KANGPING, DutyKind.OBSERVER, clerk.id(), java.time.Instant.parse("2026-11-22T00:00:00Z")));
        try {
            assertThat(desk.signIn(clerk.login(), PASSWORD)
                            .body()
                            .path("mustEnrol")
                            .asBoolean())
                    .isTrue();
            var elsewhere = desk.get("/api/anything");
            assertThat(elsewhere.status()).isEqualTo(403);
            assertThat(elsewhere.code()).isEqualTo("identity.must-enrol");

            var telephone = enrolled(clerk).telephone();
            assertThat(desk.get("/api/anything").status()).isEqualTo(404);
            assertThat(state().path("isDemanded").asBoolean()).isTrue();
            assertThat(post("/removal", telephone.code()).code()).isEqualTo("identity.second-factor-demanded");
        } finally {
            people.asLoader(() -> demands.lift(KANGPING, DutyKind.OBSERVER));
            standings.forget(clerk.id());
        }
        assertThat(state().path("isDemanded").asBoolean()).isFalse();
    }

    private IdentityFixtures.Someone clerk() {
        var clerk = people.someoneAt(KANGPING, DutyKind.COMMUNITY_CLERK);
        desk.signIn(clerk.login(), PASSWORD);
        return clerk;
    }

    private record Enrolled(Authenticator telephone, JsonNode codes) {}

    private Enrolled enrolled(IdentityFixtures.Someone someone) {
        var telephone =
                new Authenticator(desk.post(DOOR, "{}").body().at("/secret").asString());
        JsonNode codes = put(telephone.code()).body().path("codes");
        letAStepPass(someone);
        return new Enrolled(telephone, codes);
    }

    /** As if half a minute had gone by since the last code. */
    private void letAStepPass(IdentityFixtures.Someone someone) {
        transactions.asWorker(
                SecondFactors.WORKER,
                () -> sql.of("update second_factor_secret set last_step = 0 where account_id = :id")
                        .bind("id", someone.id())
                        .update());
    }

    private JsonNode state() {
        return desk.get(DOOR).body();
    }

    private Browser.Answer put(String code) {
        return desk.put(DOOR, "{\"code\":\"" + code + "\"}");
    }

    private Browser.Answer post(String door, String code) {
        return desk.post(DOOR + door, "{\"code\":\"" + code + "\"}");
    }

    private static Browser.Answer signIn(
            Browser browser, IdentityFixtures.Someone someone, @org.jspecify.annotations.Nullable String code) {
        return browser.post(
                "/api/session",
                "{\"login\":\"" + someone.login() + "\",\"password\":\"" + PASSWORD + "\""
                        + (code == null ? "" : ",\"code\":\"" + code + "\"") + "}");
    }
}
