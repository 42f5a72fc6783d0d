package org.gongzhi.hotline;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongzhi.audit.Audit;
import org.gongzhi.job.JobKind;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.question.Answered;
import org.gongzhi.sheet.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What became of the hotline's cases, in the hotline's own form, with what was asked besides and answered. Who called is not in it: the hotline knows. */
@Component
class HotlineResultsJob implements JobKind {

    static final String KIND = "hotline-results";

    private static final List<String> COLUMNS =
            List.of("工单编号", "办理状态", "办结时间", "办理结果", "是否联系", "是否解决", "满意度", "承办单位", "本系统编号");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int TOLD_EVERY = 500;

    /** Of one import, or of the calls from one day to another, both in it. */
    record Order(
            @Nullable UUID importId,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String format) {

        @Nullable
        Instant begin() {
            return from == null ? null : from.atStartOfDay(Time.ZONE).toInstant();
        }

        @Nullable
        Instant end() {
            return to == null ? null : to.plusDays(1).atStartOfDay(Time.ZONE).toInstant();
        }
    }

    private final HotlineQueries queries;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    HotlineResultsJob(HotlineQueries queries, Transactions transactions, Audit audit, Clock clock) {
        this.queries = queries;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public JobResult run(Actor actor, JsonNode parameters, Progress progress) {
        Order order = new Order(
                id(parameters.get("importId")),
                day(parameters.get("from")),
                day(parameters.get("to")),
                parameters.get("format").asString());
        HotlinePolicy.mayExchange(actor).orThrow();
        boolean isSheet = order.format().equals("xlsx");
        try {
            Path content = progress.newFile(order.format());
            long[] lines = {0};
            List<String> questions = transactions.read(
                    actor, () -> queries.questions(actor, order.importId(), order.begin(), order.end()));
            List<String> headings =
                    Stream.concat(COLUMNS.stream(), questions.stream()).toList();
            try (OutputStream out = Files.newOutputStream(content)) {
                Consumer<Consumer<List<String>>> each =
                        take -> lines[0] = lines(actor, order, questions, progress, take);
                if (isSheet) {
                    SheetWriter.xlsx(out, "办理结果", headings, each);
                } else {
                    SheetWriter.csv(out, headings, each);
                }
            }
            record(actor, order, lines[0]);
            return JobResult.file(
                    "热线办理结果-" + Time.today(clock) + "." + order.format(),
                    isSheet ? SheetWriter.XLSX : "text/csv",
                    content,
                    "共 %,d 件".formatted(lines[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long lines(
            Actor actor, Order order, List<String> questions, Progress progress, Consumer<List<String>> take) {
        return transactions.read(actor, () -> {
            long total = queries.count(actor, order.importId(), order.begin(), order.end());
            long[] done = {0};
            queries.each(actor, order.importId(), order.begin(), order.end(), result -> {
                take.accept(cells(result, questions));
                if (++done[0] % TOLD_EVERY == 0) {
                    progress.report(done[0], total, "已写 %,d 件".formatted(done[0]));
                }
            });
            progress.report(done[0], total, null);
            return done[0];
        });
    }

    private static List<String> cells(HotlineQueries.Result result, List<String> questions) {
        List<String> cells = new ArrayList<>(List.of(
                result.number(),
                status(result.status()),
                result.closedAt() == null ? "" : MINUTE.format(result.closedAt().atZone(Time.ZONE)),
                result.result() == null ? "" : result.result(),
                yes(result.isContacted()),
                yes(result.isSolved()),
                satisfaction(result.satisfaction()),
                result.place(),
                result.demandNumber()));
        Map<String, String> answers = result.answers().stream()
                .map(each -> each.told(false))
                .collect(Collectors.toMap(Answered.Told::question, Answered.Told::answer, (first, _) -> first));
        questions.forEach(question -> cells.add(answers.getOrDefault(question, "")));
        return cells;
    }

    /** The hotline knows four states. */
    private static String status(String status) {
        return switch (status) {
            case "raised" -> "待受理";
            case "closed", "settled" -> "已办结";
            case "merged" -> "已并案办理";
            case "declined" -> "不予受理";
            case "suspended" -> "挂账";
            default -> "办理中";
        };
    }

    private static String yes(@Nullable Boolean isSo) {
        return isSo == null ? "" : isSo ? "是" : "否";
    }

    private static String satisfaction(@Nullable String code) {
        return switch (code) {
            case "satisfied" -> "满意";
            case "basically" -> "基本满意";
            case "unsatisfied" -> "不满意";
            case null, default -> "";
        };
    }

    private void record(Actor actor, Order order, long lines) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("import", String.valueOf(order.importId()));
        facts.put("from", String.valueOf(order.from()));
        facts.put("to", String.valueOf(order.to()));
        facts.put("lines", lines);
        transactions
                .write(actor, () -> {
                    audit.record(actor, "hotline.results", "hotline", null, actor.node(), null, facts, null);
                    return Outcome.done(lines);
                })
                .orThrow();
    }

    private static @Nullable UUID id(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : UUID.fromString(node.asString());
    }

    private static @Nullable LocalDate day(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : LocalDate.parse(node.asString());
    }
}
