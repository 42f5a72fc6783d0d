package org.gongzhi.ledger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongzhi.audit.Audit;
import org.gongzhi.demand.DemandDictionary;
import org.gongzhi.demand.DemandId;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.job.JobKind;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Cursor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.ledger.LedgerQueries.ListRow;
import org.gongzhi.question.Answered;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The ledger as a sheet: the rows that the same filter lists, page by page as the list reads them, so that memory stays small. Contacts are never in it. */
@Component
class ExportDemands implements JobKind {

    static final String KIND = "demand-export";

    private static final int PAGE = 500;
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final List<String> COLUMNS =
            List.of("编号", "诉求", "同感", "社区 · 网格", "类别", "渠道", "状态", "当前责任", "登记时间", "到期时间", "是否超期", "补充信息");

    /** @param today the day on which it was asked for, so that ages mean what they meant on the screen */
    record Order(Map<String, String> filter, String format, LocalDate today) {}

    private final LedgerQueries queries;
    private final CaseQueries cases;
    private final DemandDictionary dictionary;
    private final RegionLookup regions;
    private final AccountLookup accounts;
    private final Transactions transactions;
    private final Audit audit;
    private final MessageSource messages;
    private final ObjectMapper json;
    private final Clock clock;

    ExportDemands(
            LedgerQueries queries,
            CaseQueries cases,
            DemandDictionary dictionary,
            RegionLookup regions,
            AccountLookup accounts,
            Transactions transactions,
            Audit audit,
            MessageSource messages,
            ObjectMapper json,
            Clock clock) {
        this.queries = queries;
        this.cases = cases;
        this.dictionary = dictionary;
        this.regions = regions;
        this.accounts = accounts;
        this.transactions = transactions;
        this.audit = audit;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public JobResult run(Actor actor, JsonNode parameters, Progress progress) {
        Order order = new Order(
                json.convertValue(parameters.get("filter"), new TypeReference<Map<String, String>>() {}),
                parameters.get("format").asString(),
                LocalDate.parse(parameters.get("today").asString()));
        LedgerFilter filter = LedgerFilter.of(order.filter(), order.today()).orThrow();
        boolean isSheet = order.format().equals("xlsx");
        try {
            Path content = progress.newFile(order.format());
            long rows;
            try (OutputStream out = Files.newOutputStream(content)) {
                rows = isSheet ? sheet(actor, filter, out, progress) : csv(actor, filter, out, progress);
            }
            record(actor, order, rows);
            String name = "民情台账-" + Time.today(clock) + "." + order.format();
            return JobResult.file(name, isSheet ? SHEET : "text/csv", content, "共 %,d 件".formatted(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(Actor actor, Order order, long rows) {
        transactions
                .write(actor, () -> {
                    audit.record(
                            actor,
                            "demand.export",
                            DemandId.SUBJECT,
                            null,
                            actor.node(),
                            null,
                            Map.of("filter", order.filter(), "format", order.format(), "rows", rows),
                            null);
                    return Outcome.done(rows);
                })
                .orThrow();
    }

    private long sheet(Actor actor, LedgerFilter filter, OutputStream out, Progress progress) throws IOException {
        try (Workbook book = new Workbook(out, "Gongzhi", "1.0")) {
            Worksheet sheet = book.newWorksheet("民情台账");
            sheet.freezePane(0, 1);
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column));
            }
            int[] line = {1};
            return each(actor, filter, progress, cells -> {
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(line[0], column, cells.get(column));
                }
                line[0]++;
                if (line[0] % PAGE == 0) {
                    flush(sheet);
                }
            });
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long csv(Actor actor, LedgerFilter filter, OutputStream out, Progress progress) throws IOException {
        try (var writer = new BufferedWriter(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            // Without the mark, Excel reads Chinese as something else.
            writer.write('\uFEFF');
            writer.write(line(COLUMNS));
            return each(actor, filter, progress, cells -> {
                try {
                    writer.write(line(cells));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    static String line(List<String> cells) {
        return cells.stream().map(ExportDemands::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** What a resident wrote must never run as a formula in somebody's Excel. */
    private static String cell(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private long each(Actor actor, LedgerFilter filter, Progress progress, Consumer<List<String>> use) {
        long done = 0;
        Cursor after = null;
        String total = transactions.read(actor, () -> queries.count(actor, reach(actor, filter), meant(filter)));
        Long known = total.endsWith("+") ? null : Long.valueOf(total);
        do {
            Cursor from = after;
            Lines lines = transactions.read(actor, () -> lines(actor, filter, from));
            lines.cells().forEach(use);
            done += lines.cells().size();
            progress.report(done, known, "已写 %,d 件".formatted(done));
            after = Cursor.decode(lines.next()).orElse(null);
        } while (after != null);
        return done;
    }

    private record Lines(List<List<String>> cells, @Nullable String next) {}

    private Lines lines(Actor actor, LedgerFilter filter, @Nullable Cursor after) {
        Page<ListRow> page = queries.page(actor, reach(actor, filter), meant(filter), after, PAGE);
        DemandNames names = new DemandNames(regions, accounts, dictionary.kindNames());
        Map<UUID, List<Answered>> answers =
                cases.answers(page.items().stream().map(ListRow::id).toList());
        return new Lines(
                page.items().stream()
                        .map(row -> cells(row, names, answers.getOrDefault(row.id(), List.of())))
                        .toList(),
                page.next());
    }

    private LedgerReach reach(Actor actor, LedgerFilter filter) {
        return LedgerReach.of(actor, filter.region(), regions).orThrow();
    }

    private LedgerFilter meant(LedgerFilter filter) {
        return filter.withKinds(dictionary::withChildren);
    }

    private List<String> cells(ListRow row, DemandNames names, List<Answered> answers) {
        return List.of(
                row.number(),
                row.title(),
                Integer.toString(row.joiners()),
                names.place(row.region()),
                names.kind(row.kind()),
                word("ledger.channel." + row.channel()),
                word("ledger.status." + row.status()),
                names.responsible(row.node(), row.departmentId(), row.handlerId()),
                minute(row.raisedAt()),
                minute(row.dueAt()),
                row.isLate() ? "是" : "否",
                answers.stream()
                        .map(each -> each.told(false))
                        .map(told -> told.question() + "：" + told.answer())
                        .collect(Collectors.joining("；")));
    }

    private String word(String key) {
        return messages.getMessage(key, null, Locale.SIMPLIFIED_CHINESE);
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(Time.ZONE));
    }
}
