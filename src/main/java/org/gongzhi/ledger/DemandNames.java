package org.gongzhi.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;

/** What codes and ids are called, for one page of a list: each asked for once. Used inside the reader's transaction. */
final class DemandNames {

    private final RegionLookup regions;
    private final AccountLookup accounts;
    private final Map<String, String> kinds;
    private final Map<RegionCode, String> places = new HashMap<>();
    private final Map<UUID, String> people = new HashMap<>();

    DemandNames(RegionLookup regions, AccountLookup accounts, Map<String, String> kinds) {
        this.regions = regions;
        this.accounts = accounts;
        this.kinds = kinds;
    }

    String kind(String code) {
        return kinds.getOrDefault(code, code);
    }

    /** 永安里 · 第二网格; above a grid the node's own name. */
    String place(RegionCode code) {
        return places.computeIfAbsent(code, this::placeText);
    }

    private String placeText(RegionCode code) {
        Optional<Region> found = regions.find(code);
        if (found.isEmpty()) {
            return code.toString();
        }
        Region region = found.get();
        if (region.level() == Region.GRID && region.parent() != null) {
            return regions.get(region.parent()).shortName() + " · " + region.name();
        }
        return region.name();
    }

    String node(RegionCode code) {
        return regions.find(code).map(Region::name).orElseGet(code::toString);
    }

    String department(UUID id) {
        return people.computeIfAbsent(
                id,
                department -> accounts.department(department)
                        .map(AccountLookup.Department::name)
                        .orElse(""));
    }

    String person(UUID id) {
        return people.computeIfAbsent(id, person -> accounts.name(person).orElse(""));
    }

    /** Whoever has it now: the department, else the colleague, else the node. */
    String responsible(RegionCode node, @Nullable UUID department, @Nullable UUID handler) {
        if (department != null) {
            return department(department);
        }
        return handler == null ? node(node) : person(handler);
    }

    static List<CasePage.Assignee> assignees(List<AccountLookup.Colleague> colleagues) {
        return colleagues.stream()
                .map(each -> new CasePage.Assignee(
                        each.accountId(),
                        each.name(),
                        each.duty().code(),
                        each.node().toString()))
                .toList();
    }

    /** The station of the way a demand has reached; 督办 while it is supervised. */
    static String step(DemandStatus status, boolean isSupervised) {
        return switch (status) {
            case RAISED -> "accept";
            case ACCEPTED, ASSIGNED -> isSupervised ? "supervise" : "assign";
            case HANDLING -> isSupervised ? "supervise" : "handle";
            case VERIFYING -> "verify";
            case SUSPENDED -> "suspended";
            case CLOSED, SETTLED -> "close";
            case DECLINED -> "declined";
            case MERGED -> "merged";
        };
    }
}
