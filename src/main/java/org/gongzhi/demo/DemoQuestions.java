package org.gongzhi.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongzhi.kernel.Time;
import org.gongzhi.question.Answered;
import org.gongzhi.rule.RuleBook;
import org.gongzhi.rule.RuleTerms;
import org.gongzhi.rule.RuleTerms.Choice;
import org.gongzhi.rule.RuleTerms.Question;
import org.gongzhi.rule.RuleVersion;

/** What the sample's district asks besides about some kinds, and what its generated residents answered. Nothing of it is required. */
final class DemoQuestions {

    private static final Map<String, List<Question>> ASKED = new TreeMap<>(Map.of(
            "heating",
            List.of(
                    question("room_temperature", "室内多少度", "Degrees in the room", "number"),
                    question("cold_since", "从哪天开始不热", "Cold since which day", "date"),
                    question("frail", "家里有老人、婴儿或者病人吗", "Is anybody old, ill or very young at home", "yes_no")),
            "lift",
            List.of(
                    question("rescue_code", "轿厢里的救援识别码", "Rescue code in the lift", "text"),
                    question("trapped", "有人被困过吗", "Has anybody been trapped", "yes_no")),
            "noise",
            List.of(new Question(
                    "loud_at",
                    "什么时候最吵",
                    "When is it loudest",
                    "many",
                    false,
                    List.of(
                            new Choice("清晨", "Early morning"),
                            new Choice("白天", "Daytime"),
                            new Choice("晚上", "Evening"),
                            new Choice("半夜", "Night")),
                    null,
                    null))));

    private static final Pattern DEGREES = Pattern.compile("只有(\\d+)度");

    private DemoQuestions() {}

    private static Question question(String code, String text, String textEn, String type) {
        return new Question(code, text, textEn, type, false, List.of(), null, null);
    }

    /** Asked since before the oldest case. */
    static void ask(List<RuleBook> books, Instant now, Random random) {
        LocalDate from = LocalDate.ofInstant(now, Time.ZONE).minusDays(400);
        books.stream()
                .filter(book -> book.code().equals("question"))
                .forEach(book -> ASKED.forEach((kind, asked) -> book.add(new RuleVersion(
                        DemoTerritory.id(random),
                        kind,
                        DemoTerritory.DISTRICT,
                        1,
                        from,
                        null,
                        RuleTerms.of(new RuleTerms.Questions(asked)),
                        "演示数据"))));
    }

    /** Who calls the hotline is not asked; whoever writes or comes answers most of it, as their words say where they say it. */
    static List<Answered> answers(DemoDemands.Scene scene, Random random) {
        List<Answered> answers = new ArrayList<>();
        if (!scene.channel().equals("hotline")) {
            for (Question asked : ASKED.getOrDefault(scene.story().kind(), List.of())) {
                List<String> values = values(String.valueOf(asked.code()), scene, random);
                if (random.nextInt(5) > 0) {
                    answers.add(new Answered(
                            String.valueOf(asked.code()), asked.text(), asked.textEn(), asked.type(), values));
                }
            }
        }
        return List.copyOf(answers);
    }

    private static List<String> values(String code, DemoDemands.Scene scene, Random random) {
        String words = scene.story().words();
        return switch (code) {
            case "room_temperature" -> {
                Matcher said = DEGREES.matcher(words);
                yield List.of(said.find() ? said.group(1) : String.valueOf(14 + random.nextInt(4)));
            }
            case "cold_since" ->
                List.of(LocalDate.ofInstant(scene.raisedAt(), Time.ZONE)
                        .minusDays(1 + random.nextInt(6))
                        .toString());
            case "frail" -> List.of(words.contains("老人") || random.nextInt(3) == 0 ? "yes" : "no");
            case "rescue_code" -> List.of(String.valueOf(310_000 + random.nextInt(9_999)));
            case "trapped" -> List.of(words.contains("困") ? "yes" : "no");
            default -> loudAt(words);
        };
    }

    private static List<String> loudAt(String words) {
        if (words.contains("早市")) {
            return List.of("清晨");
        }
        return words.contains("晚上") ? List.of("晚上") : List.of("白天", "晚上");
    }
}
