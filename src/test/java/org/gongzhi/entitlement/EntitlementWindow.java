package org.gongzhi.entitlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.Asking;
import org.gongzhi.support.Asking.Said;
import org.gongzhi.support.RegionFixtures;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A window and those who answer it, for what is asked about personal information. */
abstract class EntitlementWindow {

    static final String NAME = "司马清荷";
    static final String PHONE = "13987650431";

    private static final AtomicInteger VISITORS = new AtomicInteger(100);

    /** Each test comes from an address of its own, so that none uses up what another may ask. */
    private final String address = "198.51.100." + VISITORS.incrementAndGet();

    final Asking asking;
    final ActingAs acting;
    final MockMvc mvc;
    final Actor secretary;
    final Actor clerk;
    final Actor neighbour;

    EntitlementWindow(WebApplicationContext context, ActingAs acting) {
        this.asking = new Asking(context);
        this.acting = acting;
        this.mvc = MockMvcBuilders.webAppContextSetup(context).build();
        secretary = asking.someone(RegionFixtures.YONGANLI, DutyKind.COMMUNITY_SECRETARY);
        clerk = asking.someone(RegionFixtures.YONGANLI, DutyKind.COMMUNITY_CLERK);
        neighbour = asking.someone(RegionFixtures.GUANGHUALI, DutyKind.COMMUNITY_SECRETARY);
        acting.is(secretary);
    }

    MockHttpServletRequestBuilder from(MockHttpServletRequestBuilder request, Said raised) {
        return here(request.header("X-Case-Code", raised.text("code")));
    }

    private MockHttpServletRequestBuilder here(MockHttpServletRequestBuilder request) {
        return request.with(sent -> {
            sent.setRemoteAddr(address);
            return sent;
        });
    }

    Said raised(String words) throws Exception {
        Map<String, Object> report = new HashMap<>(Asking.report(words));
        report.putAll(Map.of("anonymous", false, "name", NAME, "phone", PHONE, "place", "9号楼1103室"));
        Said raised = asking.ask(here(asking.sending("/public/demands", asking.key(), report)));
        assertThat(raised.status()).isEqualTo(201);
        return raised;
    }

    Said ask(Said raised, String kind, String words) throws Exception {
        return asking.ask(from(
                asking.sending("/public/cases/entitlements", asking.key(), Map.of("kind", kind, "words", words)),
                raised));
    }

    Said standing(Said raised) throws Exception {
        return asking.ask(from(get("/public/cases/entitlements"), raised));
    }

    MockHttpServletResponse copy(Said raised) throws Exception {
        return mvc.perform(from(get("/public/cases/entitlements/copy"), raised))
                .andReturn()
                .getResponse();
    }

    String open(Said raised, String kind) {
        return fact(
                "select id::text from entitlement where demand_id = ? and kind = ? and answered_at is null",
                asking.idOf(raised),
                kind);
    }

    Said answer(Actor by, String id, Map<String, ?> body) throws Exception {
        acting.is(by);
        return asking.ask(asking.sending("/api/entitlements/" + id + "/answer", asking.key(), body));
    }

    Said seen(Actor by, String id) throws Exception {
        acting.is(by);
        return asking.ask(get("/api/entitlements/" + id));
    }

    String fact(String sql, Object... facts) {
        return String.valueOf(asking.owner().queryForObject(sql, String.class, facts));
    }

    /** Everything that could say something in plain words of a request, whatever it is about. */
    String plainly() {
        return fact("""
                select concat((select string_agg(e::text, ' ') from entitlement e), (select string_agg(t.title || t.note, ' ') from todo t where t.subject_kind = 'entitlement'),
                    (select string_agg(concat(a.before, a.after, a.purpose), ' ') from audit_entry a where a.subject_kind = 'entitlement'),
                    (select string_agg(k.response, ' ') from idempotency_key k))""");
    }
}
