package org.gongzhi.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongzhi.support.RegionFixtures.CHAOYANG;
import static org.gongzhi.support.RegionFixtures.YONGANLI;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gongzhi.insight.Recounted;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class AnonymizeEndedTests {

    @AutoClose
    private final RetentionWorld world = new RetentionWorld();

    @Test
    void afterTheTermNothingOfThePersonIsLeftAndTheCaseStays() {
        UUID id = world.raised("建外2306-0001", "heating", "settled", 40);
        world.covered(id);
        world.term("*", CHAOYANG, 36, true);
        long steps = world.count("select count(*) from demand_step");

        assertThat(world.work(10).run()).isEqualTo(1);

        assertThat(world.isAnonymized(id)).isTrue();
        assertThat(world.everything())
                .doesNotContain(
                        RetentionWorld.NAME,
                        RetentionWorld.PHONE,
                        "王强",
                        "1390000",
                        "501室",
                        "3单元",
                        "116.4",
                        "门口.jpg",
                        "桂兰")
                .contains("暖气不热", "阀门已换", "建外2306-0001", "家里有谁");
        assertThat(world.count("select count(*) from contact where coalesce(name_sealed, phone_sealed) is not null"
                        + " or coalesce(name_masked, phone_masked) is not null"))
                .isZero();
        assertThat(world.count("select count(*) from demand_step")).isEqualTo(steps);
        RetentionRuns.Run run = Objects.requireNonNull(world.lastRun());
        assertThat(run.demands()).isEqualTo(1);
        assertThat(run.contacts()).isEqualTo(2);
        assertThat(run.photos()).isEqualTo(1);
        assertThat(run.places()).isEqualTo(1);
        assertThat(run.texts())
                .as("case, step, joiner, call-back, the reason of a cover")
                .isEqualTo(5);
        assertThat(world.count("select count(*) from redaction_seal")).isZero();
        assertThat(run.remaining()).isZero();
        assertThat(world.asWorker(() -> world.proof.digest(world.runs.cases(run.id()))))
                .isEqualTo(run.digest());
        assertThat(world.count(
                        "select count(*) from audit_entry where action = 'retention.anonymize' and after ->> 'digest' = '"
                                + run.digest() + "'"))
                .isEqualTo(1);
        assertThat(world.work(10).run()).as("nothing is done twice").isZero();
    }

    @Test
    void whatItsReporterAskedToDeleteGoesTheComingNightWhateverTheTermWithContactsOfBefore() {
        UUID asked = world.raised("建外2306-0001", "heating", "settled", 1);
        UUID other = world.raised("建外2306-0002", "heating", "settled", 1);
        world.askedFor(asked, "correct", true);
        world.askedFor(asked, "delete", true);
        world.owner
                .sql("update demand set erasure_at = now() where id = ?")
                .param(asked)
                .update();

        assertThat(world.work(10).run()).isEqualTo(1);

        assertThat(world.isAnonymized(asked)).isTrue();
        assertThat(world.isAnonymized(other)).isFalse();
        RetentionRuns.Run run = Objects.requireNonNull(world.lastRun());
        assertThat(run.contacts()).as("now, before, and of who joined").isEqualTo(3);
        assertThat(run.photos()).isEqualTo(1);
        assertThat(run.remaining()).isZero();
        assertThat(world.count("""
                        select count(*) from contact c join entitlement e on e.past_contact_id = c.id
                        where coalesce(c.name_sealed, c.phone_sealed) is not null or coalesce(c.name_masked, c.phone_masked) is not null""")).isZero();
    }

    @Test
    void nothingGoesWhileARequestOfItsReporterWaits() {
        UUID id = world.raised("建外2306-0001", "heating", "settled", 40);
        world.term("*", CHAOYANG, 36, true);
        UUID waiting = world.askedFor(id, "copy", false);
        assertThat(world.work(10).run()).isZero();
        world.owner
                .sql(
                        "update entitlement set answered_at = now(), answerer = '永安里社区', answerer_id = :account where id = :id")
                .param("account", world.account)
                .param("id", waiting)
                .update();
        assertThat(world.work(10).run()).isEqualTo(1);
    }

    @Test
    void afterANightEveryFigureIsWhatItWasAndTheTrailIsWhole() {
        world.raised("建外2306-0001", "heating", "settled", 40);
        world.raised("建外2306-0002", "noise", "declined", 41);
        world.raised("建外2306-0003", "heating", "handling", 42);
        world.term("*", CHAOYANG, 36, true);
        List<String> before = Recounted.anew(world.database);
        assertThat(before).hasSizeGreaterThan(50);

        assertThat(world.work(10).run()).isEqualTo(2);

        assertThat(world.count("select count(*) from rollup_delta"))
                .as("figures announced")
                .isZero();
        assertThat(Recounted.anew(world.database)).isEqualTo(before);
        assertThat(world.proven()).startsWith("whole: ");
    }

    @Test
    void openHeldAndYoungerCasesAreNotTouched() {
        UUID open = world.raised("建外2306-0001", "heating", "handling", 40);
        UUID closed = world.raised("建外2306-0002", "heating", "closed", 40);
        UUID young = world.raised("建外2306-0003", "heating", "settled", 30);
        UUID held = world.raised("建外2306-0004", "heating", "settled", 40);
        UUID merged = world.raised("建外2306-0005", "heating", "declined", 40);
        world.owner
                .sql("update demand set status = 'merged', merged_into_id = ? where id = ?")
                .param(open)
                .param(merged)
                .update();
        world.holds.hold(world.secretary, "建外2306-0004", "诉讼").orThrow();
        world.term("*", CHAOYANG, 36, true);

        assertThat(world.work(10).run()).isZero();
        for (UUID id : List.of(open, closed, young, held, merged)) {
            assertThat(world.isAnonymized(id)).isFalse();
        }
        assertThat(world.lastRun()).isNull();
    }

    @Test
    void theMostParticularKindSpeaksAndOfItTheNearestTerritory() {
        UUID heating = world.raised("建外2306-0001", "heating", "settled", 20);
        UUID noise = world.raised("建外2306-0002", "noise", "declined", 20);
        world.term("*", CHAOYANG, 12, false);
        world.term("heating_water", CHAOYANG, 60, false);
        assertThat(world.dueFor(world.secretary))
                .singleElement()
                .satisfies(due -> assertThat(due.id()).isEqualTo(noise));
        assertThat(world.dueFor(world.neighbour)).as("not theirs").isEmpty();
        world.term("heating_water", YONGANLI, 18, false);

        assertThat(world.work(10).run()).isEqualTo(2);
        assertThat(world.isAnonymized(heating)).isTrue();
        assertThat(world.count("select count(*) from demand_file"))
                .as("pictures stay")
                .isEqualTo(2);
    }

    @Test
    void brokenOffBetweenBatchesItGoesOn() {
        for (int n = 1; n <= 3; n++) {
            world.raised("建外2306-000" + n, "heating", "settled", 40 + n);
        }
        world.term("*", CHAOYANG, 36, false);
        assertThat(world.work(1).batch()).isEqualTo(1);
        assertThat(world.count("select count(*) from demand where anonymized_at is null"))
                .isEqualTo(2);

        assertThat(world.work(10).run()).isEqualTo(2);
        assertThat(world.everything()).doesNotContain(RetentionWorld.NAME);
    }

    @Test
    void withoutATermNothingGoes() {
        world.raised("建外2306-0001", "heating", "settled", 400);
        assertThat(world.work(10).run()).isZero();
    }

    @Test
    void whatWasOnlyEverAddedToIsRewrittenForAnonymizedCasesAndByNobodyElse() {
        UUID id = world.raised("建外2306-0001", "heating", "settled", 1);
        UUID step = world.owner
                .sql("select id from demand_step where demand_id = ? and verb = 'close'")
                .param(id)
                .query(UUID.class)
                .single();

        assertThat(world.rewriteAs("retention", id, step)).as("not anonymized").isZero();
        assertThat(world.rewriteAs("job", id, step)).isZero();
        assertThat(world.everything()).contains("阀门已换");
    }
}
