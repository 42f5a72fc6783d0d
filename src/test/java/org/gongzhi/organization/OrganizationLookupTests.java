package org.gongzhi.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.organization.OrganizationLookup.Standing;
import org.gongzhi.support.ActingAs;
import org.gongzhi.support.GongzhiTest;
import org.gongzhi.support.RegionFixtures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@GongzhiTest
@Import(ActingAs.class)
@TestPropertySource(properties = "gongzhi.rate-limits.factor=1000")
class OrganizationLookupTests {

    private final Network network;
    private final OrganizationLookup lookup;
    private final Transactions transactions;

    OrganizationLookupTests(@Autowired ApplicationContext context) {
        this.network = new Network(context);
        this.lookup = context.getBean(OrganizationLookup.class);
        this.transactions = context.getBean(Transactions.class);
    }

    private <T> T asked(Actor actor, Function<OrganizationLookup, T> question) {
        return transactions.read(actor, () -> question.apply(lookup));
    }

    @Test
    void itIsFoundAsItStandsAndAsItStood() {
        String committee = network.committee();
        String other = network.committee();
        String branch = network.standing("branch", committee, RegionFixtures.YONGANLI, 9);
        network.change(branch, "affiliation", Map.of("parentId", other, "from", "2025-01-01", "why", "调整隶属关系"));
        var id = new OrganizationId(UUID.fromString(branch));
        Optional<Standing> found = asked(network.street, it -> it.find(id));
        assertThat(found).hasValueSatisfying(one -> assertThat(one.stands()).isTrue());
        List<OrganizationLookup.Superior> superiors = asked(network.street, it -> it.superiors(id));
        assertThat(superiors).extracting(above -> above.id().toString()).containsExactly(other);
        assertThat(superiorOn(id, LocalDate.of(2024, 12, 31))).contains(committee);
        assertThat(superiorOn(id, LocalDate.of(2025, 1, 1))).contains(other);
        assertThat(superiorOn(id, LocalDate.of(2019, 1, 1))).isEmpty();
        List<OrganizationLookup.Kind> kinds = asked(network.street, OrganizationLookup::kinds);
        assertThat(kinds).extracting(OrganizationLookup.Kind::code).startsWith("committee");
    }

    private Optional<String> superiorOn(OrganizationId id, LocalDate day) {
        return asked(network.street, it -> it.findAsOf(id, day))
                .map(Standing::superior)
                .map(OrganizationId::toString);
    }

    @Test
    void itsCodeIsFoundByWhoeverSeesItAndByNobodyElse() {
        Map<String, Object> wish = network.wish("branch", "", RegionFixtures.YONGANLI, 9);
        String code = "L-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        wish.put("code", code);
        var id = new OrganizationId(UUID.fromString(network.register(wish).text("id")));
        assertThat(coded(network.street, code)).map(Standing::id).contains(id);
        Actor elsewhere = network.desk.hire(DutyKind.STREET_OFFICER, RegionFixtures.TIANPINGLU);
        assertThat(coded(elsewhere, code)).isEmpty();
        Map<OrganizationId, Standing> seen = asked(elsewhere, it -> it.findAll(List.of(id)));
        assertThat(seen).isEmpty();
        Optional<Standing> today = asked(elsewhere, it -> it.findAsOf(id, Network.today()));
        assertThat(today).isEmpty();
    }

    private Optional<Standing> coded(Actor asker, String code) {
        return asked(asker, it -> it.findByCode(code));
    }
}
