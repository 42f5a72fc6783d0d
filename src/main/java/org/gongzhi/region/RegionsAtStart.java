package org.gongzhi.region;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Loads the tree before the web server opens its port: the server starts in one of the last phases, this in an early one, so no request ever meets half a
 * country. Tests that bring their own small tree switch it off.
 */
@Component
@ConditionalOnProperty(name = "gongzhi.regions.load", matchIfMissing = true)
class RegionsAtStart implements SmartLifecycle {

    private static final int BEFORE_THE_WEB_SERVER = -1000;

    private final LoadRegions loadRegions;
    private volatile boolean started;

    RegionsAtStart(LoadRegions loadRegions) {
        this.loadRegions = loadRegions;
    }

    @Override
    public void start() {
        loadRegions.load();
        started = true;
    }

    @Override
    public void stop() {
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
