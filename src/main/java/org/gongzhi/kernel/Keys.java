package org.gongzhi.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/**
 * The keys of this installation, as files in {@code keys/} of the data folder. The database knows only their fingerprints: which of them exist, which one was
 * taken into use last and therefore seals. So a node that came up with an empty folder says so instead of making a new key and leaving everything sealed before
 * unreadable. The first key of a name lies in {@code contact.key}, those that followed it while the application ran in {@code contact-<fingerprint>.key}.
 */
@Component
@DependsOnDatabaseInitialization
public class Keys {

    private static final Logger LOG = LoggerFactory.getLogger(Keys.class);

    private final Path folder;
    private final Transactions transactions;
    private final Sql sql;
    private final Map<String, LiveKeys> live = new HashMap<>();

    @Autowired
    Keys(@Value("${gongzhi.data-dir}") String dataFolder, Transactions transactions, Sql sql) {
        this(Path.of(dataFolder), transactions, sql);
    }

    public Keys(Path dataFolder, Transactions transactions, Sql sql) {
        this.folder = dataFolder.resolve("keys");
        this.transactions = transactions;
        this.sql = sql;
    }

    /** The key that seals, first, then those that once did or will. */
    public record Ring(List<KeyFile> keys) {
        public Ring {
            keys = List.copyOf(keys);
        }

        public KeyFile current() {
            return keys.getFirst();
        }
    }

    /** Opens the keys of that name as they stand now; makes one when the installation never had one. Not inside a transaction. */
    public Ring open(String name) {
        return transactions.asWorker("keys", () -> openAlone(name));
    }

    /** The same keys, as they stand whenever they are asked. Not inside a transaction. */
    public LiveKeys live(String name) {
        synchronized (live) {
            return live.computeIfAbsent(name, wanted -> new LiveKeys(open(wanted), () -> held(wanted)));
        }
    }

    /** One node at a time: two first starts at once must not make two keys. */
    private Ring openAlone(String name) {
        sql.of("select pg_advisory_xact_lock(hashtext('installation_key'))").list(_ -> name);
        List<KeyFile> held = new ArrayList<>(held(name));
        Path file = folder.resolve(name + ".key");
        Set<String> missing = new HashSet<>(known(name));
        held.forEach(key -> missing.remove(key.fingerprint()));
        if (!missing.isEmpty()) {
            throw missing(file, missing);
        }
        Optional<String> sealing = sealing(name);
        if (!Files.exists(file)
                && sealing.filter(fingerprint -> Files.exists(later(name, fingerprint)))
                        .isEmpty()) {
            held.addFirst(KeyFile.create(file));
        }
        if (Files.exists(file)) {
            begin(name, KeyFile.read(file).fingerprint());
        }
        return ring(held, sealing(name).orElseThrow());
    }

    /** A new key of that name in a file of its own; it seals nothing until it is taken into use. Its fingerprint. */
    public String prepare(String name) {
        KeyFile key = KeyFile.random();
        key.write(later(name, key.fingerprint()));
        return key.fingerprint();
    }

    /** The secret of a key, only to be sealed for the other nodes. */
    public byte[] secret(String name, String fingerprint) {
        return held(name).stream()
                .filter(key -> key.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the key " + fingerprint + " is not here"))
                .secret();
    }

    /** Takes over a key that another node made. */
    public void adopt(String name, byte[] secret) {
        KeyFile key = new KeyFile(secret);
        Path file = later(name, key.fingerprint());
        if (!Files.exists(file)) {
            key.write(file);
        }
    }

    /** Takes a key into use, inside the caller's transaction: from its end on the latest key seals. False when it was taken before. */
    public boolean begin(String name, String fingerprint) {
        return sql.of(
                                "insert into installation_key (name, fingerprint, created_at) values (:name, :fingerprint, clock_timestamp()) on conflict do nothing")
                        .bind("name", name)
                        .bind("fingerprint", fingerprint)
                        .update()
                == 1;
    }

    /** Gives a key up for good, inside the caller's transaction: every node deletes its file when it next looks. */
    public void giveUp(String name, String fingerprint) {
        sql.of(
                        "update installation_key set destroyed_at = clock_timestamp() where name = :name and fingerprint = :fingerprint")
                .bind("name", name)
                .bind("fingerprint", fingerprint)
                .update();
    }

    /** Looks again which key seals and which files are here; deletes what was given up. The fingerprints that are here. */
    public List<String> lookAgain(String name) {
        record Facts(Optional<String> sealing, List<String> givenUp) {}
        Facts facts = transactions.readFacts(() -> new Facts(sealing(name), givenUp(name)));
        for (Path file : files(name)) {
            String fingerprint = KeyFile.read(file).fingerprint();
            if (facts.givenUp().contains(fingerprint)) {
                delete(file);
            }
        }
        List<KeyFile> held = held(name);
        List<String> fingerprints = held.stream().map(KeyFile::fingerprint).toList();
        facts.sealing().ifPresent(sealing -> {
            if (fingerprints.contains(sealing)) {
                live(name).become(ring(held, sealing));
            } else {
                // Goes on with the key it has: that one still opens everywhere, and what it seals is sealed anew later.
                LOG.error("The key {} that seals is not in {}: copy it from another node", sealing, folder);
            }
        });
        return fingerprints;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            LOG.info("The key file {} was given up and is deleted", file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Ring ring(List<KeyFile> held, String sealing) {
        return new Ring(Stream.concat(
                        held.stream().filter(key -> key.fingerprint().equals(sealing)),
                        held.stream().filter(key -> !key.fingerprint().equals(sealing)))
                .toList());
    }

    private Path later(String name, String fingerprint) {
        return folder.resolve(name + "-" + fingerprint + ".key");
    }

    private List<KeyFile> held(String name) {
        return files(name).stream().map(KeyFile::read).toList();
    }

    private List<Path> files(String name) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> {
                            String fileName = file.getFileName().toString();
                            return fileName.equals(name + ".key")
                                    || (fileName.startsWith(name + "-") && fileName.endsWith(".key"));
                        })
                        .sorted()
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
        return sql.of("select fingerprint from installation_key where name = :name and destroyed_at is null")
                .bind("name", name)
                .list(row -> row.text("fingerprint"));
    }

    private List<String> givenUp(String name) {
        return sql.of("select fingerprint from installation_key where name = :name and destroyed_at is not null")
                .bind("name", name)
                .list(row -> row.text("fingerprint"));
    }

    /** The one taken into use last. */
    private Optional<String> sealing(String name) {
        return sql.of("""
                        select fingerprint from installation_key where name = :name and destroyed_at is null
                        order by created_at desc, fingerprint limit 1""").bind("name", name).optional(row -> row.text("fingerprint"));
    }
}
