package org.gongzhi.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.sheet.SheetDesk;
import org.gongzhi.sheet.SheetDesk.Said;
import org.gongzhi.support.RegionFixtures;
import org.springframework.context.ApplicationContext;

/** A street's office that keeps its organizations, over HTTP; every name in it is its own. */
final class Network {

    final SheetDesk desk;
    final Actor street;

    Network(ApplicationContext context) {
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

    Map<String, Object> wish(String kind, String parent, RegionCode region, int fullMembers) {
        Map<String, Object> wish = new HashMap<>(Map.of(
                "kind",
                kind,
                "name",
                own("党组织"),
                "foundedOn",
                "2020-03-01",
                "regionCode",
                region.toString(),
                "fullMembers",
                fullMembers,
                "members",
                fullMembers,
                "why",
                "街道工委批复"));
        if (!parent.isEmpty()) {
            wish.put("parentId", parent);
        }
        return wish;
    }

    Said register(Map<String, Object> wish) {
        return desk.send(post("/api/organizations"), wish);
    }

    /** Registered without a word, answering to that one. */
    String standing(String kind, String parent, RegionCode region, int fullMembers) {
        Said said = register(wish(kind, parent, region, fullMembers));
        assertThat(said.status()).as("%s", said.body()).isEqualTo(201);
        return said.text("id");
    }

    String committee() {
        return standing("working_committee", "", RegionFixtures.JIANWAI, 5);
    }

    Said page(String id) {
        return desk.ask(get("/api/organizations/{id}", id));
    }

    int version(String id) {
        return page(id).body().path("version").asInt();
    }

    Said change(String id, String what, Map<String, Object> body) {
        return change(id, version(id), what, body);
    }

    Said change(String id, int version, String what, Map<String, Object> body) {
        return desk.send(post("/api/organizations/{id}/" + what, id).header("If-Match", "\"" + version + "\""), body);
    }
}
