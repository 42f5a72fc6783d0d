package org.gongzhi.region;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Scope;
import org.gongzhi.kernel.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Questions about the territory tree. Public facts, kept in memory as they are asked for; works inside any transaction and without one. */
@Component
public class RegionLookup {

    private static final int MOST_KEPT = 50_000;
    /** Another node of the application may have renamed a place or added a grid. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final RegionQueries queries;
    private final Clock clock;
    private final Map<RegionCode, Region> nodes = new ConcurrentHashMap<>();
    private final Map<RegionCode, List<Region>> childrenOf = new ConcurrentHashMap<>();
    private volatile Instant keptSince;
    private volatile @Nullable Region served;

    RegionLookup(Transactions transactions, RegionQueries queries, Clock clock) {
        this.transactions = transactions;
        this.queries = queries;
        this.clock = clock;
        this.keptSince = clock.instant();
    }

    public Optional<Region> find(RegionCode code) {
        forgetTheOld();
        Region known = nodes.get(code);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Region> found = transactions.readFacts(() -> queries.find(code));
        if (!transactions.isReadingAside()) {
            found.ifPresent(this::keep);
        }
        return found;
    }

    /** The node; a code that no node has is a mistake of the caller. */
    public Region get(RegionCode code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no region " + code));
    }

    /** The node and all below it, as one range. */
    public Scope subtree(RegionCode code) {
        return get(code).subtree();
    }

    /** From the nation down to the node itself; levels that nobody speaks of are left out. */
    public List<Region> path(RegionCode code) {
        List<Region> path = new ArrayList<>();
        for (Region node = get(code); node != null; node = above(node)) {
            if (!node.hidden() || node.code().equals(code)) {
                path.addFirst(node);
            }
        }
        return path;
    }

    /** The nearest node above that people speak of; empty for the nation. */
    public Optional<Region> parent(RegionCode code) {
        Region above = above(get(code));
        while (above != null && above.hidden()) {
            above = above(above);
        }
        return Optional.ofNullable(above);
    }

    /** In the order of their pinyin, grids in the order of their numbers; below a level that nobody speaks of it goes on. */
    public List<Region> children(RegionCode code) {
        forgetTheOld();
        List<Region> known = childrenOf.get(code);
        if (known != null) {
            return known;
        }
        List<Region> found = transactions.readFacts(() -> queries.children(code));
        if (transactions.isReadingAside()) {
            return found;
        }
        if (childrenOf.size() >= MOST_KEPT / 20) {
            childrenOf.clear();
        }
        childrenOf.put(code, found);
        return found;
    }

    /** As they were in the days from {@code from} to {@code to}, the last included. */
    public List<Region> childrenBetween(RegionCode code, LocalDate from, LocalDate to) {
        return transactions.readFacts(() -> queries.childrenBetween(code, from, to));
    }

    /** What a closed node has become, through every change since; an open node is its own. */
    public List<Region> successors(RegionCode code) {
        return transactions.readFacts(() -> queries.successors(code));
    }

    /** The smallest node that holds every working territory: the district, or what several have in common. The nation while none works yet. */
    public Region served() {
        forgetTheOld();
        Region known = served;
        if (known == null) {
            known = findServed();
            served = transactions.isReadingAside() ? null : known;
        }
        return known;
    }

    private Region findServed() {
        List<Region> tops = transactions.readFacts(queries::workingTops);
        List<Region> common = tops.isEmpty()
                ? List.of(get(RegionCode.NATION))
                : path(tops.getFirst().code()).stream()
                        .filter(node -> tops.stream().allMatch(top -> node.holds(top.code())))
                        .toList();
        return common.getLast();
    }

    /** A node is within itself. */
    public boolean isWithin(RegionCode inner, RegionCode outer) {
        return get(outer).holds(inner);
    }

    /** From the district down: 朝阳区 › 建外街道 › 永安里社区; above a district, the node's own name. */
    public String pathText(RegionCode code) {
        List<Region> path = path(code);
        Region self = path.getLast();
        if (self.level() < Region.DISTRICT) {
            return self.name();
        }
        // 东莞 has streets right below the city.
        int from = path.stream().anyMatch(node -> node.level() == Region.DISTRICT) ? Region.DISTRICT : Region.CITY;
        return path.stream()
                .filter(node -> node.level() >= from)
                .map(Region::name)
                .collect(Collectors.joining(" › "));
    }

    private @Nullable Region above(Region node) {
        RegionCode parent = node.parent();
        return parent == null ? null : get(parent);
    }

    private void keep(Region region) {
        if (nodes.size() >= MOST_KEPT) {
            nodes.clear();
        }
        nodes.put(region.code(), region);
    }

    private void forgetTheOld() {
        if (Duration.between(keptSince, clock.instant()).compareTo(KEPT_FOR) > 0) {
            forget();
        }
    }

    private void forget() {
        keptSince = clock.instant();
        served = null;
        nodes.clear();
        childrenOf.clear();
    }

    /** For whoever changes the tree: now, so that the same transaction sees its change, and again when it ends either way. */
    void forgetAfterwards() {
        forget();
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget();
                }
            });
        }
    }
}
