package org.gongzhi.insight;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongzhi.kernel.ReadReplica;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.RegionLookup;
import org.gongzhi.support.TestDatabase;
import org.springframework.context.ApplicationContext;

/** For tests of other modules: folds, and says where the figures shown are not what the records say. */
public final class Recounted {

    private Recounted() {}

    /** In how many places the figures of a database are not what its records say. */
    public static long differences(TestDatabase database) {
        try (var insight = new InsightFixtures(database.application(), database.owner(), ReadReplica.none())) {
            return insight.bean(RecountRollups.class).differences();
        }
    }

    /** All figures of a database, counted anew from its records. */
    public static List<String> anew(TestDatabase database) {
        try (var insight = new InsightFixtures(database.application(), database.owner(), ReadReplica.none())) {
            insight.bean(RebuildRollups.class).everything();
            return insight.figuresStored();
        }
    }

    public static List<String> differences(ApplicationContext context) {
        context.getBean(Fold.class).fold();
        return context.getBean(RecountRollups.class).recount(RegionCode.NATION).first().stream()
                .map(RecountRollups.Difference::toString)
                .toList();
    }

    /** By which formula each of these places is read on a day. */
    public static Map<Long, Integer> formulas(ApplicationContext context, Collection<Long> places, LocalDate day) {
        RegionLookup regions = context.getBean(RegionLookup.class);
        Map<Long, Integer> versions = new TreeMap<>();
        for (long place : places) {
            versions.put(
                    place,
                    context.getBean(Transactions.class)
                            .asWorker(
                                    "test",
                                    () -> context.getBean(FormulaQueries.class)
                                            .formula(regions.path(new RegionCode(place)), day)
                                            .version()));
        }
        return versions;
    }

    /** Makes the figures anew, as after a load. */
    public static void rebuild(ApplicationContext context) {
        context.getBean(RebuildRollups.class).everything();
    }
}
