package org.gongzhi.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Keys;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.privacy.Contacts;
import org.gongzhi.privacy.SealFixtures;
import org.gongzhi.privacy.SealedPlace;
import org.gongzhi.privacy.Sealing;
import org.gongzhi.region.TestRegions;
import org.gongzhi.support.Kernel;
import org.gongzhi.support.MovableClock;
import org.gongzhi.support.RegionFixtures;
import org.gongzhi.support.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

/** Nodes on one database, each with a folder of keys of its own, and three people who keep them. */
final class RotationWorld implements AutoCloseable {

    static final int AT_ONCE = 2;

    private final TestDatabase database = TestDatabase.fresh();
    private final Kernel kernel = Kernel.on(database);
    final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T02:00:00Z"));
    final Actor guard;
    final Actor otherGuard;
    final Actor keeper;
    final Actor clerk = Kernel.clerk();

    RotationWorld() {
        RegionFixtures.plant(database.owner());
        guard = holding("宁静", DutyKind.SECURITY_ADMINISTRATOR);
        otherGuard = holding("安然", DutyKind.SECURITY_ADMINISTRATOR);
        keeper = holding("肖通", DutyKind.SYSTEM_ADMINISTRATOR);
    }

    /** One node, as if started now. */
    final class Node {
        final Keys keys;
        final Sealing sealing;
        final Contacts contacts;
        final KeyRotations rotations;
        final KeyNode self;
        final CarryOutKeyRotation work;
        final ProposeKeyRotation propose;
        final DecideKeyRotation decide;
        final DestroyOldKey destroy;
        final Path folder;
        private final SealedPlace place;

        Node(Path folder) {
            this.folder = folder;
            this.keys = new Keys(folder, kernel.transactions(), kernel.sql());
            this.sealing = SealFixtures.sealing(keys);
            var audit = new Audit(kernel.sql(), JsonMapper.builder().build(), clock, keys);
            var permissions =
                    new SecurityPermissions(TestRegions.lookup(kernel.transactions(), database.application(), clock));
            this.contacts = SealFixtures.contacts(keys, kernel.transactions(), kernel.sql(), audit, clock);
            this.place = SealFixtures.ofContacts(keys, kernel.transactions(), kernel.sql());
            this.rotations = new KeyRotations(kernel.sql(), clock);
            this.self = new KeyNode(rotations, keys, sealing, kernel.transactions());
            this.work = new CarryOutKeyRotation(
                    rotations, keys, sealing, List.of(place), kernel.transactions(), audit, AT_ONCE);
            this.propose = new ProposeKeyRotation(permissions, rotations, sealing, kernel.transactions(), audit);
            this.decide = new DecideKeyRotation(
                    permissions, rotations, work, self, keys, sealing, kernel.transactions(), audit);
            this.destroy = new DestroyOldKey(permissions, rotations, work, keys, kernel.transactions(), audit, clock);
            self.keepUp();
        }

        UUID kept(String name) {
            return kernel.transactions()
                    .write(clerk, () -> contacts.keep(RegionFixtures.YONGANLI_GRID_1, name, null))
                    .orThrow()
                    .orElseThrow();
        }

        String read(UUID contact) {
            return String.valueOf(contacts.reveal(clerk, contact, RegionFixtures.YONGANLI_GRID_1, "call_back", null)
                    .orThrow()
                    .name());
        }

        KeyRotation latest() {
            return kernel.transactions().asWorker("keys", rotations::latest).getFirst();
        }

        /** Nodes that lack the new key. */
        List<String> missing() {
            String fingerprint = String.valueOf(latest().to());
            return kernel.transactions().asWorker("keys", () -> work.missing(fingerprint));
        }

        long left() {
            return place.left(sealing.fingerprint());
        }

        /** Proposed by one guard. */
        UUID proposed(boolean isByHand) {
            return propose.propose(guard, "每年更换", isByHand).orThrow().id();
        }
    }

    Node first() {
        return new Node(kernel.folder());
    }

    /** Started with a copy of the keys of another. */
    Node nodeLike(Node other) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target/test-data"), "node");
            Files.createDirectories(folder.resolve("keys"));
            try (Stream<Path> keys = Files.list(other.folder.resolve("keys"))) {
                for (Path key : keys.toList()) {
                    Files.copy(key, folder.resolve("keys").resolve(key.getFileName()));
                }
            }
            return new Node(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same node after it was killed: everything in memory is gone. */
    Node restarted(Node node) {
        return new Node(node.folder);
    }

    /** Every row of rotations, as text. */
    String traces() {
        return kernel.transactions()
                .asWorker(
                        "keys",
                        () -> kernel.sql()
                                .of(
                                        "select coalesce(string_agg(r::text, '|' order by id), '') as rows from key_rotation r")
                                .one(row -> row.text("rows")));
    }

    /** What is sealed now, to be put back by {@link #sealAsBefore}. */
    void noteSeals() {
        kernel.asOwner("create table seal_before as select id, name_sealed from contact");
    }

    /** As if somebody who has only the old key had written it once more. */
    void sealAsBefore(UUID contact) {
        kernel.asOwner(
                "update contact c set name_sealed = b.name_sealed from seal_before b where b.id = c.id and c.id = '"
                        + contact + "'");
    }

    boolean databaseHoldsAHandover() {
        return kernel.transactions()
                        .asWorker(
                                "keys",
                                () -> kernel.sql()
                                        .of("select count(*) from key_rotation where handover is not null")
                                        .count())
                > 0;
    }

    private Actor holding(String name, DutyKind duty) {
        UUID account = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        RegionCode node = RegionFixtures.CHAOYANG;
        kernel.asOwner("insert into account (id, login, name) values ('" + account + "', 'a"
                + account.toString().substring(0, 8) + "', '" + name + "')");
        kernel.asOwner("insert into duty (id, account_id, kind, region_code, valid) values ('" + id + "', '" + account
                + "', '" + duty.code() + "', " + node.value() + ", '[2026-01-01,)')");
        return new Actor(account, name, duty, id, node, 3, "朝阳区", null, Scope.NOTHING, "203.0.113.9");
    }

    @Override
    public void close() {
        database.close();
    }
}
