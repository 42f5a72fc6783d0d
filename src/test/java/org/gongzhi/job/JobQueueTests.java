package org.gongzhi.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The queue and one attempt at a job, on the real database. */
class JobQueueTests {

    @AutoClose
    private final TestDatabase database = TestDatabase.fresh();

    private final Kernel kernel = Kernel.on(database);
    private final Clock clock = Clock.system(Time.ZONE);
    private final JsonMapper json = JsonMapper.builder().build();
    private final JobSignal signal = new JobSignal();
    private final JobQueue queue = queueIn(Duration.ZERO);
    private final JobFiles files = new JobFiles(kernel.folder().toString());
    private final JobQueries queries = new JobQueries(kernel.sql());
    private final Actor clerk = Kernel.clerk();

    /** What a kind does, as a line of a test. */
    @FunctionalInterface
    private interface Work {
        JobResult run(Actor actor, JsonNode parameters, Progress progress);
    }

    private record Kind(String code, Work work) implements JobKind {
        @Override
        public JobResult run(Actor actor, JsonNode parameters, Progress progress) {
            return work.run(actor, parameters, progress);
        }
    }

    private static Kind kind(Work work) {
        return new Kind("test.count", work);
    }

    private JobQueue queueIn(Duration later) {
        Clock then = Clock.offset(clock, later);
        return new JobQueue(
                kernel.transactions(),
                kernel.sql(),
                new org.gongzhi.file.Files(kernel.transactions(), kernel.sql(), then),
                then);
    }

    private UUID submitted(Object parameters) {
        var beans = new StaticListableBeanFactory(Map.of("kind", kind((_, _, _) -> JobResult.message(""))));
        Jobs jobs = new Jobs(kernel.sql(), json, clock, signal, beans.getBeanProvider(JobKind.class));
        return kernel.transactions()
                .write(clerk, () -> Outcome.done(jobs.submit(clerk, "test.count", parameters)))
                .orThrow();
    }

    private JobQueries.Row row(UUID id) {
        return kernel.transactions().read(clerk, () -> queries.find(clerk, id)).orElseThrow();
    }

    private void run(JobQueue.Taken job, @Nullable JobKind kind) {
        new JobRun(queue, files, job).run(kind, Optional.of(clerk), json);
    }

    @Test
    void aJobRunsAsWhoeverAskedAndKeepsItsResultForThemAlone() throws IOException {
        UUID id = submitted(Map.of("rows", 3));
        Path made = files.make("csv");

        run(queue.take().orElseThrow(), kind((actor, parameters, progress) -> {
            assertThat(actor).isEqualTo(clerk);
            progress.report(3, 3L, "已写 " + parameters.get("rows").asInt() + " 行");
            try {
                Files.writeString(made, "一,二,三");
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return JobResult.file("台账.csv", "text/csv", made, "共 3 行");
        }));

        assertThat(row(id)).satisfies(job -> {
            assertThat(job.state()).isEqualTo("done");
            assertThat(job.done()).isEqualTo(3);
            assertThat(job.total()).isEqualTo(3);
            assertThat(job.message()).isEqualTo("共 3 行");
            assertThat(job.resultFile()).isNotNull();
            assertThat(job.hasEnded()).isTrue();
        });
        assertThat(kernel.transactions().read(Kernel.neighbour(), () -> queries.find(Kernel.neighbour(), id)))
                .isEmpty();
        assertThat(kernel.transactions().read(clerk, () -> queries.latest(clerk)))
                .hasSize(1);
    }

    @Test
    void eachJobIsTakenOnceHoweverManyTakeAtOnce() throws Exception {
        Set<UUID> submitted = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            submitted.add(submitted(Map.of()));
        }
        Callable<List<UUID>> taker = () -> java.util.stream.Stream.generate(queue::take)
                .takeWhile(Optional::isPresent)
                .map(job -> job.orElseThrow().id())
                .toList();
        List<UUID> taken;
        try (var threads = Executors.newFixedThreadPool(4)) {
            taken = threads.invokeAll(List.of(taker, taker, taker, taker)).stream()
                    .flatMap(done -> done.resultNow().stream())
                    .toList();
        }

        // A taker may find the queue empty while another holds the last jobs; nothing is ever taken twice.
        assertThat(taken).doesNotHaveDuplicates().isSubsetOf(submitted);
        assertThat(queue.take().isEmpty() ? taken : submitted).isNotEmpty();
    }

    @Test
    void theJobOfADeadNodeIsTakenOverAndTheDeadOneWritesNothingAnyMore() {
        UUID id = submitted(Map.of());
        JobQueue.Taken first = queue.take().orElseThrow();
        assertThat(queue.take()).isEmpty();

        JobQueue.Taken second = queueIn(Duration.ofMinutes(1)).take().orElseThrow();

        assertThat(second.id()).isEqualTo(id);
        assertThat(second.attempt()).isEqualTo(2);
        assertThat(queue.heartbeat(first, 1, null, null)).isEqualTo(JobQueue.Word.NOT_YOURS);
        assertThat(queue.finish(clerk, first, 1, null, "late", null)).isFalse();
        assertThat(queue.heartbeat(second, 1, null, null)).isEqualTo(JobQueue.Word.GO_ON);
    }

    @Test
    void aJobThatTookThreeNodesWithItIsGivenUp() {
        UUID id = submitted(Map.of());
        for (int attempt = 0; attempt < JobQueue.MOST_ATTEMPTS; attempt++) {
            assertThat(queueIn(Duration.ofMinutes(attempt)).take()).isPresent();
        }

        assertThat(queueIn(Duration.ofMinutes(9)).take()).isEmpty();
        assertThat(row(id).problem()).isEqualTo("job.gave-up");
    }

    @Test
    void aWaitingJobIsCancelledAtOnceAndARunningOneAtItsNextReport() {
        UUID waiting = submitted(Map.of());
        assertThat(cancelled(waiting)).isTrue();
        assertThat(row(waiting).state()).isEqualTo("cancelled");
        assertThat(cancelled(waiting)).isFalse();

        UUID running = submitted(Map.of());
        JobQueue.Taken taken = queue.take().orElseThrow();
        run(taken, kind((_, _, progress) -> {
            cancelled(running);
            while (true) {
                progress.report(1, null, null);
                Thread.onSpinWait();
            }
        }));

        assertThat(row(running).state()).isEqualTo("cancelled");
    }

    private boolean cancelled(UUID id) {
        return kernel.transactions()
                .write(clerk, () -> Outcome.done(queue.cancel(clerk, id)))
                .orThrow();
    }

    @Test
    void workThatBreaksSaysSoWithANumberForSupport() {
        UUID broken = submitted(Map.of());
        run(queue.take().orElseThrow(), kind((_, _, _) -> {
            throw new IllegalStateException("a bug");
        }));
        UUID unknown = submitted(Map.of());
        run(queue.take().orElseThrow(), null);

        assertThat(List.of(row(broken), row(unknown))).allSatisfy(job -> {
            assertThat(job.state()).isEqualTo("failed");
            assertThat(job.problem()).isEqualTo("job.failed");
            assertThat(job.message()).hasSize(8);
        });
    }

    @Test
    void aJobWhoseDutyHasEndedIsNotDone() {
        UUID id = submitted(Map.of());
        new JobRun(queue, files, queue.take().orElseThrow())
                .run(kind((_, _, _) -> JobResult.message("")), Optional.empty(), json);

        assertThat(row(id).problem()).isEqualTo("job.duty-ended");
    }

    @Test
    void aNodeThatStopsGivesItsJobBack() {
        UUID id = submitted(Map.of());
        JobQueue.Taken taken = queue.take().orElseThrow();
        JobRun run = new JobRun(queue, files, taken);
        run.run(
                kind((_, _, progress) -> {
                    run.shutDown();
                    progress.report(1, null, null);
                    return JobResult.message("not reached");
                }),
                Optional.of(clerk),
                json);

        assertThat(row(id).state()).isEqualTo("waiting");
        assertThat(queue.take().orElseThrow().attempt()).isEqualTo(1);
    }

    @Test
    void whatAJobWritesLiesInTheDataFolderAndIsGoneWhateverComesOfTheJob() {
        List<Path> made = new ArrayList<>();
        Work writing = (_, _, progress) -> {
            made.add(written(progress.newFile("csv")));
            return JobResult.file("a.csv", "text/csv", made.getLast(), "");
        };
        Work breaking = (_, _, progress) -> {
            made.add(written(progress.newFile("xlsx")));
            throw new IllegalStateException("a bug");
        };
        for (Work work : List.of(writing, breaking)) {
            submitted(Map.of());
            run(queue.take().orElseThrow(), kind(work));
        }

        assertThat(made)
                .hasSize(2)
                .allSatisfy(file -> assertThat(file)
                        .startsWithRaw(kernel.folder().toAbsolutePath())
                        .doesNotExist());
    }

    private static Path written(Path file) {
        try {
            return Files.writeString(file, "一,二");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatAKilledProcessLeftIsThrownAwayAtTheNextStart() throws IOException {
        Path folder = kernel.folder().toAbsolutePath().resolve("jobs");
        long nobody = Long.MAX_VALUE;
        long another = ProcessHandle.allProcesses()
                .mapToLong(ProcessHandle::pid)
                .filter(pid -> pid != ProcessHandle.current().pid())
                .min()
                .orElseThrow();
        Path left =
                Files.createDirectories(folder.resolve(Long.toString(nobody))).resolve("job1.xlsx");
        Path held =
                Files.createDirectories(folder.resolve(Long.toString(another))).resolve("job2.xlsx");
        Files.writeString(left, "half");
        Files.writeString(held, "half");
        Path ofAnEarlierProcessWithThisNumber = files.make("csv");

        new JobFiles(kernel.folder().toString()).sweep();

        assertThat(left.getParent()).doesNotExist();
        assertThat(ofAnEarlierProcessWithThisNumber).doesNotExist();
        assertThat(held).exists();
        assertThat(files.make("csv")).exists();
    }

    @Test
    void endedJobsAndTheirResultsAreForgottenAfterAMonth() throws IOException {
        UUID id = submitted(Map.of());
        Path made = files.make("csv");
        Files.writeString(made, "x");
        run(queue.take().orElseThrow(), kind((_, _, _) -> JobResult.file("a.csv", "text/csv", made, "")));

        assertThat(queue.sweep()).isZero();
        assertThat(queueIn(Duration.ofDays(31)).sweep()).isEqualTo(1);
        assertThat(kernel.transactions().read(clerk, () -> queries.find(clerk, id)))
                .isEmpty();
        assertThat(kernel.asOwner("delete from file")).isZero();
    }

    @Test
    void onlyKnownKindsAreTakenInAndOnlyFromSomeoneInADuty() {
        var none = new StaticListableBeanFactory().getBeanProvider(JobKind.class);
        Jobs jobs = new Jobs(kernel.sql(), json, clock, signal, none);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> kernel.transactions()
                        .write(clerk, () -> Outcome.done(jobs.submit(clerk, "test.count", Map.of()))))
                .isInstanceOf(IllegalArgumentException.class);
        var beans = new StaticListableBeanFactory(Map.of("kind", kind((_, _, _) -> JobResult.message(""))));
        Jobs known = new Jobs(kernel.sql(), json, clock, signal, beans.getBeanProvider(JobKind.class));
        Actor worker = Actor.worker("nobody");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> kernel.transactions()
                        .write(worker, () -> Outcome.done(known.submit(worker, "test.count", Map.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
