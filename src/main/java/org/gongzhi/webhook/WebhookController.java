package org.gongzhi.webhook;

import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/webhooks")
class WebhookController {

    record ConnectRequest(
            String name,
            String regionCode,
            String url,

            @OneOf({"demand.raised", "demand.moved", "demand.judged"})
            List<String> events,

            @OneOf({"hmac-sha256", "hmac-sm3"}) String algorithm) {}

    record PauseRequest(boolean paused) {}

    record Stopped(long count) {}

    private final KeepEndpoints keep;
    private final Webhooks webhooks;
    private final Outbox outbox;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;

    WebhookController(
            KeepEndpoints keep,
            Webhooks webhooks,
            Outbox outbox,
            Transactions transactions,
            Commands commands,
            Answers answers) {
        this.keep = keep;
        this.webhooks = webhooks;
        this.outbox = outbox;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
    }

    /** For whoever can do something about it, who is told on every page. */
    @GetMapping("/stopped")
    Answer<Stopped> stopped(@CurrentActor Actor actor) {
        return answers.of(
                WebhookPolicy.mayKeep(actor)
                        ? Outcome.done(new Stopped(transactions.read(actor, webhooks::stopped)))
                        : Outcome.refused(WebhookRefusal.NOT_YOURS));
    }

    @GetMapping
    Answer<Items<Webhooks.Endpoint>> all(@CurrentActor Actor actor) {
        return answers.of(seen(actor).map(_ -> new Items<>(transactions.read(actor, webhooks::all))));
    }

    @GetMapping("/{id}/deliveries")
    Answer<Items<Webhooks.Delivery>> deliveries(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(seen(actor)
                .then(_ -> transactions.read(
                        actor,
                        () -> webhooks.regionOf(id).isPresent()
                                ? Outcome.done(new Items<>(webhooks.deliveries(id)))
                                : Outcome.refused(WebhookRefusal.UNKNOWN))));
    }

    /** Not kept under an idempotency key: the secret must not lie in the database in the clear. */
    @PostMapping
    Answer<KeepEndpoints.Connected> connect(@CurrentActor Actor actor, @RequestBody ConnectRequest body) {
        Outcome<KeepEndpoints.Connected> connected = RegionCode.parse(body.regionCode())
                .<Outcome<RegionCode>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("regionCode", WebhookRefusal.REGION_UNKNOWN))
                .then(region -> keep.connect(
                        actor,
                        new KeepEndpoints.Wanted(body.name(), region, body.url(), body.events(), body.algorithm())));
        outbox.forget();
        return answers.of(connected);
    }

    @PutMapping("/{id}/pause")
    Answer.Changed<KeepEndpoints.Changed> pause(
            @CurrentActor Actor actor,
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestBody PauseRequest body) {
        return commands.run(actor, request, body, () -> keep.pause(actor, id, body.paused()));
    }

    @DeleteMapping("/{id}")
    Answer.Changed<KeepEndpoints.Changed> disconnect(
            @CurrentActor Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        return commands.run(actor, request, null, () -> keep.disconnect(actor, id));
    }

    @PostMapping("/{id}/deliveries/{delivery}/again")
    Answer.Changed<KeepEndpoints.Changed> again(
            @CurrentActor Actor actor, HttpServletRequest request, @PathVariable UUID id, @PathVariable UUID delivery) {
        return commands.run(actor, request, null, () -> keep.sendAgain(actor, id, delivery));
    }

    private static Outcome<Boolean> seen(Actor actor) {
        return WebhookPolicy.maySee(actor) ? Outcome.done(true) : Outcome.refused(WebhookRefusal.NOT_YOURS);
    }
}
