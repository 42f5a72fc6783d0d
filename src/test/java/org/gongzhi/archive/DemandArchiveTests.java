package org.gongzhi.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.privacy.Digests;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.TestDatabase;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Loading a history takes indexes and keys away for a while: what matters is that all of them come back. */
class DemandArchiveTests {

    private static final Actor LOADER = Actor.worker("test");

    @AutoClose
    private static final TestDatabase database = TestDatabase.fresh();

    private static final Kernel kernel = Kernel.on(database);

    private final DataSource dataSource = database.application();
    private final DemandArchive archive =
            new DemandArchive(kernel.transactions(), kernel.sql(), new Digests(kernel.keys()));

    @Test
    void afterALoadEveryIndexAndEveryKeyIsThereAgain() throws SQLException {
        List<String> before = definitions();
        assertThat(before).hasSizeGreaterThan(30);

        List<String> meanwhile = new ArrayList<>();
        archive.load(LOADER, () -> Outcome.done(meanwhile.add("loaded"))).orThrow();

        assertThat(meanwhile).hasSize(1);
        assertThat(definitions()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void aLoadThatBreaksOffLeavesEverythingAsItWas() throws SQLException {
        List<String> before = definitions();
        assertThatThrownBy(() -> archive.load(LOADER, () -> {
                    throw new IllegalStateException("broken off");
                }))
                .hasMessage("broken off");
        assertThat(definitions()).containsExactlyInAnyOrderElementsOf(before);
    }

    private List<String> definitions() throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select indexdef from pg_indexes where tablename in ('demand', 'demand_step', 'demand_call_back', 'demand_transfer')
                        union all
                        select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) from pg_constraint
                        where conrelid in ('demand'::regclass, 'demand_step'::regclass, 'demand_call_back'::regclass, 'demand_transfer'::regclass)""")) {
            List<String> definitions = new ArrayList<>();
            while (rows.next()) {
                definitions.add(rows.getString(1));
            }
            return definitions;
        }
    }
}
