package org.gongzhi.reorganization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.reorganization.Asked.Kind;
import org.gongzhi.reorganization.Asked.Subject;
import org.gongzhi.reorganization.Plan.Node;
import org.gongzhi.reorganization.Plan.What;
import org.gongzhi.reorganization.ReorganizationQueries.Column;
import org.gongzhi.reorganization.ReorganizationQueries.Duty;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What hangs on the nodes of a plan: counts, what is ambiguous, and what one should know. */
@Component
class PlanContents {

    /** Of a table with several columns one is what people mean by its number. */
    private static final Map<String, String> COUNTED = Map.of("cases", "demand", "todos", "todo");

    private final ReorganizationQueries queries;
    private final RegionLookup regions;
    private final Problems words;

    PlanContents(ReorganizationQueries queries, RegionLookup regions, Problems words) {
        this.queries = queries;
        this.regions = regions;
        this.words = words;
    }

    // ── closing ──

    /** Only what is empty is closed; what is not is merged or split, so that somebody goes on with it. */
    Outcome<Boolean> isEmpty(Asked asked, Node node) {
        List<String> left = new ArrayList<>();
        String from = Objects.requireNonNull(node.from());
        if (asked.subject() == Subject.DEPARTMENT) {
            UUID department = UUID.fromString(from);
            add(left, "cases", queries.openCasesOf(List.of(department)));
            add(
                    left,
                    "duties",
                    queries.dutiesOf(department, asked.effectiveOn()).size());
        } else {
            RegionCode code = new RegionCode(Long.parseLong(from));
            Region region = regions.get(code);
            add(left, "cases", queries.openCasesAt(List.of(code.value())));
            add(left, "todos", queries.openTodosAt(code));
            add(left, "duties", queries.dutiesAt(code, asked.effectiveOn()).size());
            add(
                    left,
                    "departments",
                    queries.departmentsAt(code).stream()
                            .filter(ReorganizationQueries.Department::isActive)
                            .count());
            add(left, "nodes", regions.children(region.code()).size());
        }
        return left.isEmpty()
                ? Outcome.done(true)
                : Outcome.invalid(
                        "nodes",
                        ReorganizationRefusal.NOT_EMPTY,
                        node.fromName() == null ? "" : node.fromName(),
                        String.join("、", left));
    }

    private void add(List<String> left, String what, long count) {
        if (count > 0) {
            left.add(words.word("reorganization.count." + what, Long.toString(count)));
        }
    }

    /** In words, for what stands in the way. */
    String counted(String topic, long count) {
        return words.word("reorganization.count." + topic, Long.toString(count));
    }

    // ── questions of a split ──

    List<Plan.Question> questions(Asked asked, List<Node> nodes, List<String> parts) {
        if (asked.kind() != Kind.SPLIT) {
            return List.of();
        }
        Integer keeps = kept(asked);
        String from = splitNode(asked);
        List<String> options = options(nodes, parts);
        List<Plan.Question> questions = new ArrayList<>();
        Map<String, Long> counts = countsByTopic(asked.subject(), List.of(from));
        questions.add(question(asked, "cases", counts, options, keeps));
        if (asked.subject() == Subject.REGION) {
            questions.add(question(asked, "departments", counts, options, keeps));
            if (keeps == null) {
                questions.add(question(asked, "rules", counts, options, null));
            }
        }
        List<Duty> duties = asked.subject() == Subject.REGION
                ? queries.dutiesAt(new RegionCode(Long.parseLong(from)), asked.effectiveOn())
                : queries.dutiesOf(UUID.fromString(from), asked.effectiveOn());
        for (Duty duty : duties) {
            String key = Asked.dutyQuestion(duty.id());
            questions.add(
                    new Plan.Question(key, 1, duty.name() + "|" + duty.kind(), options, chosen(asked, key, keeps)));
        }
        return questions;
    }

    private static Plan.Question question(
            Asked asked, String key, Map<String, Long> counts, List<String> options, @Nullable Integer keeps) {
        return new Plan.Question(key, counts.getOrDefault(key, 0L), null, options, chosen(asked, key, keeps));
    }

    private static @Nullable Integer chosen(Asked asked, String key, @Nullable Integer keeps) {
        Integer chosen = asked.choice(key);
        return chosen == null ? keeps : chosen;
    }

    private static @Nullable Integer kept(Asked asked) {
        for (int part = 0; part < asked.parts().size(); part++) {
            if (asked.parts().get(part).keeps()) {
                return part;
            }
        }
        return null;
    }

    private static String splitNode(Asked asked) {
        String named = asked.nodes().getFirst();
        return asked.subject() == Subject.DEPARTMENT
                ? named
                : Long.toString(RegionCode.parse(named).orElseThrow().value());
    }

    private static List<String> options(List<Node> nodes, List<String> parts) {
        return parts.stream()
                .map(code -> nodes.stream()
                        .filter(node -> node.what() == What.OPENED || node.what() == What.KEPT)
                        .filter(node -> code.equals(node.to()))
                        .map(node -> node.toName() == null ? "" : node.toName())
                        .findFirst()
                        .orElse(code))
                .toList();
    }

    /** What the answers mean for rows. Cases take everything along that has no answer of its own: to-dos, contacts, files. */
    List<Plan.Pair> decided(Asked asked, List<String> parts, List<Plan.Question> questions) {
        if (asked.kind() != Kind.SPLIT) {
            return List.of();
        }
        String from = splitNode(asked);
        List<Plan.Pair> pairs = new ArrayList<>();
        for (Plan.Question question : questions) {
            Integer chosen = question.chosen();
            if (chosen == null && question.key().equals("cases") && question.count() == 0) {
                // Nothing to decide, but the node goes on somewhere.
                chosen = 0;
            }
            if (chosen != null) {
                String to = parts.get(chosen);
                String topic = question.key().equals("cases") ? "" : question.key();
                pairs.add(new Plan.Pair(topic, from, to, false));
            }
        }
        Integer keeps = kept(asked);
        if (asked.subject() == Subject.REGION && keeps != null) {
            // Its past is read by the rules it had.
            pairs.add(new Plan.Pair("rules", from, parts.get(keeps), false));
        }
        return pairs;
    }

    // ── counts ──

    List<Plan.Line> lines(Asked asked, Plan plan) {
        List<String> olds = plan.olds();
        Map<String, Long> counts = olds.isEmpty() ? Map.of() : countsByTopic(asked.subject(), olds);
        List<Plan.Line> lines = new ArrayList<>();
        lines.add(new Plan.Line("tree", plan.nodes().size(), null));
        if (olds.isEmpty()) {
            return lines;
        }
        long open = asked.subject() == Subject.REGION
                ? queries.openCasesAt(olds.stream().map(Long::parseLong).toList())
                : queries.openCasesOf(olds.stream().map(UUID::fromString).toList());
        lines.add(new Plan.Line("cases", counts.getOrDefault("cases", 0L), open));
        for (String topic : List.of("todos", "duties", "departments", "rules", "views", "records")) {
            long count = counts.getOrDefault(topic, 0L);
            if (count > 0 || (!topic.equals("records") && asked.subject() == Subject.REGION)) {
                lines.add(new Plan.Line(topic, count, null));
            }
        }
        return lines;
    }

    private Map<String, Long> countsByTopic(Subject subject, List<String> olds) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (Column column : queries.columns(subject)) {
            String place = COUNTED.get(column.topic());
            boolean isCounted = place == null || (place.equals(column.place()) && !isSecondary(column));
            if (isCounted) {
                counts.merge(column.topic(), queries.rows(subject, column, olds), Long::sum);
            }
        }
        return counts;
    }

    private static boolean isSecondary(Column column) {
        return column.name().equals("first_node_code")
                || column.name().equals("called_departments")
                || column.name().equals("from_node")
                || (column.place().equals("demand") && column.name().equals("node_code"))
                || (column.place().equals("todo") && column.name().equals("region_code"));
    }

    List<Plan.Note> notes(Asked asked, Plan plan) {
        List<Plan.Note> notes = new ArrayList<>(plan.notes());
        List<String> joined = plan.pairs().stream()
                .filter(Plan.Pair::joined)
                .map(Plan.Pair::from)
                .distinct()
                .toList();
        if (asked.subject() == Subject.REGION && !joined.isEmpty()) {
            long rules = queries.columns(Subject.REGION).stream()
                    .filter(column ->
                            column.topic().equals("rules") && column.fate().equals("follows_alone"))
                    .mapToLong(column -> queries.rows(Subject.REGION, column, joined))
                    .sum();
            if (rules > 0) {
                notes.add(new Plan.Note("rules-end", List.of(Long.toString(rules))));
            }
        }
        boolean isReshaped = asked.kind() == Kind.MERGE || asked.kind() == Kind.SPLIT;
        if (asked.subject() == Subject.REGION && isReshaped) {
            List<Long> reshaped = plan.nodes().stream()
                    .filter(node -> node.what() == What.MERGED || node.what() == What.SPLIT || node.what() == What.KEPT)
                    .map(node -> Long.parseLong(Objects.requireNonNull(node.from())))
                    .distinct()
                    .toList();
            if (queries.outlinesAt(reshaped) > 0) {
                notes.add(new Plan.Note("outline", List.of()));
            }
        }
        if (asked.subject() == Subject.REGION && !plan.olds().isEmpty()) {
            String parent = plan.nodes().getLast().parent();
            long leaving = parent == null
                    ? 0
                    : queries.casesLeavingTheirDepartment(
                            plan.olds().stream().map(Long::parseLong).toList(), Long.parseLong(parent));
            if (leaving > 0) {
                notes.add(new Plan.Note("leaving", List.of(Long.toString(leaving))));
            }
            notes.add(new Plan.Note("figures", List.of(asked.effectiveOn().toString())));
        }
        return notes;
    }
}
