package org.gongzhi.insight;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What figures mean: their definitions, and the formula of the three rates. */
@Component
class FormulaQueries {

    private final Sql sql;

    FormulaQueries(Sql sql) {
        this.sql = sql;
    }

    /** A node that has moved took its rules along; its past is still read by them, while a node it merged into had some of its own. */
    private static final String LINE = """
            with recursive line (code, level) as (
                select code, level from region where code = any (:path)
                union select n.code, l.level from line l join region_succession s on s.code = l.code
                      join region n on n.code = s.successor_code and n.opened_on = s.since)
            """;

    /**
     * @param basicallyWeight what a "basically satisfied" counts
     * @param validFrom the day since when it holds
     */
    record RateFormula(
            RegionCode region,
            int version,
            LocalDate validFrom,
            BigDecimal basicallyWeight,
            BigDecimal responseWeight,
            BigDecimal solutionWeight,
            BigDecimal satisfactionWeight,
            String source) {}

    record Definition(
            String code,
            String name,
            String numerator,
            @Nullable String denominator,
            String exclusions) {}

    /** That of the most particular territory of the path which holds on the day. */
    RateFormula formula(List<Region> path, LocalDate day) {
        return sql.of(LINE + """
                        select f.region_code, f.version, lower(f.valid) as valid_from, f.basically_weight, f.response_weight, f.solution_weight,
                               f.satisfaction_weight, f.source
                        from rate_formula f join line on line.code = f.region_code
                        where f.valid @> :day
                        order by line.level desc limit 1""")
                .bindLongs(
                        "path",
                        path.stream().map(region -> region.code().value()).toList())
                .bind("day", day)
                .one(row -> new RateFormula(
                        row.region("region_code"),
                        row.whole("version"),
                        row.on("valid_from"),
                        row.decimal("basically_weight"),
                        row.decimal("response_weight"),
                        row.decimal("solution_weight"),
                        row.decimal("satisfaction_weight"),
                        row.text("source")));
    }

    /** Between which marks the number of calls for a hundred cases says nothing. */
    record SignalRule(int version, BigDecimal low, BigDecimal high, int leastCases, String source) {}

    /** That of the most particular territory of the path which holds on the day. */
    SignalRule signal(List<Region> path, LocalDate day) {
        return sql.of(LINE + """
                        select s.version, s.low, s.high, s.least_cases, s.source from call_signal s join line on line.code = s.region_code
                        where s.valid @> :day order by line.level desc limit 1""")
                .bindLongs(
                        "path",
                        path.stream().map(region -> region.code().value()).toList())
                .bind("day", day)
                .one(row -> new SignalRule(
                        row.whole("version"),
                        row.decimal("low"),
                        row.decimal("high"),
                        row.whole("least_cases"),
                        row.text("source")));
    }

    Map<String, Definition> definitions(boolean isEnglish) {
        return sql
                .of("""
                        select code, case when :english then name_en else name end as name,
                               case when :english then numerator_en else numerator end as numerator,
                               case when :english then denominator_en else denominator end as denominator,
                               case when :english then exclusions_en else exclusions end as exclusions
                        from figure order by position""")
                .bind("english", isEnglish)
                .list(row -> new Definition(
                        row.text("code"),
                        row.text("name"),
                        row.text("numerator"),
                        row.textOrNull("denominator"),
                        row.text("exclusions")))
                .stream()
                .collect(Collectors.toMap(Definition::code, Function.identity()));
    }
}
