package org.gongzhi.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * The keys of this installation, as files in {@code keys/} of the data folder. The database knows only their fingerprints, so that a node that came up with
 * an empty folder says so instead of making a new key and leaving everything sealed before unreadable. To change a key rename {@code contact.key} to
 * {@code contact-2026.key} and restart: the old one still opens what it sealed, a new one seals.
 */
@Component
@DependsOnDatabaseInitialization
public class Keys {

    private final Path folder;
    private final Transactions transactions;
    private final Sql sql;

    @Autowired
    Keys(@Value("${gongzhi.data-dir}") String dataFolder, Transactions transactions, Sql sql) {
        this(Path.of(dataFolder), transactions, sql);
    }

    public Keys(Path dataFolder, Transactions transactions, Sql sql) {
        this.folder = dataFolder.resolve("keys");
        this.transactions = transactions;
        this.sql = sql;
    }

    /** The key that seals, first, then those that once did. */
    public record Ring(List<KeyFile> keys) {
        public Ring {
            keys = List.copyOf(keys);
        }

        public KeyFile current() {
            return keys.getFirst();
        }
    }

    /** Opens the key of that name and its predecessors; makes it when the installation never had one. Not inside a transaction. */
    public Ring open(String name) {
        return transactions.asWorker("keys", () -> openAlone(name));
    }

    /** One node at a time: two first starts at once must not make two keys. */
    private Ring openAlone(String name) {
        sql.of("select pg_advisory_xact_lock(hashtext('installation_key'))").list(_ -> name);
        List<KeyFile> retired = retired(name);
        Path file = folder.resolve(name + ".key");
        Set<String> missing = new HashSet<>(known(name));
        retired.forEach(key -> missing.remove(key.fingerprint()));
        if (!Files.exists(file) && !missing.isEmpty()) {
            throw missing(file, missing);
        }
        KeyFile current = Files.exists(file) ? KeyFile.read(file) : KeyFile.create(file);
        missing.remove(current.fingerprint());
        if (!missing.isEmpty()) {
            throw missing(file, missing);
        }
        register(name, current.fingerprint());
        return new Ring(Stream.concat(Stream.of(current), retired.stream()).toList());
    }

    private List<KeyFile> retired(String name) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> {
                            String fileName = file.getFileName().toString();
                            return fileName.startsWith(name + "-") && fileName.endsWith(".key");
                        })
                        .sorted()
                        .map(KeyFile::read)
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of keys " + folder.toAbsolutePath() + " cannot be used", e);
        }
    }

    private static UnusableKeys missing(Path file, Set<String> fingerprints) {
        return new UnusableKeys(
                "这个数据库用过的密钥不在这里 Keys that this database was written with are not here: " + file.toAbsolutePath() + " "
                        + fingerprints,
                "请把 keys 文件夹从备份或另一台服务器拷贝过来再启动。Copy the folder keys from a backup or from another node, then start again.");
    }

    private List<String> known(String name) {
        return sql.of("select fingerprint from installation_key where name = :name")
                .bind("name", name)
                .list(row -> row.text("fingerprint"));
    }

    private int register(String name, String fingerprint) {
        return sql.of(
                        "insert into installation_key (name, fingerprint) values (:name, :fingerprint) on conflict do nothing")
                .bind("name", name)
                .bind("fingerprint", fingerprint)
                .update();
    }
}
