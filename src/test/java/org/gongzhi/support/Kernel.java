package org.gongzhi.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Sql;
import org.gongzhi.kernel.Transactions;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** The kernel's doors on a test database, made by hand: for tests of statements, which need no Spring. */
public final class Kernel {

    private final TestDatabase database;
    private final Transactions transactions;
    private final Sql sql;
    private final Path folder;

    private Kernel(TestDatabase database) {
        this.database = database;
        this.transactions =
                new Transactions(new DataSourceTransactionManager(database.application()), database.application());
        this.sql = new Sql(database.application());
        try {
            this.folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/test-data")), "kernel");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Kernel on(TestDatabase database) {
        return new Kernel(database);
    }

    public Transactions transactions() {
        return transactions;
    }

    public Sql sql() {
        return sql;
    }

    /** A data folder of its own. */
    public Path folder() {
        return folder;
    }

    public Keys keys() {
        return new Keys(folder, transactions, sql);
    }

    /** Somebody with an account at a node whose subtree ends before {@code to}. */
    public static Actor somebody(String name, DutyKind duty, RegionCode node, long to) {
        return new Actor(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                duty,
                UUID.nameUUIDFromBytes((name + duty).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                node,
                5,
                "永安里社区",
                null,
                Scope.of(node.value(), to),
                "203.0.113.7");
    }

    /** The clerk of 永安里社区, whose grids she sees too. */
    public static Actor clerk() {
        RegionCode community = RegionFixtures.YONGANLI;
        return somebody("周敏", DutyKind.COMMUNITY_CLERK, community, community.value() + 1_000);
    }

    /** The clerk of the community next door: codes differ in one digit. */
    public static Actor neighbour() {
        RegionCode community = RegionFixtures.GUANGHUALI;
        return somebody("何静", DutyKind.COMMUNITY_CLERK, community, community.value() + 1_000);
    }

    /** Does behind the application's back what only the owner of the tables could. */
    @SuppressWarnings("SqlSourceToSinkFlow")
    public int asOwner(String statement) {
        try (Connection connection = database.owner().getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }
}
