package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.support.Browser;
import org.gongzhi.support.RandomTree.Place;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A unit is seen by whoever's duty reaches the place it stands at; not by departments or administrators. */
@ScopeTest
class UnitScopeTests {

    private record Standing(UUID id, Place place) {}

    private static final List<Standing> ALL = new ArrayList<>();

    private final Territory territory;
    private final int port;

    UnitScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.port = port;
        synchronized (ALL) {
            if (ALL.isEmpty()) {
                settle();
            }
        }
    }

    private void settle() {
        Random random = new Random(territory.seed);
        List<Place> places = territory.tree.places();
        for (int n = 0; n < 40; n++) {
            Standing one = new Standing(UUID.randomUUID(), places.get(random.nextInt(places.size())));
            territory
                    .owner
                    .sql("""
                            insert into unit (id, kind_code, name, region_code, pinyin, initials, grams, registered_at, registered_by, source)
                            values (:id, 'market', :name, :region, :pinyin, 'mm', array['漏市'], now(), '韩松', '测试')""")
                    .param("id", one.id())
                    .param("name", "漏市" + n)
                    .param("region", one.place().code().value())
                    .param("pinyin", "loushi%02d".formatted(n))
                    .update();
            ALL.add(one);
        }
    }

    private static boolean sees(Held reader, Standing one) {
        return !reader.kind().isAdministrator()
                && reader.department() == null
                && reader.node().holds(one.place().code());
    }

    private static List<String> seen(Held reader, java.util.function.Predicate<Standing> which) {
        return ALL.stream()
                .filter(which)
                .filter(one -> sees(reader, one))
                .map(one -> one.id().toString())
                .toList();
    }

    @Test
    @Covers({"/api/units", "/api/units/search", "/api/units/{id}"})
    void everyDoorShowsWhatStandsWithinReachAndNothingElse() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            String because = territory.because(reader, "units");
            for (Standing one : ALL.subList(0, 2)) {
                assertThat(browser.get("/api/units/" + one.id()).status())
                        .as(because)
                        .isEqualTo(sees(reader, one) ? 200 : 404);
                String place = one.place().code().toString();
                assertThat(mine(browser.get("/api/units?kind=market&limit=100&region=" + place)))
                        .as(because)
                        .containsExactlyElementsOf(seen(
                                reader, each -> one.place().holds(each.place().code())));
            }
            assertThat(mine(browser.get("/api/units?limit=100&kind=market")))
                    .as(because)
                    .isEqualTo(seen(reader, _ -> true));
            assertThat(mine(browser.get("/api/units?limit=100"))).as(because).isSubsetOf(seen(reader, _ -> true));
            assertThat(mine(browser.get("/api/units/search?limit=50&q=loushi")))
                    .as(because)
                    .isEqualTo(seen(reader, _ -> true));
            assertThat(mine(browser.get("/api/units/search?limit=50&q="
                            + java.net.URLEncoder.encode("漏市", java.nio.charset.StandardCharsets.UTF_8))))
                    .as(because)
                    .hasSameSizeAs(seen(reader, _ -> true))
                    .isSubsetOf(seen(reader, _ -> true));
        }
    }

    private static List<String> mine(Browser.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        List<String> all = ALL.stream().map(one -> one.id().toString()).toList();
        return Territory.texts(answer.body().path("items"), "id").stream()
                .filter(all::contains)
                .toList();
    }
}
