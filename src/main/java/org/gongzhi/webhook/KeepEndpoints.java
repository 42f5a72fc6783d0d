package org.gongzhi.webhook;

import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Ids;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.privacy.Sealing;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** A system administrator connects a system of others to a territory below their own, pauses it, goes on, disconnects it, has a message sent again. */
@Component
class KeepEndpoints {

    private static final int LONGEST_NAME = 60;

    record Wanted(String name, RegionCode region, String url, List<String> events, String algorithm) {}

    /** @param secret shown this once */
    record Connected(UUID id, String secret) {}

    record Changed(UUID id) {}

    private final Webhooks webhooks;
    private final WebhookProperties properties;
    private final Sealing sealing;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    KeepEndpoints(
            Webhooks webhooks,
            WebhookProperties properties,
            Sealing sealing,
            RegionLookup regions,
            Transactions transactions,
            Audit audit) {
        this.webhooks = webhooks;
        this.properties = properties;
        this.sealing = sealing;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
    }

    Outcome<Connected> connect(Actor actor, Wanted wanted) {
        if (!WebhookPolicy.mayKeep(actor)) {
            return Outcome.refused(WebhookRefusal.NOT_YOURS);
        }
        return checked(actor, wanted).then(valid -> transactions.write(actor, () -> Outcome.done(make(actor, valid))));
    }

    Outcome<Changed> disconnect(Actor actor, UUID endpoint) {
        return change(actor, endpoint, "webhook.disconnect", () -> {
            webhooks.remove(endpoint);
            return true;
        });
    }

    Outcome<Changed> pause(Actor actor, UUID endpoint, boolean isPaused) {
        return change(actor, endpoint, isPaused ? "webhook.pause" : "webhook.resume", () -> {
            webhooks.pause(endpoint, isPaused);
            return true;
        });
    }

    Outcome<Changed> sendAgain(Actor actor, UUID endpoint, UUID delivery) {
        return change(actor, endpoint, "webhook.send-again", () -> webhooks.sendAgain(endpoint, delivery));
    }

    private Outcome<Changed> change(
            Actor actor, UUID endpoint, String action, java.util.function.BooleanSupplier work) {
        if (!WebhookPolicy.mayKeep(actor)) {
            return Outcome.refused(WebhookRefusal.NOT_YOURS);
        }
        return transactions.write(actor, () -> {
            Optional<RegionCode> region = webhooks.regionOf(endpoint);
            if (region.isEmpty()) {
                return Outcome.refused(WebhookRefusal.UNKNOWN);
            }
            if (!work.getAsBoolean()) {
                return Outcome.refused(WebhookRefusal.DELIVERY_UNKNOWN);
            }
            audit.record(actor, action, "webhook_endpoint", endpoint, region.get(), null, null, null);
            return Outcome.done(new Changed(endpoint));
        });
    }

    private Outcome<Wanted> checked(Actor actor, Wanted wanted) {
        String name = Words.tidy(wanted.name()).replace('\n', ' ');
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            return Outcome.invalid("name", WebhookRefusal.NAME_LENGTH, LONGEST_NAME);
        }
        boolean isBelow = regions.find(wanted.region())
                .filter(region -> region.working() && region.level() >= Region.DISTRICT)
                .filter(_ -> regions.isWithin(wanted.region(), actor.node()))
                .isPresent();
        if (!isBelow) {
            return Outcome.invalid("regionCode", WebhookRefusal.REGION_UNKNOWN);
        }
        if (wanted.events().isEmpty() || !WebhookPolicy.EVENTS.containsAll(wanted.events())) {
            return Outcome.invalid("events", WebhookRefusal.EVENTS_UNKNOWN);
        }
        if (!WebhookPolicy.ALGORITHMS.contains(wanted.algorithm())) {
            return Outcome.invalid("algorithm", WebhookRefusal.ALGORITHM_UNKNOWN);
        }
        return reachable(wanted.url())
                .map(url -> new Wanted(
                        name, wanted.region(), url, List.copyOf(Set.copyOf(wanted.events())), wanted.algorithm()));
    }

    private Outcome<String> reachable(String url) {
        Optional<Target> target = Target.parse(url, properties.privateAddresses());
        if (target.isEmpty()) {
            return Outcome.invalid("url", WebhookRefusal.URL_INVALID);
        }
        try {
            return target.get().address(properties.privateAddresses()).isPresent()
                    ? Outcome.done(url.strip())
                    : Outcome.invalid("url", WebhookRefusal.URL_INSIDE);
        } catch (UnknownHostException unknown) {
            return Outcome.invalid("url", WebhookRefusal.URL_UNRESOLVED);
        }
    }

    private Connected make(Actor actor, Wanted wanted) {
        UUID id = Ids.next();
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String secret = "whsec_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        webhooks.add(
                actor,
                new Webhooks.Made(
                        id,
                        wanted.region(),
                        wanted.name(),
                        wanted.url(),
                        wanted.events(),
                        wanted.algorithm(),
                        sealing.seal(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), "webhook/" + id)));
        audit.record(
                actor,
                "webhook.connect",
                "webhook_endpoint",
                id,
                wanted.region(),
                null,
                Map.of("name", wanted.name(), "url", wanted.url(), "events", wanted.events()),
                null);
        return new Connected(id, secret);
    }
}
