package org.gongzhi.hotline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gongzhi.hotline.HotlinePlaces.Found;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.support.RegionFixtures;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HotlinePlacesTests {

    private static final RegionCode TWIN = new RegionCode(RegionFixtures.CHAOWAI.value() + 30_000);

    private final HotlinePlaces places = new HotlinePlaces(List.of(
            region(RegionFixtures.JIANWAI, 4, "建外街道", "建外"),
            region(RegionFixtures.CHAOWAI, 4, "朝外街道", "朝外"),
            region(RegionFixtures.YONGANLI, 5, "永安里社区", "永安里"),
            region(RegionFixtures.GUANGHUALI, 5, "光华里社区", "光华里"),
            region(RegionFixtures.JIQINGLI, 5, "吉庆里社区", "吉庆里"),
            // Of the same name as one in the other street.
            region(TWIN, 5, "光华里社区", "光华里")));

    private static Region region(RegionCode code, int level, String name, String shortName) {
        long width = level == 4 ? 1_000_000 : 1_000;
        return new Region(code, code.value() + width, level, null, name, shortName, "", false, true, null, null, null);
    }

    private Outcome<Found> find(@Nullable String street, @Nullable String community, @Nullable String address) {
        return places.find(street, community, address, false);
    }

    private static void is(Outcome<Found> outcome, RegionCode region) {
        assertThat(outcome).isEqualTo(Outcome.done(new Found(region, true)));
    }

    private static HotlineRefusal refusal(Outcome<Found> outcome) {
        return (HotlineRefusal) ((Outcome.Refused<Found>) outcome).reason();
    }

    @Test
    void aCommunityIsFoundByItsNameHoweverItIsEnded() {
        is(find(null, "永安里社区", null), RegionFixtures.YONGANLI);
        is(find(null, "永安里", null), RegionFixtures.YONGANLI);
        is(find(null, "永安里社区居委会", null), RegionFixtures.YONGANLI);
        is(find("建外街道办事处", "永安里", null), RegionFixtures.YONGANLI);
    }

    @Test
    void anAddressNamesItInPassing() {
        is(find(null, null, "北京市朝阳区建外街道永安里12号楼501室"), RegionFixtures.YONGANLI);
        is(find(null, null, "永安里东街 12 号"), RegionFixtures.YONGANLI);
        is(find(null, null, "朝外吉庆里小区门口"), RegionFixtures.JIQINGLI);
    }

    @Test
    void theStreetTellsCommunitiesOfOneNameApart() {
        is(find("建外街道", "光华里社区", null), RegionFixtures.GUANGHUALI);
        is(find("朝外街道", "光华里社区", null), TWIN);
        is(find(null, null, "朝外街道光华里 3 号院"), TWIN);
    }

    @Test
    void whatFitsSeveralIsNotGuessedAndAllAreNamed() {
        var refused = (Outcome.Refused<Found>) find(null, "光华里", null);
        assertThat(refused.reason()).isEqualTo(HotlineRefusal.PLACE_AMBIGUOUS);
        assertThat(refused.field()).isEqualTo("community");
        assertThat(refused.facts()).containsExactly("光华里", "光华里社区（建外街道）、光华里社区（朝外街道）");
        assertThat(refusal(places.find(null, "光华里", null, true))).isEqualTo(HotlineRefusal.PLACE_AMBIGUOUS);
    }

    @Test
    void whereOnlyTheStreetIsKnownItFallsToTheStreetIfThatWasChosen() {
        assertThat(places.find("建外街道", null, "某大厦", true))
                .isEqualTo(Outcome.done(new Found(RegionFixtures.JIANWAI, false)));
        assertThat(places.find("建外街道", "永安里和光华里", "", true))
                .isEqualTo(Outcome.done(new Found(RegionFixtures.JIANWAI, false)));
        assertThat(places.find(null, null, "建外街道永安里、光华里之间", true))
                .isEqualTo(Outcome.done(new Found(RegionFixtures.JIANWAI, false)));
        assertThat(refusal(find("建外街道", null, "某大厦"))).isEqualTo(HotlineRefusal.PLACE_UNKNOWN);
    }

    @Test
    void aPlaceOfOthersOrNoneIsRefusedAtItsColumn() {
        assertThat(refusal(find("三里屯街道", null, null))).isEqualTo(HotlineRefusal.STREET_UNKNOWN);
        assertThat(refusal(find(null, "团结湖社区", null))).isEqualTo(HotlineRefusal.PLACE_UNKNOWN);
        assertThat(refusal(find("朝外街道", "永安里", null))).isEqualTo(HotlineRefusal.PLACE_UNKNOWN);
        assertThat(refusal(find(null, null, null))).isEqualTo(HotlineRefusal.PLACE_MISSING);
    }
}
