package org.gongzhi.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.question.Answered;
import org.gongzhi.region.Region;
import org.junit.jupiter.api.Test;

class DemoQuestionsTests {

    private static final Instant MORNING = Instant.parse("2026-11-22T01:00:00Z");

    @Test
    void answersSayWhatTheWordsSayAndAreTheSameForTheSameSeed() {
        List<Answered> all = answers("heating", "屋里只有13度，家里有老人", "online");
        assertThat(all.stream()
                        .filter(each -> each.code().equals("room_temperature"))
                        .flatMap(each -> each.values().stream()))
                .hasSizeGreaterThan(10)
                .containsOnly("13");
        assertThat(all.stream()
                        .filter(each -> each.code().equals("frail"))
                        .map(each -> each.told(false).answer()))
                .containsOnly("是");
        assertThat(all.stream()
                        .filter(each -> each.code().equals("cold_since"))
                        .flatMap(each -> each.values().stream()))
                .allMatch(day -> day.compareTo("2026-11-22") < 0);
        assertThat(answers("heating", "屋里只有13度，家里有老人", "online")).isEqualTo(all);
        assertThat(answers("lift", "电梯困人", "phone"))
                .extracting(each -> each.code())
                .contains("rescue_code", "trapped");
        assertThat(answers("noise", "早市太吵", "visit_in"))
                .extracting(Answered::values)
                .containsOnly(List.of("清晨"));
    }

    @Test
    void whoCallsTheHotlineIsNotAsked() {
        assertThat(answers("heating", "屋里只有13度", "hotline")).isEmpty();
        assertThat(answers("roads", "路坏了", "online"))
                .as("nothing is asked of roads")
                .isEmpty();
    }

    private static List<Answered> answers(String kind, String words, String channel) {
        Region street = region(110105_001_000_000L, 4);
        Region community = region(110105_001_026_000L, 5);
        var scene = new DemoDemands.Scene(
                new DemoDemands.Place(community, List.of(), street),
                community,
                "3号楼",
                new DemoStories.Story(kind, words, words, "", 1, null),
                null,
                new DemoDemands.Limit(new UUID(0, 1), Duration.ofDays(1), Duration.ofHours(6), true),
                channel,
                MORNING);
        var random = new Random(7);
        return IntStream.range(0, 20)
                .boxed()
                .flatMap(_ -> DemoQuestions.answers(scene, random).stream())
                .toList();
    }

    private static Region region(long code, int level) {
        return new Region(new RegionCode(code), code + 1, level, null, "某地", "某地", "", false, true, null, null, null);
    }
}
