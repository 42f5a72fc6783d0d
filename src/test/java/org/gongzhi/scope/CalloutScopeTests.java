package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gongzhi.support.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Calls belong to their case: whoever sees the case sees who was called to it, the called see that case and no other. */
@ScopeTest
class CalloutScopeTests {

    private final Territory territory;
    private final Truth truth;
    private final int port;

    CalloutScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.truth = territory.truth;
        this.port = port;
    }

    @Test
    @Covers({"/api/demands/{id}/callouts", "/api/demands/{id}/callable", "/api/callouts/{id}"})
    void theCallsOfACaseOpenForThoseWhoseCaseItIs() {
        assertThat(truth.callouts()).as("seed %s", territory.seed).hasSizeGreaterThan(5);
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            for (Truth.Callout callout : near(reader)) {
                Truth.Demand demand = truth.demand(callout.demand());
                String because = territory.because(reader, "call " + callout);
                Browser.Answer one = browser.get("/api/callouts/" + callout.id());
                Browser.Answer all = browser.get("/api/demands/" + demand.id() + "/callouts");
                Browser.Answer callable = browser.get("/api/demands/" + demand.id() + "/callable");
                if (!reader.sees(demand)) {
                    for (Browser.Answer answer : List.of(one, all, callable)) {
                        assertThat(answer.status()).as(because).isIn(403, 404);
                        assertThat(answer.response().body())
                                .as(because)
                                .doesNotContain(demand.number(), demand.title(), LivedWorld.NAME);
                    }
                    continue;
                }
                assertThat(one.status()).as(because).isEqualTo(200);
                assertThat(callable.status()).as(because).isEqualTo(200);
                List<String> shown = new ArrayList<>();
                all.body()
                        .path("whistles")
                        .forEach(whistle -> shown.addAll(Territory.texts(whistle.path("called"), "id")));
                assertThat(shown)
                        .as(because)
                        .containsExactlyInAnyOrderElementsOf(truth.callouts().stream()
                                .filter(other -> other.demand().equals(demand.id()))
                                .map(other -> other.id().toString())
                                .toList());
            }
        }
    }

    @Test
    @Covers({"/api/callouts", "/api/callouts/counts"})
    void listsOfCallsAreOfCasesOneSeesAndADepartmentsAreItsOwn() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            Browser.Answer first = browser.get("/api/callouts?view=all&limit=100");
            String because = territory.because(reader, "calls");
            if (reader.kind().isAdministrator()) {
                assertThat(first.status()).as(because).isEqualTo(403);
                assertThat(browser.get("/api/callouts/counts").status())
                        .as(because)
                        .isEqualTo(403);
                continue;
            }
            List<String> expected = truth.callouts().stream()
                    .filter(callout -> reader.sees(truth.demand(callout.demand())))
                    .filter(callout ->
                            reader.department() == null || reader.department().equals(callout.department()))
                    .sorted(Comparator.comparing(Truth.Callout::calledAt)
                            .thenComparing(callout -> callout.id().toString())
                            .reversed())
                    .map(callout -> callout.id().toString())
                    .toList();
            assertThat(Territory.texts(first.body().path("items"), "id"))
                    .as(because)
                    .isEqualTo(expected);
            assertThat(first.body().path("total").asString()).as(because).isEqualTo(Integer.toString(expected.size()));
            assertThat(browser.get("/api/callouts/counts").body().path("all").asString())
                    .as(because)
                    .isEqualTo(Integer.toString(expected.size()));
        }
    }

    private List<Truth.Callout> near(Held reader) {
        return Stream.concat(
                        truth.callouts().stream()
                                .filter(callout -> reader.sees(truth.demand(callout.demand())))
                                .limit(4),
                        truth.callouts().stream()
                                .filter(callout -> !reader.sees(truth.demand(callout.demand())))
                                .sorted(Comparator.<Truth.Callout>comparingLong(callout ->
                                                Math.abs(callout.region().value()
                                                        - reader.node().code().value()))
                                        .thenComparing(callout -> callout.id().toString()))
                                .limit(5))
                .toList();
    }
}
