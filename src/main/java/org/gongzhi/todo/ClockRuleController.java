package org.gongzhi.todo;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 时限规则: public facts to everyone who is signed in; set by a district for itself. */
@RestController
@RequestMapping("/api/clock-rules")
class ClockRuleController {

    private static final int USUAL_WARNING = 25;

    private final Transactions transactions;
    private final ClockRules rules;
    private final AddClockRule addClockRule;
    private final Commands commands;
    private final Clock clock;

    ClockRuleController(
            Transactions transactions, ClockRules rules, AddClockRule addClockRule, Commands commands, Clock clock) {
        this.transactions = transactions;
        this.rules = rules;
        this.addClockRule = addClockRule;
        this.commands = commands;
        this.clock = clock;
    }

    record Rule(
            UUID id,
            String subject,
            String step,
            @JsonProperty("class") String clazz,
            String regionCode,
            int amount,
            String unit,
            int warnPercent,
            String inWords,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            int version,
            String source) {

        static Rule of(ClockRule rule) {
            return new Rule(
                    rule.id(),
                    rule.subject(),
                    rule.step(),
                    rule.clazz(),
                    rule.region().toString(),
                    rule.amount(),
                    rule.unit().name().toLowerCase(Locale.ROOT),
                    rule.warnPercent(),
                    rule.inWords(),
                    rule.validFrom(),
                    rule.validTo(),
                    rule.version(),
                    rule.source());
        }
    }

    record Rules(List<Rule> items, boolean mayAdd) {}

    record AddRequest(
            @NotNull String subject,
            @NotNull String step,
            @NotNull @JsonProperty("class") String clazz,
            @NotNull String regionCode,
            int amount,
            @NotNull String unit,
            @Nullable Integer warnPercent,
            @NotNull LocalDate validFrom,
            @NotNull String source) {}

    /** Those that hold at a node or will, its own and those from above; the acting duty's node unless another is asked for. */
    @GetMapping
    Rules list(@CurrentActor Actor actor, @RequestParam(required = false) @Nullable String region) {
        RegionCode node =
                region == null ? actor.node() : RegionCode.parse(region).orElse(actor.node());
        List<Rule> items = transactions.read(
                actor,
                () -> rules.at(node, Time.today(clock)).stream().map(Rule::of).toList());
        return new Rules(items, ClockRulePolicy.mayAdd(actor, node));
    }

    @PostMapping
    Answer.Created<Rule> add(
            @CurrentActor Actor actor, @Valid @RequestBody AddRequest body, HttpServletRequest request) {
        return commands.created(
                actor,
                request,
                body,
                () -> RegionCode.parse(body.regionCode())
                        .<Outcome<Rule>>map(region -> addClockRule
                                .add(
                                        actor,
                                        new AddClockRule.NewRule(
                                                body.subject(),
                                                body.step(),
                                                body.clazz(),
                                                region,
                                                body.amount(),
                                                body.unit(),
                                                body.warnPercent() == null ? USUAL_WARNING : body.warnPercent(),
                                                body.validFrom(),
                                                body.source()))
                                .map(Rule::of))
                        .orElseGet(() -> Outcome.invalid("regionCode", TodoRefusal.RULE_REGION_UNKNOWN)));
    }
}
