package org.gongzhi.rule;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database refuses whoever asks: two rules at once, weights that are not one, changing what was said. */
class RuleConstraintsTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final JdbcClient owner = JdbcClient.create(database.owner());
    private static final JdbcClient application = JdbcClient.create(database.application());

    static {
        RegionFixtures.plant(database.owner());
        owner.sql("""
                        insert into department (id, region_code, name, kind)
                        values ('00000000-0000-7000-8000-00000000d001', 110105000000000, '热力所', 'service')""").update();
    }

    @Test
    void twoRulesOfATerritoryNeverHoldAtOnce() {
        twice("clock_rule_once_exclude", """
                insert into clock_rule (id, subject, step, class, region_code, amount, unit, warn_percent, valid, version, source)
                values (gen_random_uuid(), 'demand', 'settle', 'hard', 110105000000000, 5, 'day', 25, daterange('2030-01-01', null), 9, '依据')""");
        twice("rate_formula_once_exclude", """
                insert into rate_formula (id, region_code, version, valid, basically_weight, response_weight, solution_weight, satisfaction_weight, source)
                values (gen_random_uuid(), 110105000000000, (select count(*) + 7 from rate_formula), daterange('2030-01-01', null), 0.9, 0.1, 0.5, 0.4, '依据')""");
        twice("demand_route_once_exclude", """
                insert into demand_route (id, kind_code, region_code, department_id, valid, version, source)
                values (gen_random_uuid(), null, 110105000000000, '00000000-0000-7000-8000-00000000d001', daterange('2030-01-01', null), 1, '依据')""");
        twice("likeness_rule_once_exclude", """
                insert into likeness_rule (id, kind_code, region_code, radius_metres, days, least, valid, version, source)
                values (gen_random_uuid(), 'lift', 110105000000000, 100, 10, 3, daterange('2030-01-01', null), 1, '依据')""");
        twice("kind_question_rule_once_exclude", """
                insert into kind_question_rule (id, kind_code, region_code, questions, valid, version, source)
                values (gen_random_uuid(), 'lift', 110105000000000, '[]', daterange('2030-01-01', null), 1, '依据')""");
        twice("demand_kind_rule_once_exclude", """
                insert into demand_kind_rule (id, code, region_code, class, position, is_active, valid, version, source)
                values (gen_random_uuid(), 'lift', 110105000000000, 'hard', 1, true, daterange('2030-01-01', null), 2, '依据')""");
        twice("demand_reason_rule_once_exclude", """
                insert into demand_reason_rule (id, code, region_code, needs_words, position, is_active, valid, version, source)
                values (gen_random_uuid(), 'season', 110105000000000, true, 1, true, daterange('2030-01-01', null), 2, '依据')""");
    }

    @Test
    void weightsSumToOneAndALampHasOneThreshold() {
        assertThatThrownBy(() -> owner.sql("""
                                insert into rate_formula (id, region_code, version, valid, basically_weight, response_weight, solution_weight, satisfaction_weight, source)
                                values (gen_random_uuid(), 310104000000000, 5, daterange('2030-01-01', null), 0.9, 0.2, 0.5, 0.4, '依据')""").update()).hasMessageContaining("rate_formula_weights_check");
        assertThatThrownBy(() -> owner.sql("""
                                insert into clock_rule (id, subject, step, class, region_code, amount, unit, warn_percent, warn_hours, valid, version, source)
                                values (gen_random_uuid(), 'demand', 'settle', 'hard', 310104000000000, 5, 'day', 25, 4, daterange('2030-01-01', null), 9, '依据')""").update()).hasMessageContaining("clock_rule_warn_check");
    }

    @Test
    void theApplicationChangesNothingThatWasSaid() {
        for (String statement : new String[] {
            "update clock_rule set amount = 1",
            "update rate_formula set response_weight = 0.2",
            "update demand_route set source = ''",
            "update demand_kind_rule set class = 'hard'",
            "update demand_reason_rule set position = 1",
            "update demand_kind set name = ''",
            "update demand_reason set name = ''",
            "update rule_change set why = ''",
            "update holiday_notice set why = ''",
            "delete from rule_change",
            "delete from demand_route",
            "update likeness_rule set days = 1",
            "update kind_question_rule set questions = '[]'",
            "update demand_merge set merged_at = now()",
            "delete from rate_formula"
        }) {
            assertThatThrownBy(() -> application.sql(statement).update())
                    .as(statement)
                    .hasStackTraceContaining("permission denied");
        }
    }

    private static void twice(String constraint, String insert) {
        owner.sql(insert).update();
        assertThatThrownBy(() -> owner.sql(insert).update()).hasMessageContaining(constraint);
    }
}
