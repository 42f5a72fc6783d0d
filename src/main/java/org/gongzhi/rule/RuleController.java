package org.gongzhi.rule;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 规则: read by everyone who works here, set by the system administrator of a territory. */
@RestController
@RequestMapping("/api/rules")
class RuleController {

    record SetRequest(
            @Nullable String key,
            @NotNull String regionCode,
            @NotNull LocalDate from,
            @NotNull RuleTerms terms,
            @NotNull String source,
            @NotNull String why) {}

    record EndRequest(
            @NotNull String key,
            @NotNull String regionCode,
            @NotNull LocalDate from,
            @NotNull String why) {}

    record WithdrawRequest(
            @NotNull String regionCode, @NotNull String why) {}

    /** What was set, ended or withdrawn. */
    record Kept(UUID id, String key, int version) {
        static Kept of(RuleVersion rule) {
            return new Kept(rule.id(), rule.key(), rule.version());
        }
    }

    private final Commands commands;
    private final Answers answers;
    private final RulePermissions permissions;
    private final ShowRules showRules;
    private final PreviewRule previewRule;
    private final SetRule setRule;
    private final EndRule endRule;
    private final WithdrawRule withdrawRule;

    RuleController(
            Commands commands,
            Answers answers,
            RulePermissions permissions,
            ShowRules showRules,
            PreviewRule previewRule,
            SetRule setRule,
            EndRule endRule,
            WithdrawRule withdrawRule) {
        this.commands = commands;
        this.answers = answers;
        this.permissions = permissions;
        this.showRules = showRules;
        this.previewRule = previewRule;
        this.setRule = setRule;
        this.endRule = endRule;
        this.withdrawRule = withdrawRule;
    }

    @GetMapping("/{book}")
    Answer<ShowRules.Book> show(
            @CurrentActor Actor actor,
            @PathVariable String book,
            @RequestParam(required = false) @Nullable String region) {
        return answers.of(
                region == null
                        ? showRules.show(actor, book, null)
                        : region(region, "region").then(code -> showRules.show(actor, book, code)));
    }

    @GetMapping("/{book}/history")
    Answer<Items<ShowRules.Change>> history(
            @CurrentActor Actor actor,
            @PathVariable String book,
            @RequestParam(required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String region) {
        return answers.of((region == null
                        ? showRules.history(actor, book, key, null)
                        : region(region, "region").then(code -> showRules.history(actor, book, key, code)))
                .map(Items::new));
    }

    /** Changes nothing, and so takes no key. */
    @PostMapping("/{book}/preview")
    Answer<PreviewRule.Preview> preview(
            @CurrentActor Actor actor, @PathVariable String book, @Valid @RequestBody SetRequest body) {
        return answers.of(draft(body).then(draft -> previewRule.preview(actor, book, draft)));
    }

    @PostMapping("/{book}")
    Answer.Created<Kept> set(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable String book,
            @Valid @RequestBody SetRequest body) {
        return commands.created(
                permissions.keeper(actor),
                request,
                body,
                () -> draft(body).then(draft -> setRule.set(actor, book, draft)).map(Kept::of));
    }

    @PostMapping("/{book}/end")
    Answer.Changed<Kept> end(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable String book,
            @Valid @RequestBody EndRequest body) {
        return commands.run(
                permissions.keeper(actor),
                request,
                body,
                () -> region(body.regionCode(), "regionCode")
                        .then(code -> endRule.end(actor, book, body.key(), code, body.from(), body.why()))
                        .map(Kept::of));
    }

    @PostMapping("/{book}/{id}/withdrawal")
    Answer.Changed<Kept> withdraw(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable String book,
            @PathVariable UUID id,
            @Valid @RequestBody WithdrawRequest body) {
        return commands.run(
                permissions.keeper(actor),
                request,
                body,
                () -> region(body.regionCode(), "regionCode")
                        .then(code -> withdrawRule.withdraw(actor, book, code, id, body.why()))
                        .map(Kept::of));
    }

    private static Outcome<RuleDraft> draft(SetRequest body) {
        return region(body.regionCode(), "regionCode")
                .map(code -> new RuleDraft(
                        body.key() == null ? "" : body.key(),
                        code,
                        body.from(),
                        body.terms(),
                        body.source(),
                        body.why()));
    }

    private static Outcome<RegionCode> region(String text, String field) {
        return RegionCode.parse(text)
                .<Outcome<RegionCode>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid(field, RuleRefusal.REGION_UNKNOWN));
    }
}
