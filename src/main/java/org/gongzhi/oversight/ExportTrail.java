package org.gongzhi.oversight;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongzhi.audit.Audit;
import org.gongzhi.audit.AuditQueries;
import org.gongzhi.http.OneOf;
import org.gongzhi.job.JobKind;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The trail as a sheet: the entries that the same filter lists, page by page. That it was taken away is an entry of its own. */
@Component
class ExportTrail implements JobKind {

    static final String KIND = "audit-export";

    private static final int PAGE = 500;
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final List<String> COLUMNS = List.of(
            "position",
            "at",
            "actor",
            "address",
            "action",
            "subject",
            "subject-id",
            "region",
            "before",
            "after",
            "purpose");

    /**
     * @param region narrows the territory of the duty; null: all of it
     * @param language of the sheet; null: of whoever asks
     */
    record Order(
            @Nullable String who,
            @Nullable String action,
            @Nullable String subjectKind,
            @Nullable UUID subject,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String region,
            @OneOf({"zh-CN", "en"}) @Nullable String language) {

        Order in(Locale asked) {
            return language != null
                    ? this
                    : new Order(
                            who,
                            action,
                            subjectKind,
                            subject,
                            from,
                            to,
                            region,
                            asked.getLanguage().equals("en") ? "en" : "zh-CN");
        }
    }

    private final AuditQueries queries;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;
    private final ObjectMapper json;
    private final MessageSource messages;
    private final Clock clock;

    ExportTrail(
            AuditQueries queries,
            RegionLookup regions,
            Transactions transactions,
            Audit audit,
            ObjectMapper json,
            MessageSource messages,
            Clock clock) {
        this.queries = queries;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
        this.json = json;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public JobResult run(Actor actor, JsonNode parameters, Progress progress) {
        Order order = json.convertValue(parameters, Order.class);
        try {
            Path content = progress.newFile("xlsx");
            long rows;
            try (OutputStream out = Files.newOutputStream(content)) {
                rows = write(actor, order, out, progress);
            }
            transactions
                    .write(actor, () -> {
                        audit.record(
                                actor,
                                "audit.export",
                                "audit",
                                null,
                                actor.node(),
                                null,
                                Map.of("filter", order, "rows", rows),
                                null);
                        return Outcome.done(rows);
                    })
                    .orThrow();
            return JobResult.file("审计记录-" + Time.today(clock) + ".xlsx", SHEET, content, "共 %,d 条".formatted(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long write(Actor actor, Order order, OutputStream out, Progress progress) throws IOException {
        Region territory = regions.get(actor.node());
        Actor reader = actor.seeing(RegionCode.parse(order.region())
                .flatMap(regions::find)
                .map(node -> territory.subtree().within(node.code().value(), node.to()))
                .orElse(territory.subtree()));
        var filter = new AuditQueries.Filter(
                null, order.who(), order.action(), order.subjectKind(), order.subject(), order.from(), order.to());
        try (Workbook book = new Workbook(out, "Gongzhi", "1.0")) {
            var words = new TrailWords(
                    messages, Locale.forLanguageTag(Objects.requireNonNullElse(order.language(), "zh-CN")));
            Worksheet sheet = book.newWorksheet(words.word("name"));
            sheet.freezePane(0, 1);
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, words.word("column." + COLUMNS.get(column)));
            }
            int line = 0;
            String after = null;
            do {
                String from = after;
                Page<AuditQueries.Row> page = transactions.read(reader, () -> queries.page(reader, filter, from, PAGE));
                for (AuditQueries.Row row : page.items()) {
                    line++;
                    put(sheet, line, row, words);
                }
                sheet.flush();
                progress.report(line, null, "已写 %,d 条".formatted(line));
                after = page.next();
            } while (after != null);
            return line;
        }
    }

    /** Text cells only: nothing somebody typed runs as a formula. */
    private void put(Worksheet sheet, int line, AuditQueries.Row row, TrailWords words) {
        List<String> cells = List.of(
                row.position() == null ? words.word("unsealed") : row.position().toString(),
                SECOND.format(row.at().atZone(Time.ZONE)),
                words.actor(row.actor()),
                row.address(),
                words.done(row.action()),
                words.subject(row.subjectKind()),
                row.subjectId() == null ? "" : row.subjectId().toString(),
                RegionCode.parse(row.regionCode()).map(regions::pathText).orElse(row.regionCode()),
                Objects.requireNonNullElse(row.before(), ""),
                Objects.requireNonNullElse(row.after(), ""),
                Objects.requireNonNullElse(row.purpose(), ""));
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(line, column, cells.get(column));
        }
    }
}
