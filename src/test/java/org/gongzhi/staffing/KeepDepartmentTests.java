package org.gongzhi.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.FENGTAI;
import static org.gongzhi.support.RegionFixtures.JIANWAI;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Refusal;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.GongzhiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@GongzhiTest
@Import(StaffingFixtures.Beans.class)
class KeepDepartmentTests {

    private final StaffingFixtures people;
    private final KeepDepartment departments;
    private final StaffQueries staff;
    private final org.gongzhi.region.RegionLookup regions;
    private final LocalDate today;

    KeepDepartmentTests(
            @Autowired StaffingFixtures people,
            @Autowired KeepDepartment departments,
            @Autowired StaffQueries staff,
            @Autowired org.gongzhi.region.RegionLookup regions,
            @Autowired Clock clock) {
        this.people = people;
        this.departments = departments;
        this.staff = staff;
        this.regions = regions;
        this.today = Time.today(clock);
    }

    @Test
    void aDepartmentIsAddedRenamedClosedAndOpenedAgain() {
        Actor keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, JIANWAI);
        String name = "城管办" + UUID.randomUUID().toString().substring(0, 8);
        UUID id = departments.add(keeper, JIANWAI, name, "office").orThrow().id();
        assertThat(reason(departments.add(keeper, JIANWAI, name, "office")))
                .isEqualTo(StaffingRefusal.DEPARTMENT_NAME_TAKEN);
        departments.rename(keeper, id, name + "二").orThrow();
        departments.turn(keeper, id, false).orThrow();
        assertThat(found(keeper, id).name()).isEqualTo(name + "二");
        assertThat(found(keeper, id).isActive()).isFalse();
        departments.turn(keeper, id, true).orThrow();
        assertThat(found(keeper, id).isActive()).isTrue();
        assertThat(people.audited(id, "department.rename")).isEqualTo(1);

        UUID other = people.department(JIANWAI);
        assertThat(reason(departments.rename(keeper, other, name + "二")))
                .isEqualTo(StaffingRefusal.DEPARTMENT_NAME_TAKEN);
    }

    @Test
    void aDepartmentThatRoutesStillSuggestIsNotClosedHere() {
        Actor keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, JIANWAI);
        UUID id = people.department(JIANWAI);
        people.route(id, FENGTAI, today);
        assertThat(reason(departments.turn(keeper, id, false))).isEqualTo(StaffingRefusal.DEPARTMENT_ROUTED);
        assertThat(found(keeper, id).isActive()).isTrue();
        people.endRoutes(id);
        departments.turn(keeper, id, false).orThrow();
        assertThat(found(keeper, id).isActive()).isFalse();
    }

    @Test
    void departmentsOfAnotherTerritoryAreLeftAlone() {
        Actor keeper = people.holding(DutyKind.SYSTEM_ADMINISTRATOR, FENGTAI);
        UUID id = people.department(JIANWAI);
        assertThat(reason(departments.rename(keeper, id, "某科"))).isEqualTo(StaffingRefusal.OUTSIDE_TERRITORY);
        assertThat(reason(departments.add(keeper, CHAOYANG, "某科", "office")))
                .isEqualTo(StaffingRefusal.OUTSIDE_TERRITORY);
        assertThat(reason(departments.add(keeper, FENGTAI, "某科", "bureau")))
                .isEqualTo(StaffingRefusal.DEPARTMENT_KIND_UNKNOWN);
        assertThat(reason(departments.turn(keeper, UUID.randomUUID(), false)))
                .isEqualTo(StaffingRefusal.DEPARTMENT_UNKNOWN);
        assertThat(reason(departments.add(
                        people.holding(DutyKind.AUDIT_ADMINISTRATOR, FENGTAI), FENGTAI, "某科", "office")))
                .isEqualTo(StaffingRefusal.ONLY_SYSTEM_ADMINISTRATOR);
    }

    private StaffQueries.DepartmentRow found(Actor keeper, UUID id) {
        return people.transactions.read(keeper, () -> staff.departments(regions.get(JIANWAI), today)).stream()
                .filter(row -> row.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Refusal reason(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).reason();
    }
}
