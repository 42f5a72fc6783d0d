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

    public <T> ResponseEntity<?> of(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> ResponseEntity.ok(value);
            case Outcome.Refused<T> refused -> problems.of(refused);
        };
    }
}
