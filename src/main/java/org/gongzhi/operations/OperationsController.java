package org.gongzhi.operations;

import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.kernel.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OperationsController {

    private final Answers answers;
    private final SystemHealth health;

    OperationsController(Answers answers, SystemHealth health) {
        this.answers = answers;
        this.health = health;
    }

    @GetMapping("/api/system-health")
    Answer<SystemHealth.Report> health(@CurrentActor Actor actor) {
        return answers.of(health.report(actor));
    }
}
