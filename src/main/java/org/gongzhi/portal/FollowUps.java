package org.gongzhi.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.portal.PublicQueries.Opened;
import org.gongzhi.privacy.Digests;
import org.gongzhi.privacy.FollowUpCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a resident is without an account: somebody at a place, or whoever holds a follow-up code. */
@Component
class FollowUps {

    /** @param resident may read and speak in the community of the matter, and is held to this one matter by whoever asks */
    record Holder(Actor resident, Opened opened) {}

    private final Digests digests;
    private final PublicQueries queries;
    private final RegionLookup regions;
    private final Transactions transactions;

    FollowUps(Digests digests, PublicQueries queries, RegionLookup regions, Transactions transactions) {
        this.digests = digests;
        this.queries = queries;
        this.regions = regions;
        this.transactions = transactions;
    }

    /** The code of a submission: the same for the same key and content, and kept nowhere. */
    FollowUpCode codeOf(String idempotencyKey, byte[] content) {
        return FollowUpCode.from(digests.keyed("follow-up code of", idempotencyKey.getBytes(UTF_8), content));
    }

    byte[] digest(FollowUpCode code) {
        return digests.codeDigest(code.value());
    }

    Outcome<Holder> open(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .flatMap(FollowUpCode::parse)
                .map(this::digest)
                .flatMap(digest -> transactions.readWithCode(digest, () -> queries.opened(digest)))
                .flatMap(opened -> residentAt(opened.region()).map(resident -> new Holder(resident, opened)))
                .<Outcome<Holder>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(PublicRefusal.CODE_UNKNOWN));
    }

    /** The digest of a code as it was typed. */
    Outcome<byte[]> parsed(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .flatMap(FollowUpCode::parse)
                .<Outcome<byte[]>>map(code -> Outcome.done(digest(code)))
                .orElseGet(() -> Outcome.refused(PublicRefusal.CODE_UNKNOWN));
    }

    /** Speaks from a place; sees and touches nothing beyond its community. */
    Optional<Actor> residentAt(RegionCode place) {
        return regions.find(place).map(region -> {
            RegionCode parent = region.parent();
            Region around = region.level() == Region.GRID && parent != null ? regions.get(parent) : region;
            return Actor.resident(place, around.subtree());
        });
    }

    /** The place a resident names. */
    Outcome<Region> place(String code, String field) {
        return RegionCode.parse(code)
                .flatMap(regions::find)
                .<Outcome<Region>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid(field, PublicRefusal.PLACE_UNKNOWN));
    }
}
