package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.support.Browser;
import org.gongzhi.support.RandomTree.Place;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An organization is seen from where it stands and from whomever it answers to, however far above; by nobody else, and not by departments or administrators. */
@ScopeTest
class OrganizationScopeTests {

    private record Standing(UUID id, @Nullable UUID parent, Place place, int n) {}

    private static final Map<UUID, Standing> ALL = new HashMap<>();

    private final Territory territory;
    private final int port;

    OrganizationScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.port = port;
        synchronized (ALL) {
            if (ALL.isEmpty()) {
                found();
            }
        }
    }

    /** Anywhere, answering to anybody who was there before. */
    private void found() {
        Random random = new Random(territory.seed);
        List<Place> places = territory.tree.places();
        List<Standing> known = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            Standing one = new Standing(
                    UUID.randomUUID(),
                    n % 5 == 0 ? null : known.get(random.nextInt(known.size())).id(),
                    places.get(random.nextInt(places.size())),
                    n);
            territory
                    .owner
                    .sql("""
                            insert into organization (id, kind_code, name, founded_on, parent_id, region_code, full_members, members, pinyin, initials, grams)
                            values (:id, 'committee', :name, '2020-01-01', :parent, :region, 0, 0, :pinyin, 'zz', array['泄露'])""")
                    .param("id", one.id())
                    .param("name", "泄露" + n)
                    .param("parent", one.parent())
                    .param("region", one.place().code().value())
                    .param("pinyin", "xielou%02d".formatted(n))
                    .update();
            known.add(one);
            ALL.put(one.id(), one);
        }
    }

    private static boolean sees(Held reader, Standing one) {
        if (reader.kind().isAdministrator() || reader.department() != null) {
            return false;
        }
        for (Standing each = one; each != null; each = each.parent() == null ? null : ALL.get(each.parent())) {
            if (reader.node().holds(each.place().code())) {
                return true;
            }
        }
        return false;
    }

    private static List<String> seen(Held reader, java.util.function.Predicate<Standing> which) {
        return ALL.values().stream()
                .filter(which)
                .filter(one -> sees(reader, one))
                .sorted(Comparator.comparingInt(Standing::n))
                .map(one -> one.id().toString())
                .toList();
    }

    @Test
    @Covers({
        "/api/organizations",
        "/api/organizations/tops",
        "/api/organizations/search",
        "/api/organizations/{id}",
        "/api/organizations/{id}/below"
    })
    void everyDoorShowsWhatStandsWithinReachOrAnswersIntoItAndNothingElse() {
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            String because = territory.because(reader, "organizations");
            for (Standing one :
                    ALL.values().stream().filter(each -> each.n() % 20 == 0).toList()) {
                boolean may = sees(reader, one);
                Browser.Answer page = browser.get("/api/organizations/" + one.id());
                assertThat(page.status()).as(because).isEqualTo(may ? 200 : 404);
                Browser.Answer below = browser.get("/api/organizations/" + one.id() + "/below?limit=100");
                assertThat(below.status()).as(because).isEqualTo(may ? 200 : 404);
                if (may) {
                    assertThat(Territory.texts(below.body().path("items"), "id"))
                            .as(because)
                            .isEqualTo(seen(reader, each -> one.id().equals(each.parent())));
                }
                String place = one.place().code().toString();
                assertThat(mine(browser.get("/api/organizations?limit=100&region=" + place)))
                        .as(because)
                        .isEqualTo(seen(
                                reader,
                                each -> each.place().code().equals(one.place().code())));
                assertThat(mine(browser.get("/api/organizations/tops?region=" + place)))
                        .as(because)
                        .isSubsetOf(seen(
                                reader,
                                each -> each.place().code().equals(one.place().code())));
            }
            assertThat(mine(browser.get("/api/organizations/search?limit=50&q="
                            + java.net.URLEncoder.encode("泄露", java.nio.charset.StandardCharsets.UTF_8))))
                    .as(because)
                    .hasSize(Math.min(50, seen(reader, _ -> true).size()))
                    .isSubsetOf(seen(reader, _ -> true));
            assertThat(mine(browser.get("/api/organizations/search?limit=50&q=xielou")))
                    .as(because)
                    .isSubsetOf(seen(reader, _ -> true));
        }
    }

    private static List<String> mine(Browser.Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return Territory.texts(answer.body().path("items"), "id");
    }
}
