package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.Browser;
import org.gongzhi.support.RandomTree.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * What somebody said of the system is read by them, by the level it goes to and those above that: never by colleagues, of whom it may speak, nor below; and what
 * goes no higher, by those who keep the system and nobody else.
 */
@ScopeTest
class SuggestionScopeTests {

    private record Said(
            UUID id, @Nullable UUID account, Place to, boolean isForAdministrators, boolean isLate, int n) {}

    private static final List<Said> ALL = new ArrayList<>();

    private final Territory territory;
    private final int port;

    SuggestionScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.port = port;
        synchronized (ALL) {
            if (ALL.isEmpty()) {
                speak();
            }
        }
    }

    /** By anybody, to any node above theirs or to their own. */
    private void speak() {
        Random random = new Random(territory.seed);
        List<Held> staff = new ArrayList<>(territory.readers());
        for (int n = 0; n < 70; n++) {
            Held sender = staff.get(random.nextInt(staff.size()));
            List<Place> above = territory.tree.places().stream()
                    .filter(place -> place.holds(sender.node().code()))
                    .toList();
            boolean isResident = n % 9 == 0;
            Said said = new Said(
                    UUID.randomUUID(),
                    isResident ? null : sender.account(),
                    above.get(random.nextInt(above.size())),
                    n % 5 == 0,
                    n % 4 == 0,
                    n);
            territory
                    .owner
                    .sql("""
                            insert into suggestion (id, kind, words, page, region_code, account_id, actor, node_code, is_for_administrators, asked_at, due_at,
                                warn_at, code_digest)
                            values (:id, 'problem', :words, '/', :region, :account, '某人', :node, :admin, timestamptz '2026-11-01 00:00+08' + :n * interval '1 hour',
                                now() + :due * interval '1 day', now() + :due * interval '1 day', :code)""")
                    .param("id", said.id())
                    .param("words", "意见" + said.id())
                    .param("region", sender.node().code().value())
                    .param("account", said.account())
                    .param("node", said.to().code().value())
                    .param("admin", said.isForAdministrators())
                    .param("n", n)
                    .param("due", said.isLate() ? -300 : 300)
                    .param(
                            "code",
                            isResident ? said.id().toString().getBytes(java.nio.charset.StandardCharsets.UTF_8) : null)
                    .update();
            ALL.add(said);
        }
    }

    private static boolean sees(Held reader, Said said) {
        if (reader.account().equals(said.account())) {
            return true;
        }
        return said.isForAdministrators()
                ? reader.kind() == DutyKind.SYSTEM_ADMINISTRATOR
                : !reader.kind().isAdministrator()
                        && reader.department() == null
                        && reader.node().holds(said.to().code());
    }

    @Test
    @Covers({"/api/suggestions", "/api/suggestions/counts"})
    void listsHoldOnesOwnAndWhatGoesToOnesLevelOrBelow() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            List<String> expected = ALL.stream()
                    .filter(said -> sees(reader, said))
                    .sorted(Comparator.comparingInt(Said::n).reversed())
                    .map(said -> said.id().toString())
                    .toList();
            String because = territory.because(reader, "suggestions");
            Browser.Answer all = browser.get("/api/suggestions?view=all&limit=100");
            assertThat(all.status()).as(because).isEqualTo(200);
            assertThat(Territory.texts(all.body().path("items"), "id"))
                    .as(because)
                    .isEqualTo(expected);
            assertThat(all.body().path("total").asString()).as(because).isEqualTo(Integer.toString(expected.size()));
            assertThat(browser.get("/api/suggestions/counts").body().path("all").asString())
                    .as(because)
                    .isEqualTo(Integer.toString(expected.size()));
            assertThat(Territory.texts(
                            browser.get("/api/suggestions?view=to_answer&limit=100")
                                    .body()
                                    .path("items"),
                            "id"))
                    .as(because)
                    .isEqualTo(ALL.stream()
                            .filter(said -> said.isForAdministrators()
                                    ? reader.kind() == DutyKind.SYSTEM_ADMINISTRATOR
                                    : reader.worksAtNode()
                                            && (reader.node()
                                                            .code()
                                                            .equals(said.to().code())
                                                    || (said.isLate()
                                                            && reader.node()
                                                                    .holds(said.to()
                                                                            .code()))))
                            .sorted(Comparator.comparingInt(Said::n).reversed())
                            .map(said -> said.id().toString())
                            .toList());
        }
    }

    @Test
    @Covers("/api/suggestions/{id}")
    void oneOpensForThoseWhoseListHoldsIt() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            for (Said said : ALL.stream()
                    .skip(reader.node().code().value() % 7)
                    .limit(30)
                    .toList()) {
                Browser.Answer answer = browser.get("/api/suggestions/" + said.id());
                String because = territory.because(reader, "suggestion " + said);
                assertThat(answer.status()).as(because).isEqualTo(sees(reader, said) ? 200 : 404);
                if (!sees(reader, said)) {
                    assertThat(answer.response().body()).as(because).doesNotContain("意见" + said.id());
                }
            }
        }
    }
}
