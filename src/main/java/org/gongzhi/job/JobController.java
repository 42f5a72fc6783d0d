package org.gongzhi.job;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.gongzhi.file.FileAnswer;
import org.gongzhi.file.Files;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.OneOf;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/jobs")
class JobController {

    private static final Duration LONGEST_WATCH = Duration.ofMinutes(30);
    private static final long LOOK_EVERY_MILLIS = 500;

    private final JobQueries queries;
    private final JobQueue queue;
    private final Files files;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;
    private final Problems problems;

    JobController(
            JobQueries queries,
            JobQueue queue,
            Files files,
            Transactions transactions,
            Commands commands,
            Answers answers,
            Problems problems) {
        this.queries = queries;
        this.queue = queue;
        this.files = files;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
        this.problems = problems;
    }

    record JobResponse(
            UUID id,
            String kind,

            @OneOf({"waiting", "running", "done", "failed", "cancelled"})
            String state,

            long done,
            @Nullable Long total,
            @Nullable String message,
            @Nullable String problem,
            boolean hasResult,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt) {}

    record Cancelled(UUID id) {}

    @GetMapping
    Items<JobResponse> latest(@CurrentActor Actor actor) {
        List<JobQueries.Row> rows = transactions.read(actor, () -> queries.latest(actor));
        return new Items<>(rows.stream().map(this::response).toList());
    }

    @GetMapping("/{id}")
    Answer<JobResponse> job(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(found(actor, id).map(this::response));
    }

    /** Tells every change until the end; the browser asks again by itself when the line breaks. */
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = JobResponse.class)))
    @GetMapping(
            path = "/{id}/events",
            produces = {MediaType.TEXT_EVENT_STREAM_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    ResponseEntity<?> events(@CurrentActor Actor actor, @PathVariable UUID id) {
        Outcome<JobQueries.Row> first = found(actor, id);
        if (!first.isDone()) {
            return answers.of(first);
        }
        SseEmitter emitter = new SseEmitter(LONGEST_WATCH.toMillis());
        var locale = org.springframework.context.i18n.LocaleContextHolder.getLocaleContext();
        // A latch rather than an interrupt, which would close a connection in the middle of a statement.
        CountDownLatch gone = new CountDownLatch(1);
        Thread watcher = Thread.ofVirtual().name("job-watch").unstarted(() -> {
            org.springframework.context.i18n.LocaleContextHolder.setLocaleContext(locale);
            watch(actor, id, emitter, gone);
        });
        emitter.onCompletion(gone::countDown);
        emitter.onTimeout(gone::countDown);
        emitter.onError(_ -> gone.countDown());
        watcher.start();
        return ResponseEntity.ok()
                .header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .body(emitter);
    }

    private void watch(Actor actor, UUID id, SseEmitter emitter, CountDownLatch gone) {
        try {
            JobResponse told = null;
            boolean hasEnded = false;
            while (!hasEnded) {
                JobResponse now = transactions
                        .read(actor, () -> queries.find(actor, id))
                        .map(this::response)
                        .orElse(null);
                if (now != null && !now.equals(told)) {
                    emitter.send(SseEmitter.event().name("job").data(now, MediaType.APPLICATION_JSON));
                }
                told = now;
                hasEnded = now == null || now.endedAt() != null || gone.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
            }
            emitter.complete();
        } catch (IOException | IllegalStateException readerGone) {
            emitter.complete();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException databaseAway) {
            emitter.completeWithError(databaseAway);
        }
    }

    @GetMapping("/{id}/result")
    Answer<byte[]> result(@CurrentActor Actor actor, @PathVariable UUID id) {
        Optional<Files.Content> content = transactions.read(
                JobQueue.keeper(actor),
                () -> queries.find(actor, id)
                        .flatMap(job -> Optional.ofNullable(job.resultFile()))
                        .flatMap(files::open));
        return content.isPresent()
                ? Answer.of(FileAnswer.of(content.get()))
                : answers.refused(Outcome.refused(JobRefusal.RESULT_MISSING));
    }

    @DeleteMapping("/{id}")
    Answer.Changed<Cancelled> cancel(@CurrentActor Actor actor, HttpServletRequest request, @PathVariable UUID id) {
        return commands.run(
                actor,
                request,
                null,
                () -> queue.cancel(actor, id)
                        ? Outcome.done(new Cancelled(id))
                        : Outcome.refused(JobRefusal.NOT_FOUND));
    }

    private Outcome<JobQueries.Row> found(Actor actor, UUID id) {
        return transactions
                .read(actor, () -> queries.find(actor, id))
                .<Outcome<JobQueries.Row>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(JobRefusal.NOT_FOUND));
    }

    /** A failed job's message is its number for support. */
    private JobResponse response(JobQueries.Row row) {
        String message = row.message() == null ? "" : row.message();
        return new JobResponse(
                row.id(),
                row.kind(),
                row.state(),
                row.done(),
                row.total(),
                row.problem() == null ? row.message() : null,
                row.problem() == null ? null : problems.word(row.problem(), message),
                row.resultFile() != null,
                row.createdAt(),
                row.startedAt(),
                row.endedAt());
    }
}
