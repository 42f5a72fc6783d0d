package org.gongzhi.security;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Keeps this node's keys up to date. Not a recurring task: those run once for the whole cluster, this on every node. */
@Component
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class KeyWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);
    private static final long EVERY_SECONDS = 5;

    private final KeyNode node;
    private volatile @Nullable CountDownLatch over;

    KeyWatch(KeyNode node) {
        this.node = node;
    }

    @Override
    public void start() {
        CountDownLatch end = new CountDownLatch(1);
        over = end;
        Thread.ofVirtual().name("key-watch").start(() -> watch(end));
    }

    @Override
    public void stop() {
        CountDownLatch end = over;
        over = null;
        if (end != null) {
            end.countDown();
        }
    }

    @Override
    public boolean isRunning() {
        return over != null;
    }

    private void watch(CountDownLatch end) {
        boolean isOver = false;
        while (!isOver) {
            try {
                node.keepUp();
            } catch (RuntimeException databaseAway) {
                LOG.debug("keys were not looked at: {}", databaseAway.toString());
            }
            try {
                isOver = end.await(EVERY_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                isOver = true;
            }
        }
    }
}
