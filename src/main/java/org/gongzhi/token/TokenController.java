package org.gongzhi.token;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/machine-tokens")
class TokenController {

    record IssueRequest(
            String name,
            String regionCode,

            @OneOf({"read", "register", "open311", "metrics"})
            List<String> verbs,

            @Nullable List<String> addresses,
            LocalDate expiresOn) {}

    private final IssueToken issue;
    private final RevokeToken revoke;
    private final Tokens tokens;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;

    TokenController(
            IssueToken issue,
            RevokeToken revoke,
            Tokens tokens,
            Transactions transactions,
            Commands commands,
            Answers answers) {
        this.issue = issue;
        this.revoke = revoke;
        this.tokens = tokens;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
    }

    @GetMapping
    Answer<Items<Tokens.Row>> all(@CurrentActor Actor actor) {
        return TokenPolicy.maySee(actor)
                ? Answer.of(ResponseEntity.ok(new Items<>(transactions.read(actor, tokens::all))))
                : answers.refused(Outcome.refused(TokenRefusal.NOT_YOURS_TO_SEE));
    }

    /** Not kept under an idempotency key: the token must not lie in the database in the clear. Sent twice, there are two, and one is revoked. */
    @PostMapping
    Answer<IssueToken.Issued> issue(@CurrentActor Actor actor, @RequestBody IssueRequest body) {
        return answers.of(RegionCode.parse(body.regionCode())
                .<Outcome<RegionCode>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("regionCode", TokenRefusal.REGION_UNKNOWN))
                .then(region -> issue.issue(
                        actor,
                        new IssueToken.Wanted(
                                body.name(),
                                region,
                                body.verbs(),
                                body.addresses() == null ? List.of() : body.addresses(),
                                body.expiresOn()))));
    }

    @DeleteMapping("/{id}")
    Answer.Changed<RevokeToken.Revoked> revoke(
            @CurrentActor Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        return commands.run(actor, request, null, () -> revoke.revoke(actor, id));
    }
}
