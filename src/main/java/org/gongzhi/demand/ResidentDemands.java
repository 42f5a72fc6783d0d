package org.gongzhi.demand;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What residents do with demands themselves, without an account: the only verbs that another module can set going. */
@Component
public class ResidentDemands {

    /**
     * What a resident says. {@code region} is a community or a grid; blank texts are absent.
     *
     * @param answers to what is asked of the kind besides, by the question's code
     */
    public record Said(
            RegionCode region,
            String kind,
            String words,
            @Nullable String place,
            @Nullable Double lng,
            @Nullable Double lat,
            boolean isAnonymous,
            @Nullable String name,
            @Nullable String phone,
            List<UUID> files,
            Map<String, List<String>> answers) {}

    /** What a resident is told of their demand; its id is not for them. */
    public record Heard(String number, int version, String status, Instant dueAt, String dueInWords) {}

    /** How the demand stands after what a resident said of it. */
    public record Standing(int version, String status) {}

    private final RaiseDemand raise;
    private final JoinDemand join;
    private final CallBackDemand callBack;

    ResidentDemands(RaiseDemand raise, JoinDemand join, CallBackDemand callBack) {
        this.raise = raise;
        this.join = join;
        this.callBack = callBack;
    }

    /**
     * 反映, online.
     *
     * @param codeDigest what their follow-up code will be found by
     */
    public Outcome<Heard> raise(Actor resident, Said said, byte[] codeDigest) {
        return raise.raise(
                        resident,
                        new RaiseDemand.Said(
                                said.region(),
                                said.kind(),
                                "online",
                                said.words(),
                                null,
                                said.place(),
                                said.lng(),
                                said.lat(),
                                said.isAnonymous(),
                                said.name(),
                                said.phone(),
                                said.files(),
                                said.answers()),
                        codeDigest)
                .map(heard ->
                        new Heard(heard.number(), heard.version(), heard.status(), heard.dueAt(), heard.dueInWords()));
    }

    /**
     * 同感.
     *
     * @param codeDigest what the joiner's own follow-up code will be found by
     */
    public Outcome<Standing> join(
            Actor resident, DemandId id, @Nullable String words, @Nullable String phone, byte[] codeDigest) {
        return join.join(resident, id, words, phone, codeDigest).map(ResidentDemands::standing);
    }

    /** By whoever raised it, while it is open or waits for their word. */
    public Outcome<Standing> addWords(Actor resident, DemandId id, @Nullable String words) {
        return join.addWords(resident, id, words).map(ResidentDemands::standing);
    }

    /** By whoever raised it: the last word on whether it is solved. */
    public Outcome<Standing> judge(
            Actor resident,
            DemandId id,
            @Nullable Boolean isContacted,
            @Nullable Boolean isSolved,
            @Nullable String satisfaction,
            @Nullable String words) {
        var answer = new CallBackDemand.Answer(true, isContacted, isSolved, satisfaction, words == null ? "" : words);
        return callBack.judge(resident, id, answer).map(ResidentDemands::standing);
    }

    private static Standing standing(DemandChanges.Receipt receipt) {
        return new Standing(receipt.version(), receipt.status());
    }
}
