package org.gongzhi.http;

import org.gongzhi.kernel.Outcome;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers for reads: the value, or the problem. */
@Component
public class Answers {

    private final Problems problems;

    Answers(Problems problems) {
        this.problems = problems;
    }

    public <T> Answer<T> of(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> Answer.of(ResponseEntity.ok(value));
            case Outcome.Refused<T> refused -> refused(refused);
        };
    }

    /** A refusal of anything. */
    public <T> Answer<T> refused(Outcome.Refused<?> refused) {
        return Answer.of(problems.of(refused));
    }
}
