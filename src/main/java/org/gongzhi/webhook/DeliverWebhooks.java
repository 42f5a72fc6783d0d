package org.gongzhi.webhook;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongzhi.kernel.Time;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Sends what is due, each with its own signature; what is not taken comes again later and later, for two days. */
@Component
class DeliverWebhooks {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverWebhooks.class);

    /** After the first, second … failure. */
    private static final List<Duration> AGAIN_AFTER = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    static final Duration PAUSED_AFTER = Duration.ofDays(2);

    private final Outbox outbox;
    private final WebhookProperties properties;
    private final Clock clock;

    DeliverWebhooks(Outbox outbox, WebhookProperties properties, Clock clock) {
        this.outbox = outbox;
        this.properties = properties;
        this.clock = clock;
    }

    /** How many were sent, well or not. */
    int deliver() {
        int sent = 0;
        while (outbox.handOut() > 0) {
            LOG.debug("handed out");
        }
        for (List<Outbox.Due> due = outbox.take(); !due.isEmpty(); due = outbox.take()) {
            together(due);
            sent += due.size();
        }
        return sent;
    }

    /** At the same time: one that does not answer must not hold up the others. */
    private void together(List<Outbox.Due> due) {
        List<Thread> threads = due.stream()
                .map(each -> Thread.ofVirtual().name("webhook-send").start(() -> send(each)))
                .toList();
        for (Thread thread : threads) {
            try {
                thread.join();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void send(Outbox.Due due) {
        try {
            Optional<Target> parsed = Target.parse(due.url(), properties.privateAddresses());
            Optional<InetAddress> judged =
                    parsed.isEmpty() ? Optional.empty() : parsed.get().address(properties.privateAddresses());
            if (parsed.isEmpty() || judged.isEmpty()) {
                failed(due, null, Trouble.INSIDE);
                return;
            }
            Instant now = Time.now(clock);
            Post.Response response = Post.send(
                    parsed.get(),
                    judged.get(),
                    Map.of(
                            "User-Agent", "Gongzhi",
                            "Gongzhi-Event", due.event(),
                            "Gongzhi-Delivery", due.id().toString(),
                            "Gongzhi-Algorithm", due.algorithm(),
                            "Gongzhi-Signature", Signature.of(due.algorithm(), due.secret(), now, due.payload())),
                    due.payload(),
                    (int) properties.timeout().toMillis());
            if (response.status() >= 200 && response.status() < 300) {
                outbox.delivered(due, response.status(), response.body());
            } else {
                failed(due, response, Trouble.ANSWERED);
            }
        } catch (IOException notSent) {
            LOG.info("webhook {} was not taken: {}", due.endpoint(), notSent.getMessage());
            failed(due, null, Trouble.of(notSent));
        }
    }

    private void failed(Outbox.Due due, Post.@Nullable Response response, Trouble trouble) {
        Instant now = Time.now(clock);
        Optional<Instant> next = due.attempt() <= AGAIN_AFTER.size()
                ? Optional.of(now.plus(AGAIN_AFTER.get(due.attempt() - 1)))
                : Optional.empty();
        outbox.failed(
                due,
                response == null ? null : response.status(),
                response == null ? null : response.body(),
                trouble,
                next,
                now.minus(PAUSED_AFTER));
    }
}
