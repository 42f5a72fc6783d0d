package org.gongzhi.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.gongzhi.support.Fuzz;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is typed into a search is a question PostgreSQL understands, and whatever is written down can be found by some of it. */
class SearchTermsFuzzTests {

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private final JdbcClient owner = JdbcClient.create(database.owner());

    @Test
    void anyQuestionIsUnderstood() {
        assertThat(Fuzz.run(random -> SearchTerms.query(Fuzz.text(random, 300))
                        .ifPresent(query -> assertThat(owner.sql("select cast(:query as tsquery) is not null")
                                        .param("query", query)
                                        .query(Boolean.class)
                                        .single())
                                .isTrue())))
                .isPositive();
    }

    @Test
    void anyTextCanBeKept() {
        assertThat(Fuzz.run(random -> {
                    String said = Words.tidy(Fuzz.text(random, 300));
                    assertThat(owner.sql("select cast(:vector as tsvector) is not null")
                                    .param("vector", SearchTerms.vector(said))
                                    .query(Boolean.class)
                                    .single())
                            .isTrue();
                }))
                .isPositive();
    }
}
