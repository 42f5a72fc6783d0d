package org.gongzhi.roll;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.gongzhi.audit.Audit;
import org.gongzhi.job.JobKind;
import org.gongzhi.job.JobResult;
import org.gongzhi.job.Progress;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.organization.OrganizationLookup;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.roll.RollQueries.Row;
import org.gongzhi.sheet.SheetWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The roll as a sheet, in the columns in which one is taken over, page by page, so that memory stays small. */
@Component
class ExportRollJob implements JobKind {

    static final String KIND = "organization-export";

    private static final int PAGE = 1_000;

    /** Of one or of the other: a place, or an organization; {@code name} is what it is called. */
    record Order(@Nullable String region, @Nullable UUID organization, String name, String format) {}

    private final RollQueries queries;
    private final OrganizationLookup organizations;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Audit audit;
    private final MessageSource messages;
    private final Clock clock;

    ExportRollJob(
            RollQueries queries,
            OrganizationLookup organizations,
            RegionLookup regions,
            Transactions transactions,
            Audit audit,
            MessageSource messages,
            Clock clock) {
        this.queries = queries;
        this.organizations = organizations;
        this.regions = regions;
        this.transactions = transactions;
        this.audit = audit;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String code() {
        return KIND;
    }

    @Override
    public JobResult run(Actor actor, JsonNode parameters, Progress progress) {
        Order order = new Order(
                parameters.path("region").asString(null),
                parameters.hasNonNull("organization")
                        ? UUID.fromString(parameters.get("organization").asString())
                        : null,
                parameters.get("name").asString(),
                parameters.get("format").asString());
        boolean isSheet = order.format().equals("xlsx");
        List<String> headings = OrganizationSheet.CODES.stream()
                .map(code -> messages.getMessage("organization.column." + code, null, Locale.SIMPLIFIED_CHINESE))
                .toList();
        Map<String, String> kinds = transactions.read(
                actor,
                () -> organizations.kinds().stream()
                        .collect(Collectors.toMap(OrganizationLookup.Kind::code, OrganizationLookup.Kind::name)));
        long[] rows = {0};
        Consumer<Consumer<List<String>>> lines = use -> each(actor, order, row -> {
            use.accept(cells(row, kinds));
            if (++rows[0] % PAGE == 0) {
                progress.report(rows[0], null, "已写入 %,d 个".formatted(rows[0]));
            }
        });
        try {
            Path content = progress.newFile(order.format());
            try (OutputStream out = Files.newOutputStream(content)) {
                if (isSheet) {
                    SheetWriter.xlsx(out, "党组织名册", headings, lines);
                } else {
                    SheetWriter.csv(out, headings, lines);
                }
            }
            record(actor, order, rows[0]);
            return JobResult.file(
                    "党组织名册-" + order.name() + "-" + Time.today(clock) + "." + order.format(),
                    isSheet ? SheetWriter.XLSX : "text/csv",
                    content,
                    "共 %,d 个".formatted(rows[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void each(Actor actor, Order order, Consumer<Row> use) {
        UUID top = order.organization();
        if (top != null) {
            pages(actor, after -> queries.under(top, after, PAGE), use);
            return;
        }
        Scope place =
                regions.subtree(RegionCode.parse(String.valueOf(order.region())).orElseThrow());
        for (Scope.Range range : place.ranges()) {
            pages(actor, after -> queries.within(range, after, PAGE), use);
        }
    }

    /** Reads what comes after one; null: from the first. */
    private interface Pages {
        List<Row> after(@Nullable Row last);
    }

    private void pages(Actor actor, Pages pages, Consumer<Row> use) {
        Row last = null;
        List<Row> page;
        do {
            Row after = last;
            page = transactions.read(actor, () -> pages.after(after));
            page.forEach(use);
            last = page.isEmpty() ? last : page.getLast();
        } while (page.size() == PAGE);
    }

    private List<String> cells(Row row, Map<String, String> kinds) {
        return List.of(
                row.name(),
                text(row.code()),
                kinds.getOrDefault(row.kind(), row.kind()),
                text(row.superior()),
                row.region().toString(),
                row.foundedOn().toString(),
                Integer.toString(row.fullMembers()),
                Integer.toString(row.members()),
                text(row.units()),
                text(row.lastsUntil()),
                text(row.termFrom()),
                text(row.secretary()));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void record(Actor actor, Order order, long rows) {
        Map<String, Object> told = new HashMap<>();
        told.put("of", order.name());
        told.put("format", order.format());
        told.put("rows", rows);
        transactions
                .write(actor, () -> {
                    audit.record(
                            actor,
                            "organization.export",
                            "organization",
                            order.organization(),
                            actor.node(),
                            null,
                            told,
                            null);
                    return Outcome.done(rows);
                })
                .orThrow();
    }
}
