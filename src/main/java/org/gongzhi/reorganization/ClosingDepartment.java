package org.gongzhi.reorganization;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.http.Problems;
import org.gongzhi.reorganization.Asked.Kind;
import org.gongzhi.reorganization.Asked.Subject;
import org.gongzhi.reorganization.Plan.Node;
import org.gongzhi.reorganization.ReorganizationQueries.Department;
import org.springframework.stereotype.Component;

/** What becomes of the routes that name a department when it is closed: they end with it, or another department of its node takes them over. Somebody says which. */
@Component
class ClosingDepartment {

    private static final String ROUTES = "routes";

    private final ReorganizationQueries queries;
    private final ClosingQueries closing;
    private final Problems words;

    ClosingDepartment(ReorganizationQueries queries, ClosingQueries closing, Problems words) {
        this.queries = queries;
        this.closing = closing;
        this.words = words;
    }

    /** The first answer ends them; each other names a department. */
    List<Plan.Question> questions(Asked asked, List<Node> nodes) {
        if (asked.subject() != Subject.DEPARTMENT || asked.kind() != Kind.CLOSE) {
            return List.of();
        }
        Department closed = closed(nodes);
        long routes = closing.routesTo(closed.id(), asked.effectiveOn());
        if (routes == 0) {
            return List.of();
        }
        List<String> options = new ArrayList<>();
        options.add(words.word("reorganization.option.routes-end"));
        others(closed).forEach(other -> options.add(other.name()));
        return List.of(new Plan.Question(ROUTES, routes, null, options, asked.choiceAmong(ROUTES, options.size())));
    }

    List<Plan.Pair> decided(List<Node> nodes, List<Plan.Question> questions) {
        return chosen(questions)
                .filter(chosen -> chosen > 0)
                .map(chosen -> {
                    Department closed = closed(nodes);
                    return List.of(new Plan.Pair(
                            "rules",
                            closed.id().toString(),
                            others(closed).get(chosen - 1).id().toString(),
                            false));
                })
                .orElse(List.of());
    }

    List<Plan.Note> notes(Asked asked, List<Plan.Question> questions) {
        return chosen(questions).filter(chosen -> chosen == 0).isPresent()
                ? List.of(new Plan.Note(
                        "routes-end",
                        List.of(
                                Long.toString(questions.getFirst().count()),
                                asked.effectiveOn().toString())))
                : List.of();
    }

    private static Optional<Integer> chosen(List<Plan.Question> questions) {
        return questions.stream()
                .filter(question -> question.key().equals(ROUTES))
                .findFirst()
                .map(Plan.Question::chosen);
    }

    private Department closed(List<Node> nodes) {
        return queries.department(
                        UUID.fromString(Objects.requireNonNull(nodes.getFirst().from())))
                .orElseThrow();
    }

    /** Of its own node, in the order of their names. */
    private List<Department> others(Department closed) {
        return queries.departmentsAt(closed.region()).stream()
                .filter(other -> other.isActive() && !other.id().equals(closed.id()))
                .toList();
    }
}
