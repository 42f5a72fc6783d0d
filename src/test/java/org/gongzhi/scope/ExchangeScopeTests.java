package org.gongzhi.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.support.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sheets hold what people said of themselves: they are the office's that brought them, and nobody else's above, below or beside it. */
@ScopeTest
class ExchangeScopeTests {

    private static final String SHEET = "工单编号,来电时间,诉求内容,诉求类型\\nX1,2026-11-20 08:00,暖气不热,供暖\\n";

    private final Territory territory;
    private final int port;

    ExchangeScopeTests(@Autowired Territory territory, @LocalServerPort int port) {
        this.territory = territory;
        this.port = port;
    }

    private static boolean isOffice(Held reader) {
        return List.of(
                                DutyKind.STREET_OFFICER,
                                DutyKind.STREET_LEADER,
                                DutyKind.DISTRICT_OFFICER,
                                DutyKind.DISTRICT_LEADER)
                        .contains(reader.kind())
                && reader.department() == null
                && reader.kinds() == null;
    }

    @Test
    @Covers({
        "/api/sheet-imports",
        "/api/sheet-imports/{id}",
        "/api/sheet-imports/{id}/words",
        "/api/sheet-imports/{id}/problems"
    })
    void aSheetIsItsNodesAlone() {
        Map<String, Held> brought = new LinkedHashMap<>();
        for (Held reader : territory.readers()) {
            Browser.Answer sent = territory
                    .as(reader, port)
                    .post(
                            "/api/sheet-imports?kind=hotline&name=a.csv",
                            SHEET.replace("\\n", "\n"),
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
            assertThat(sent.status()).as(territory.because(reader, "upload")).isEqualTo(isOffice(reader) ? 201 : 403);
            if (sent.status() == 201) {
                brought.put(sent.body().path("id").asString(), reader);
            }
        }
        assertThat(brought).as("seed %s", territory.seed).isNotEmpty();
        for (Held reader : territory.readers()) {
            Browser browser = territory.as(reader, port);
            Browser.Answer list = browser.get("/api/sheet-imports?kind=hotline");
            assertThat(list.status()).as(territory.because(reader, "list")).isEqualTo(isOffice(reader) ? 200 : 403);
            brought.forEach((id, owner) -> {
                boolean isTheirs = isOffice(reader)
                        && reader.node().code().equals(owner.node().code());
                String because = territory.because(reader, "sheet of " + owner);
                assertThat(list.response().body().contains(id)).as(because).isEqualTo(isTheirs);
                for (String door :
                        List.of("", "/words?column=type&heading=%E8%AF%89%E6%B1%82%E7%B1%BB%E5%9E%8B", "/problems")) {
                    Browser.Answer answer = browser.get("/api/sheet-imports/" + id + door);
                    assertThat(answer.status()).as(because + door).isIn(isTheirs ? List.of(200) : List.of(403, 404));
                }
            });
        }
    }

    @Test
    @Covers({"/api/webhooks", "/api/webhooks/stopped", "/api/webhooks/{id}/deliveries"})
    void webhooksAreTheirAdministratorsBusiness() {
        for (Held reader : territory.readers()) {
            boolean isKeeper =
                    reader.kind() == DutyKind.SYSTEM_ADMINISTRATOR || reader.kind() == DutyKind.SECURITY_ADMINISTRATOR;
            Browser browser = territory.as(reader, port);
            String because = territory.because(reader, "webhooks");
            assertThat(browser.get("/api/webhooks").status()).as(because).isEqualTo(isKeeper ? 200 : 403);
            assertThat(browser.get("/api/webhooks/stopped").status())
                    .as(because)
                    .isEqualTo(reader.kind() == DutyKind.SYSTEM_ADMINISTRATOR ? 200 : 403);
            assertThat(browser.get("/api/webhooks/" + UUID.randomUUID() + "/deliveries")
                            .status())
                    .as(because)
                    .isEqualTo(isKeeper ? 404 : 403);
        }
    }

    @Test
    @Covers("/api/machine-tokens")
    void machinesAreTheirAdministratorsBusiness() {
        for (Held reader : territory.readers()) {
            boolean isKeeper =
                    reader.kind() == DutyKind.SYSTEM_ADMINISTRATOR || reader.kind() == DutyKind.SECURITY_ADMINISTRATOR;
            assertThat(territory.as(reader, port).get("/api/machine-tokens").status())
                    .as(territory.because(reader, "machine tokens"))
                    .isEqualTo(isKeeper ? 200 : 403);
        }
    }
}
