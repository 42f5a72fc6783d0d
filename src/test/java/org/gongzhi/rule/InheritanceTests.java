package org.gongzhi.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.RegionCode;
import org.junit.jupiter.api.Test;

class InheritanceTests {

    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    /** A node of a tree nobody has thought of before. */
    private record Node(int parent) {}

    @Test
    void theNearestTerritoryThatSaysSomethingOnTheDayIsTheOneWhoseRuleHolds() {
        for (long seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            List<Node> tree = new ArrayList<>(List.of(new Node(-1)));
            for (int i = 1; i < 30; i++) {
                tree.add(new Node(random.nextInt(i)));
            }
            List<RuleVersion> said = rules(tree, random);
            for (int i = 0; i < 200; i++) {
                int node = random.nextInt(tree.size());
                String key = "k" + random.nextInt(2);
                LocalDate on = FIRST.plusDays(random.nextInt(150));
                assertThat(Inheritance.holding(said, path(tree, node), key, on))
                        .as("seed %s, node %s, %s on %s", seed, node, key, on)
                        .isEqualTo(bruteForce(tree, said, node, key, on));
            }
        }
    }

    @Test
    void anEndedRuleLetsTheOneAboveHoldAgain() {
        RuleVersion above = rule(0, "k0", FIRST, null);
        RuleVersion own = rule(1, "k0", FIRST.plusDays(10), FIRST.plusDays(20));
        List<RegionCode> path = List.of(new RegionCode(0), new RegionCode(1));
        assertThat(Inheritance.holding(List.of(above, own), path, "k0", FIRST.plusDays(9)))
                .contains(above);
        assertThat(Inheritance.holding(List.of(above, own), path, "k0", FIRST.plusDays(10)))
                .contains(own);
        assertThat(Inheritance.holding(List.of(above, own), path, "k0", FIRST.plusDays(20)))
                .contains(above);
        assertThat(Inheritance.holding(List.of(above, own), path, "k0", FIRST.minusDays(1)))
                .isEmpty();
    }

    /** Walks up, node by node, day by day, with no order to rely on. */
    private static Optional<RuleVersion> bruteForce(
            List<Node> tree, List<RuleVersion> said, int node, String key, LocalDate on) {
        for (int at = node; at >= 0; at = tree.get(at).parent()) {
            for (RuleVersion rule : said) {
                boolean isHere = rule.region().value() == at && rule.key().equals(key);
                for (LocalDate day = rule.from();
                        isHere && (rule.to() == null ? !day.isAfter(on) : day.isBefore(rule.to()));
                        day = day.plusDays(1)) {
                    if (day.equals(on)) {
                        return Optional.of(rule);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<RegionCode> path(List<Node> tree, int node) {
        List<RegionCode> path = new ArrayList<>();
        for (int at = node; at >= 0; at = tree.get(at).parent()) {
            path.addFirst(new RegionCode(at));
        }
        return path;
    }

    private static List<RuleVersion> rules(List<Node> tree, Random random) {
        List<RuleVersion> said = new ArrayList<>();
        for (int node = 0; node < tree.size(); node++) {
            for (int key = 0; key < 2; key++) {
                LocalDate from = FIRST.plusDays(random.nextInt(40));
                for (int i = random.nextInt(4); i > 0; i--) {
                    LocalDate to = from.plusDays(1 + random.nextInt(40));
                    said.add(rule(node, "k" + key, from, i == 1 && random.nextBoolean() ? null : to));
                    from = to.plusDays(random.nextInt(5));
                }
            }
        }
        java.util.Collections.shuffle(said, random);
        return said;
    }

    private static RuleVersion rule(
            int node, String key, LocalDate from, @org.jspecify.annotations.Nullable LocalDate to) {
        return new RuleVersion(Ids.next(), key, new RegionCode(node), 1, from, to, RuleFixtures.hours(1), "依据");
    }
}
