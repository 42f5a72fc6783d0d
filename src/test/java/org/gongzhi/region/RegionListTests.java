package org.gongzhi.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class RegionListTests {

    private static final String HEADER = "code,name,level,parent_code,urban_rural_code\n";

    @Test
    void rangeOfEveryNodeOfTheCountryHoldsItsDescendantsAndNobodyElse() throws IOException {
        List<RegionNode> nodes = national();
        assertThat(nodes).hasSize(665_276 - 5);
        Set<Long> codes = new HashSet<>();
        nodes.forEach(node -> codes.add(node.code()));
        assertThat(codes).as("one node per padded code").hasSize(nodes.size());

        // By the chain of parents: every node counts once in each of its ancestors.
        Map<Long, Long> parentOf = new HashMap<>();
        Map<Long, Integer> byChain = new HashMap<>();
        nodes.forEach(node -> parentOf.put(node.code(), node.parent()));
        for (RegionNode node : nodes) {
            for (Long above = node.code(); above != null; above = parentOf.get(above)) {
                byChain.merge(above, 1, Integer::sum);
            }
        }
        assertThat(byChain.get(0L)).isEqualTo(nodes.size());

        // By range: the codes ascend, so a range's nodes are neighbours; each descendant lies in it, and there are as
        // many in it as descendants.
        long[] ascending = nodes.stream().mapToLong(RegionNode::code).toArray();
        Map<Long, RegionNode> byCode = new HashMap<>();
        nodes.forEach(node -> byCode.put(node.code(), node));
        for (RegionNode node : nodes) {
            RegionNode parent = byCode.get(node.parent());
            if (parent != null
                    && !(parent.code() < node.code() && node.to() <= parent.to() && parent.level() < node.level())) {
                throw new AssertionError(node + " is not inside " + parent);
            }
            if (inRange(ascending, node) != byChain.getOrDefault(node.code(), 0)) {
                throw new AssertionError(node + " holds " + inRange(ascending, node));
            }
        }
    }

    @Test
    void wherePaddedCodesAreTheSameTheHigherNodeStandsForAll() throws IOException {
        List<RegionNode> nodes = read("""
                44,广东省,1,,
                4419,东莞市,2,44,
                441900,东莞市,3,4419,
                441900003,东城街道,4,441900,
                441900003001,岗贝社区居民委员会,5,441900003,
                4420,中山市,2,44,
                """);

        assertThat(nodes).extracting(RegionNode::level).containsExactly(1, 2, 4, 5, 2);
        RegionNode dongguan = nodes.get(1);
        assertThat(dongguan.code()).isEqualTo(441_900_000_000_000L);
        assertThat(dongguan.to()).isEqualTo(442_000_000_000_000L);
        assertThat(nodes.get(2).parent()).isEqualTo(dongguan.code());
    }

    @Test
    void kindIsToldByTheCode() {
        assertThat(RegionNode.kindOf(Region.STREET, 110105021000000L)).isEqualTo("street");
        assertThat(RegionNode.kindOf(Region.STREET, 310104103000000L)).isEqualTo("town");
        assertThat(RegionNode.kindOf(Region.STREET, 540233201000000L)).isEqualTo("township");
        assertThat(RegionNode.kindOf(Region.STREET, 310104501000000L)).isEqualTo("street_like");
        assertThat(RegionNode.kindOf(Region.COMMUNITY, 110105001026000L)).isEqualTo("community");
        assertThat(RegionNode.kindOf(Region.COMMUNITY, 540233201201000L)).isEqualTo("village");
        assertThat(RegionNode.kindOf(Region.COMMUNITY, 659012505508000L)).isEqualTo("community_like");
        assertThat(RegionNode.kindOf(Region.GRID, 110105001026001L)).isEqualTo("grid");
    }

    @Test
    void listThatBreaksItsOwnRulesIsRefusedWithTheLine() {
        assertThatThrownBy(() -> read("11,北京市,1,,\n1101,市辖区,2,12,\n"))
                .hasMessageContaining("line 3")
                .hasMessageContaining("parent 12");
        assertThatThrownBy(() -> read("11,北京市,1,,\n1101,市辖区,2,11,\n1101,又一个,2,11,\n"))
                .hasMessage("line 4: codes must ascend");
        assertThatThrownBy(() -> read("11,,1,,\n")).hasMessage("line 2: no name");
        assertThatThrownBy(() -> read("1a,北京市,1,,\n")).hasMessage("line 2: no code");
        assertThatThrownBy(() -> read("11,北京市,7,,\n")).hasMessage("line 2: no such level");
        assertThatThrownBy(() -> RegionList.read(new BufferedReader(new StringReader("a,b\n")), _ -> {}))
                .hasMessageContaining("line 1");
    }

    private static int inRange(long[] ascending, RegionNode node) {
        return place(ascending, node.to()) - place(ascending, node.code());
    }

    private static int place(long[] ascending, long code) {
        int found = java.util.Arrays.binarySearch(ascending, code);
        return found >= 0 ? found : -found - 1;
    }

    private static List<RegionNode> read(String rows) throws IOException {
        List<RegionNode> nodes = new ArrayList<>();
        RegionList.read(new BufferedReader(new StringReader(HEADER + rows)), nodes::add);
        return nodes;
    }

    private static List<RegionNode> national() throws IOException {
        List<RegionNode> nodes = new ArrayList<>(700_000);
        try (var csv = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(new ClassPathResource("regions/" + LoadRegions.NATIONAL_LIST).getInputStream()),
                StandardCharsets.UTF_8))) {
            RegionList.read(csv, nodes::add);
        }
        return nodes;
    }
}
