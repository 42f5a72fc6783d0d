package org.gongzhi.job;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Takes jobs and runs them, two at a time on each node: long work must leave the machine to those who are waiting at their screens. */
@Component
@ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
class JobWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
    private static final int AT_ONCE = 2;
    private static final long AFTER_OUTAGE_MILLIS = 2_000;
    /** The hint from the poll comes every few seconds to one node of the cluster; this is only for a node that never gets one. */
    private static final long LONGEST_WAIT_MILLIS = 60_000;

    private final JobQueue queue;
    private final JobFiles files;
    private final JobSignal signal;
    private final Transactions transactions;
    private final AccountLookup accounts;
    private final ObjectProvider<JobKind> kinds;
    private final ObjectMapper json;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Set<JobRun> running = ConcurrentHashMap.newKeySet();

    private volatile boolean isRunning;

    JobWorker(
            JobQueue queue,
            JobFiles files,
            JobSignal signal,
            Transactions transactions,
            AccountLookup accounts,
            ObjectProvider<JobKind> kinds,
            ObjectMapper json) {
        this.queue = queue;
        this.files = files;
        this.signal = signal;
        this.transactions = transactions;
        this.accounts = accounts;
        this.kinds = kinds;
        this.json = json;
    }

    @Override
    public void start() {
        files.sweep();
        isRunning = true;
        Thread.ofVirtual().name("job-taker").start(this::takeAndRun);
    }

    @Override
    public void stop() {
        isRunning = false;
        running.forEach(JobRun::shutDown);
        // A hint rather than an interrupt, which would close a connection in the middle of a statement.
        signal.give();
        try {
            // Work that reports often gives its job back; the rest is taken over by others once this node is silent.
            places.tryAcquire(AT_ONCE, 5, java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }

    private void takeAndRun() {
        try {
            while (isRunning) {
                places.acquire();
                Optional<JobQueue.Taken> job = takeOrWait();
                if (job.isPresent()) {
                    Thread.ofVirtual().name("job-" + job.get().kind()).start(() -> run(job.get()));
                } else {
                    places.release();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<JobQueue.Taken> takeOrWait() throws InterruptedException {
        try {
            Optional<JobQueue.Taken> job = queue.take();
            if (job.isEmpty()) {
                signal.await(LONGEST_WAIT_MILLIS);
            }
            return job;
        } catch (RuntimeException databaseAway) {
            LOG.warn("no jobs can be taken: {}", databaseAway.toString());
            // A hint may end the wait: whoever gave it has just reached the database, or wants this node to stop.
            signal.await(AFTER_OUTAGE_MILLIS);
            return Optional.empty();
        }
    }

    private void run(JobQueue.Taken job) {
        JobRun run = new JobRun(queue, files, job);
        running.add(run);
        try {
            Optional<Actor> actor = transactions.asWorker("job", () -> accounts.actorFor(job.account(), job.duty()));
            JobKind kind = kinds.stream()
                    .filter(known -> known.code().equals(job.kind()))
                    .findFirst()
                    .orElse(null);
            run.run(kind, actor, json);
        } catch (RuntimeException databaseAway) {
            LOG.warn("job {} is left to be taken over: {}", job.id(), databaseAway.toString());
        } finally {
            running.remove(run);
            places.release();
        }
    }
}
