package org.gongzhi.question;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Sql;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.rule.DatedBook;
import org.gongzhi.rule.RuleDraft;
import org.gongzhi.rule.RuleTerms;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.ObjectMapper;

/** 补充问题: what a territory asks besides about matters of a kind. Nothing said, nothing asked. */
@Component
class QuestionBook extends DatedBook {

    private final Sql sql;
    private final RegionLookup regions;
    private final ObjectMapper json;
    private volatile Runnable whenChanged = () -> {};

    QuestionBook(Sql sql, RegionLookup regions, ObjectMapper json) {
        super(sql, "kind_question_rule", """
                        select q.id, q.kind_code as key, q.region_code, q.valid, q.version, q.source, q.questions,
                               row(coalesce(p.position, k.position), coalesce(p.code, k.code), k.parent_code is not null, k.position) as place
                        from kind_question_rule q join demand_kind k on k.code = q.kind_code left join demand_kind p on p.code = k.parent_code""", """
                        insert into kind_question_rule (id, kind_code, region_code, questions, valid, version, source)
                        values (:id, :key, :region, cast(:questions as jsonb), daterange(:from, cast(:to as date)), :version, :source)""");
        this.sql = sql;
        this.regions = regions;
        this.json = json;
    }

    /** Told at once, so that whoever sets a rule sees it, and again when the transaction ends either way. */
    void tellChanges(Runnable listener) {
        whenChanged = listener;
    }

    /** Which kind stands above which; one of the first level above none. */
    Map<String, String> parents() {
        Map<String, String> parents = new HashMap<>();
        sql.of("select code, parent_code from demand_kind where parent_code is not null")
                .list(row -> parents.put(row.text("code"), row.text("parent_code")));
        return parents;
    }

    /** Territories below one that say something of their own. */
    List<RegionCode> sayingBelow(Region territory) {
        return sql.of(
                        "select distinct region_code from kind_question_rule where region_code > :from and region_code < :to and not isempty(valid)")
                .bind("from", territory.code())
                .bind("to", territory.to())
                .list(row -> row.region("region_code"));
    }

    @Override
    protected RuleTerms terms(Sql.Row row) throws SQLException {
        return RuleTerms.of(
                new RuleTerms.Questions(List.of(json.readValue(row.text("questions"), RuleTerms.Question[].class))));
    }

    @Override
    protected Sql.Statement bind(Sql.Statement insert, RuleTerms terms) {
        return insert.bind("questions", json.writeValueAsString(asked(terms)));
    }

    @Override
    public String code() {
        return "question";
    }

    @Override
    public Outcome<RuleDraft> check(RuleDraft draft) {
        List<Long> path = regions.path(draft.region()).stream()
                .map(Region::code)
                .map(RegionCode::value)
                .toList();
        boolean isKnown = sql.of("select count(*) from demand_kind where code = :code and region_code = any (:path)")
                        .bind("code", draft.key())
                        .bindLongs("path", path)
                        .count()
                > 0;
        RuleTerms.Questions said = draft.terms().questions();
        return isKnown
                ? QuestionForm.tidy(said == null ? List.of() : said.asked())
                        .map(tidy -> draft.withTerms(RuleTerms.of(new RuleTerms.Questions(tidy))))
                : Outcome.invalid("key", QuestionRefusal.KIND_UNKNOWN);
    }

    @Override
    protected void changed() {
        whenChanged.run();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                whenChanged.run();
            }
        });
    }

    @Override
    public String named(String key, boolean isEnglish) {
        return sql.of("""
                        select concat_ws(' › ', case when :english then p.name_en else p.name end, case when :english then k.name_en else k.name end) as name
                        from demand_kind k left join demand_kind p on p.code = k.parent_code where k.code = :code""")
                .bind("english", isEnglish)
                .bind("code", key)
                .optional(row -> row.text("name"))
                .orElse(key);
    }

    @Override
    public String inWords(RuleTerms terms, boolean isEnglish) {
        List<RuleTerms.Question> asked = asked(terms);
        if (asked.isEmpty()) {
            return isEnglish ? "nothing is asked besides" : "不另外问";
        }
        return asked.stream()
                .map(question -> AskedQuestion.of(question, isEnglish).text()
                        + (question.isRequired() ? (isEnglish ? " (required)" : "（必答）") : ""))
                .collect(Collectors.joining(isEnglish ? "; " : "；"));
    }

    /** Nobody has to say anything: then nothing is asked besides. */
    @Override
    public Optional<RegionCode> ownerOf(String key) {
        return Optional.empty();
    }

    static List<RuleTerms.Question> asked(RuleTerms terms) {
        return Objects.requireNonNull(terms.questions(), "a rule on questions has a list of them")
                .asked();
    }
}
