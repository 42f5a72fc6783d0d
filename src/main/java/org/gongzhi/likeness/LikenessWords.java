package org.gongzhi.likeness;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.gongzhi.http.Problems;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.likeness.Likeness.Kinship;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why two matters may be one, in one line: 相距约 80 米，同是“噪声”，3 天前提出. */
@Component
class LikenessWords {

    /** From this share on it is worth saying that the words are alike. */
    private static final int WORTH_SAYING = 40;

    private final Problems words;
    private final RegionLookup regions;

    LikenessWords(Problems words, RegionLookup regions) {
        this.words = words;
        this.regions = regions;
    }

    String why(
            Likeness likeness, Spot spot, String kindName, Instant raisedAt, @Nullable Instant endedAt, Instant now) {
        List<String> parts = new ArrayList<>();
        parts.add(place(likeness, spot));
        parts.add(words.word(
                likeness.kinship() == Kinship.SAME ? "likeness.why.kind" : "likeness.why.other-kind", kindName));
        if (likeness.sharedWords() >= WORTH_SAYING) {
            parts.add(words.word("likeness.why.words"));
        }
        parts.add(endedAt == null ? when("raised", raisedAt, now) : when("ended", endedAt, now));
        return String.join(words.word("likeness.why.and"), parts);
    }

    private String place(Likeness likeness, Spot spot) {
        Integer metres = likeness.metres();
        if (metres == null) {
            return likeness.isSameGrid()
                    ? words.word("likeness.why.grid")
                    : words.word(
                            "likeness.why.community",
                            regions.find(new RegionCode(spot.region().community()))
                                    .map(Region::name)
                                    .orElse(""));
        }
        int coarse = metres < 1000 ? (metres + 5) / 10 * 10 : (metres + 50) / 100 * 100;
        return coarse == 0
                ? words.word("likeness.why.spot")
                : words.word("likeness.why.metres", Integer.toString(coarse));
    }

    private String when(String what, Instant at, Instant now) {
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(at, Time.ZONE), LocalDate.ofInstant(now, Time.ZONE));
        String day = days <= 0 ? "today" : days == 1 ? "yesterday" : "days";
        return words.word("likeness.why." + what + "-" + day, Long.toString(days));
    }
}
