package org.gongzhi.deputy;

import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.springframework.stereotype.Component;

/** How far one looks for a deputy: the district a duty stands in; above it, the duty's own territory. */
@Component
class DeputyRoom {

    /** The reader of duties that lie outside the asker's own scope; every question of it names an account or a duty. */
    static final Actor READER = Actor.worker("代理");

    private final RegionLookup regions;

    DeputyRoom(RegionLookup regions) {
        this.regions = regions;
    }

    Region around(RegionCode node) {
        return regions.path(node).stream()
                .filter(each -> each.level() == Region.DISTRICT)
                .findFirst()
                .orElseGet(() -> regions.get(node));
    }

    /** The same person where the duty stands, which may be another than they act in now. */
    Actor at(Actor actor, RegionCode node) {
        return actor.seeing(regions.subtree(node));
    }
}
