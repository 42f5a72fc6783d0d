package org.gongzhi.job;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Tells the workers of this node that there may be something to do. A hint: what it misses the poll finds. */
@Component
class JobSignal {

    private final Semaphore hints = new Semaphore(0);

    void give() {
        hints.release();
    }

    void await(long milliseconds) throws InterruptedException {
        if (hints.tryAcquire(milliseconds, TimeUnit.MILLISECONDS)) {
            hints.drainPermits();
        }
    }
}
