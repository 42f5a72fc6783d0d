package org.gongzhi.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What the generated residents say, and what became of it; written for this sample, about nobody. */
final class DemoStories {

    /** {@code weight}: how often, against the others. {@code spot}: the public facility it happens at, null for what happens at home. */
    record Story(
            String kind,
            String title,
            String words,
            String result,
            int weight,
            @Nullable String spot) {}

    private static final List<String> DAYS = List.of("周日晚上", "前天", "上周三", "昨天夜里", "国庆以后", "这个月初");

    private final List<Story> stories;
    private final int weights;

    DemoStories() {
        try (var reader = new BufferedReader(new InputStreamReader(
                new ClassPathResource("demo/stories.tsv").getInputStream(), StandardCharsets.UTF_8))) {
            stories = reader.lines()
                    .map(line -> line.split("\t", 6))
                    .map(part -> new Story(
                            part[0],
                            part[1],
                            part[2],
                            part[3],
                            Integer.parseInt(part[4]),
                            part.length > 5 ? part[5] : null))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        weights = stories.stream().mapToInt(Story::weight).sum();
    }

    List<Story> all() {
        return stories;
    }

    /** One for a month: heating is a matter of winter. */
    Story pick(Random random, int month) {
        boolean isCold = month >= 11 || month <= 3;
        while (true) {
            int at = random.nextInt(weights);
            for (Story story : stories) {
                at -= story.weight();
                if (at < 0) {
                    if (isCold || !story.kind().equals("heating") || random.nextInt(20) == 0) {
                        return story;
                    }
                    break;
                }
            }
        }
    }

    /** The story at one door; the same random source gives the same door. */
    static Story at(Story story, String building, Random random) {
        String room = (1 + random.nextInt(18)) + "0" + (1 + random.nextInt(4)) + "室";
        String day = DAYS.get(random.nextInt(DAYS.size()));
        String cold = String.valueOf(12 + random.nextInt(5));
        String warm = String.valueOf(20 + random.nextInt(3));
        return new Story(
                story.kind(),
                fill(story.title(), building, room, day, cold, warm),
                fill(story.words(), building, room, day, cold, warm),
                fill(story.result(), building, room, day, cold, warm),
                story.weight(),
                story.spot());
    }

    private static String fill(String text, String building, String room, String day, String cold, String warm) {
        return text.replace("{楼}", building)
                .replace("{室}", room)
                .replace("{天}", day)
                .replace("{度}", cold)
                .replace("{暖}", warm);
    }
}
