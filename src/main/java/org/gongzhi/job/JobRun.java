package org.gongzhi.job;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gongzhi.kernel.Actor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.ObjectMapper;

/** One attempt at one job: a thread that works and a thread that tells the database so. */
final class JobRun implements Progress {

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);
    private static final long HEARTBEAT_MILLIS = 1_000;

    private final JobQueue queue;
    private final JobFiles files;
    private final JobQueue.Taken job;
    private final Queue<Path> made = new ConcurrentLinkedQueue<>();

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile long done;
    private volatile @Nullable Long total;
    private volatile @Nullable String message;
    private volatile @Nullable Stop stop;

    JobRun(JobQueue queue, JobFiles files, JobQueue.Taken job) {
        this.queue = queue;
        this.files = files;
        this.job = job;
    }

    /** Why work ends before its end. */
    enum Stop {
        CANCELLED,
        /** Another node has it. */
        LOST,
        SHUTDOWN
    }

    @SuppressWarnings("serial")
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super("stopped", null, false, false);
        }
    }

    @Override
    public void report(long done, @Nullable Long total, @Nullable String message) {
        this.done = done;
        this.total = total;
        this.message = message;
        if (stop != null) {
            throw new Stopped();
        }
    }

    @Override
    public Path newFile(String ending) {
        Path file = files.make(ending);
        made.add(file);
        return file;
    }

    void shutDown() {
        stop = Stop.SHUTDOWN;
    }

    /** @param kind null when this version of the application knows none of that name */
    void run(@Nullable JobKind kind, Optional<Actor> actor, ObjectMapper json) {
        if (actor.isEmpty()) {
            queue.end(job, "failed", JobRefusal.DUTY_ENDED.code(), null);
            return;
        }
        Thread heart = Thread.ofVirtual().name("job-heartbeat").start(this::beat);
        try {
            if (kind == null) {
                throw new IllegalStateException("no kind of job is called " + job.kind());
            }
            JobResult result = kind.run(actor.get(), json.readTree(job.parameters()), this);
            quiet(heart);
            keep(actor.get(), result);
        } catch (Stopped stopped) {
            quiet(heart);
            stopped();
        } catch (RuntimeException e) {
            quiet(heart);
            if (stop == null) {
                failed(e);
            } else {
                stopped();
            }
        } finally {
            quiet(heart);
            made.forEach(files::delete);
        }
    }

    private void stopped() {
        Stop why = stop;
        if (why == Stop.CANCELLED) {
            queue.end(job, "cancelled", null, null);
        } else if (why == Stop.SHUTDOWN) {
            queue.giveBack(job);
        }
    }

    private void failed(RuntimeException e) {
        String number = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("job {} of kind {} failed, support number {}", job.id(), job.kind(), number, e);
        queue.end(job, "failed", JobRefusal.FAILED.code(), number);
    }

    private void keep(Actor actor, JobResult result) {
        JobResult.ResultFile file = result.file();
        if (file == null) {
            queue.finish(actor, job, done, total, result.message(), null);
            return;
        }
        try (InputStream content = Files.newInputStream(file.content())) {
            queue.finish(
                    actor,
                    job,
                    done,
                    total,
                    result.message(),
                    new JobQueue.StoredFile(file.name(), file.mediaType(), content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void beat() {
        boolean isOver = false;
        while (!isOver && stop == null) {
            try {
                switch (queue.heartbeat(job, done, total, message)) {
                    case CANCELLED -> stop = Stop.CANCELLED;
                    case NOT_YOURS -> stop = Stop.LOST;
                    case GO_ON -> {}
                }
            } catch (RuntimeException databaseAway) {
                // The work itself will meet the outage; when it lasts, another node takes over.
                LOG.debug("no heartbeat for job {}", job.id());
            }
            isOver = waited();
        }
    }

    private boolean waited() {
        try {
            return over.await(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Lets the heart finish its beat: an interrupt in the middle of a statement would close the connection under it. */
    private void quiet(Thread heart) {
        over.countDown();
        try {
            heart.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
