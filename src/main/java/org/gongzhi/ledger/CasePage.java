package org.gongzhi.ledger;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gongzhi.demand.Demand;
import org.gongzhi.demand.DemandStatus;
import org.gongzhi.demand.DemandVerb;
import org.gongzhi.http.OneOf;
import org.gongzhi.identity.AccountLookup;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.ledger.CaseQueries.StepRow;
import org.gongzhi.likeness.LikenessLookup;
import org.gongzhi.question.Answered;
import org.gongzhi.routing.RouteLookup;
import org.jspecify.annotations.Nullable;

/** All of one demand as its page shows it. */
record CasePage(
        Facts demand,
        List<PathNode> path,
        List<Station> steps,
        List<Entry> history,
        List<May> may,
        @Nullable Transfer transfer,
        @Nullable Extension extension,
        List<FileLink> files,
        List<Answered.Told> answers,
        List<Link> trail,
        List<CaseQueries.CallBackRow> callBacks,
        List<LikenessLookup.Alike> similar,
        @Nullable UUID previous,
        @Nullable UUID next) {

    record Facts(
            UUID id,
            int version,
            String number,
            String title,
            String words,
            String kind,
            String kindName,
            String channel,
            String regionCode,
            String placeText,
            String place,
            @Nullable Double lng,
            @Nullable Double lat,
            boolean anonymous,
            @Nullable ContactFacts contact,
            Instant raisedAt,
            @Nullable String registeredBy,
            @OneOf(codes = DemandStatus.class) String status,
            String step,
            String responsible,
            String nodeCode,
            String nodeName,
            @Nullable UUID departmentId,
            @Nullable UUID handlerId,
            Instant statusAt,
            @Nullable Instant acceptedAt,
            @Nullable Instant closedAt,
            @Nullable Instant settledAt,
            @Nullable Instant supervisedAt,
            @Nullable Instant urgedAt,
            ClockFacts clock,
            int joiners,
            int reopens,
            boolean isPublished,
            @Nullable String publicTitle,
            @Nullable String reason,
            @Nullable String reasonName,
            @Nullable String reasonWords,
            @Nullable UUID mergedIntoId) {}

    /** Masked; the plain form costs a purpose. */
    record ContactFacts(@Nullable String name, @Nullable String phone) {}

    /** @param internalDueAt when the step it stands at is due, where that is before the whole */
    record ClockFacts(
            String inWords,
            int ruleVersion,
            Instant dueAt,
            Instant warnAt,
            @Nullable Instant internalDueAt,
            @Nullable Instant pausedAt,
            @Nullable LocalDate reviewOn,
            boolean isLate) {}

    record PathNode(String code, String name, int level) {}

    record Station(
            String key,
            @OneOf({"done", "now", "todo", "skipped"}) String state,
            @Nullable String who,
            @Nullable Instant at) {}

    record Entry(
            UUID id,
            Instant at,
            @OneOf(codes = DemandVerb.class) String verb,
            String verbName,
            String actor,
            @Nullable String toName,
            @Nullable String reason,
            String words,
            @Nullable String publicWords,
            List<FileLink> files) {}

    /** @param who whom to turn to for what this person cannot do; null where it is not a matter of who */
    record May(
            @OneOf(codes = DemandVerb.class) String verb,
            boolean allowed,
            boolean primary,
            @Nullable String why,
            @Nullable String who) {}

    record Transfer(
            String direction,
            String fromNode,
            String toNode,
            String fromName,
            String toName,
            String words,
            Instant offeredAt) {}

    record Extension(String askedBy, Instant askedAt, Instant askedDueAt, String words) {}

    /** @param duty code of the duty they would do it in */
    record Assignee(
            UUID accountId,
            String name,
            @OneOf(codes = DutyKind.class) String duty,
            @Schema(format = "region-code") String node) {}

    /** @param suggested by the routes of the place; absent where none is said, or its department cannot be given work from here */
    record Assignees(
            List<AccountLookup.Department> departments,
            List<Assignee> colleagues,
            RouteLookup.@Nullable Suggestion suggested) {}

    record FileLink(UUID id, String name, long bytes, boolean isImage) {}

    /** @param place above: it led here; below: it came of this */
    record Link(
            String kind,
            String relation,
            @Nullable String title,
            @Nullable Instant at,
            @Nullable String link,
            @OneOf({"above", "this", "below", "none"}) String place) {}

    private static final List<String> STATIONS =
            List.of("accept", "file", "assign", "handle", "supervise", "verify", "close");

    private static final Map<String, DemandVerb> PASSED_BY = Map.of(
            "accept", DemandVerb.ACCEPT,
            "file", DemandVerb.ACCEPT,
            "assign", DemandVerb.ASSIGN,
            "handle", DemandVerb.TAKE_UP,
            "supervise", DemandVerb.SUPERVISE,
            "verify", DemandVerb.VERIFY,
            "close", DemandVerb.CLOSE);

    /** 受理 立案 派遣 处置 督办 核查 结案: how far it is, who passed each and when; 督办 only where somebody supervised. */
    static List<Station> stations(Demand demand, List<StepRow> history, String responsible) {
        int reached = reached(demand, demand.status());
        boolean isEnded = demand.in(DemandStatus.DECLINED, DemandStatus.MERGED);
        List<Station> stations = new ArrayList<>();
        for (int i = 0; i < STATIONS.size(); i++) {
            String key = STATIONS.get(i);
            Optional<StepRow> passed = lastBy(PASSED_BY.getOrDefault(key, DemandVerb.CLOSE), history);
            String who = passed.map(
                            step -> key.equals("assign") && step.toName() != null ? step.toName() : step.actor())
                    .orElse(null);
            Instant at = passed.map(StepRow::at).orElse(null);
            boolean isSupervise = key.equals("supervise");
            if (isSupervise) {
                String state =
                        demand.marks().supervisedAt() != null ? "done" : i < reached || isEnded ? "skipped" : "todo";
                stations.add(new Station(key, state, who, at));
            } else if (i < reached) {
                stations.add(new Station(key, passed.isPresent() ? "done" : "skipped", who, at));
            } else if (i == reached && !isEnded) {
                stations.add(new Station(key, "now", responsible, demand.clock().dueAt()));
            } else {
                stations.add(new Station(key, isEnded ? "skipped" : "todo", null, null));
            }
        }
        return stations;
    }

    private static int reached(Demand demand, DemandStatus status) {
        return switch (status) {
            case RAISED -> 0;
            case ACCEPTED, ASSIGNED -> 2;
            case HANDLING -> 3;
            case VERIFYING -> demand.marks().verifiedAt() == null ? 5 : 6;
            case SUSPENDED -> demand.resumeStatus() == null ? 3 : reached(demand, demand.resumeStatus());
            case CLOSED, SETTLED -> STATIONS.size();
            case DECLINED, MERGED -> demand.marks().acceptedAt() == null ? 0 : 2;
        };
    }

    private static Optional<StepRow> lastBy(DemandVerb verb, List<StepRow> newestFirst) {
        return newestFirst.stream()
                .filter(step -> step.verb().equals(verb.code()))
                .findFirst();
    }

    /** The one thing the page offers first. */
    static @Nullable DemandVerb foremost(Demand demand, List<DemandVerb> allowed) {
        List<DemandVerb> wished = switch (demand.status()) {
            case RAISED -> List.of(DemandVerb.ACCEPT);
            case ACCEPTED -> List.of(DemandVerb.RECEIVE_TRANSFER, DemandVerb.ASSIGN, DemandVerb.NOTE_PROGRESS);
            case ASSIGNED -> List.of(DemandVerb.RECEIVE_TRANSFER, DemandVerb.TAKE_UP, DemandVerb.NOTE_PROGRESS);
            case HANDLING ->
                List.of(DemandVerb.RECEIVE_TRANSFER, DemandVerb.DECIDE_EXTENSION, DemandVerb.NOTE_PROGRESS);
            case VERIFYING -> List.of(DemandVerb.CLOSE, DemandVerb.VERIFY, DemandVerb.NOTE_PROGRESS);
            case SUSPENDED -> List.of(DemandVerb.RESUME);
            case CLOSED -> List.of(DemandVerb.CALL_BACK);
            case SETTLED, DECLINED -> List.of(DemandVerb.REOPEN);
            case MERGED -> List.of();
        };
        return wished.stream().filter(allowed::contains).findFirst().orElse(null);
    }
}
