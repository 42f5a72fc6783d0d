package org.gongzhi.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.sheet.SheetDesk;
import org.gongzhi.sheet.SheetDesk.Said;
import org.gongzhi.support.RegionFixtures;
import org.springframework.context.ApplicationContext;

/** A street's office that goes from door to door and registers units, over HTTP; every name and code in it is its own. */
final class Doorsteps {

    private static final Random RANDOM = new Random();

    final SheetDesk desk;
    final Actor street;

    Doorsteps(ApplicationContext context) {
        desk = new SheetDesk(context);
        street = desk.hire(DutyKind.STREET_OFFICER, RegionFixtures.JIANWAI);
        desk.sit(street);
    }

    static LocalDate today() {
        return LocalDate.now(Time.ZONE);
    }

    static String own(String name) {
        return name + UUID.randomUUID().toString().substring(0, 8);
    }

    static String code() {
        String seventeen = "91110105T%08d".formatted(RANDOM.nextInt(100_000_000));
        seventeen = seventeen.replace('T', 'M');
        return seventeen + CreditCode.check(seventeen);
    }

    static Map<String, Object> wish(String kind, RegionCode region) {
        return new HashMap<>(Map.of(
                "kind",
                kind,
                "name",
                own("单位"),
                "openedOn",
                "2020-03-01",
                "people",
                20,
                "regionCode",
                region.toString(),
                "address",
                "东街 8 号",
                "why",
                "入户走访"));
    }

    /** What it tells of itself, without where it stands. */
    static Map<String, Object> told(Map<String, Object> wish) {
        Map<String, Object> told = new HashMap<>(wish);
        told.keySet().removeAll(java.util.Set.of("regionCode", "address"));
        return told;
    }

    Said register(Map<String, Object> wish) {
        return desk.send(post("/api/units"), wish);
    }

    /** Registered without a word. */
    String standing(Map<String, Object> wish) {
        Said said = register(wish);
        assertThat(said.status()).as("%s", said.body()).isEqualTo(201);
        return said.text("id");
    }

    String standing(RegionCode region) {
        return standing(wish("private_firm", region));
    }

    Said page(String id) {
        return desk.ask(get("/api/units/{id}", id));
    }

    int version(String id) {
        return page(id).body().path("version").asInt();
    }

    Said change(String id, String what, Map<String, Object> body) {
        return change(id, version(id), what, body);
    }

    Said change(String id, int version, String what, Map<String, Object> body) {
        return desk.send(post("/api/units/{id}/" + what, id).header("If-Match", "\"" + version + "\""), body);
    }
}
