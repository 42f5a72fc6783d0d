package org.gongzhi.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.springframework.stereotype.Component;

/** 免职: somebody has a post no longer from a day on. */
@Component
class RelieveFromPost {

    private final OrganizationPermissions permissions;
    private final Organizations organizations;
    private final Posts posts;
    private final Audit audit;
    private final Clock clock;

    RelieveFromPost(
            OrganizationPermissions permissions, Organizations organizations, Posts posts, Audit audit, Clock clock) {
        this.permissions = permissions;
        this.organizations = organizations;
        this.posts = posts;
        this.audit = audit;
        this.clock = clock;
    }

    record Relieved(UUID id) {}

    /** @param on first day they have it no longer */
    Outcome<Relieved> relieve(Actor actor, UUID organization, UUID post, LocalDate on) {
        return permissions
                .keep(actor)
                .then(_ -> organizations
                        .hold(organization)
                        .<Outcome<Organization>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(OrganizationRefusal.UNKNOWN)))
                .then(one -> posts.find(one.id(), post)
                        .<Outcome<Posts.Held>>map(Outcome::done)
                        .orElseGet(() -> Outcome.refused(OrganizationRefusal.POST_UNKNOWN))
                        .unless(held -> held.until() == null
                                ? Outcome.done(held)
                                : Outcome.refused(OrganizationRefusal.POST_OVER))
                        .unless(held -> on.isAfter(Time.today(clock))
                                ? Outcome.invalid("on", OrganizationRefusal.DAY_TO_COME)
                                : Outcome.done(held))
                        .unless(held -> on.isAfter(held.from())
                                ? Outcome.done(held)
                                : Outcome.invalid(
                                        "on",
                                        OrganizationRefusal.BEFORE_LAST_CHANGE,
                                        held.from().plusDays(1).toString()))
                        .map(held -> {
                            posts.end(held.id(), on);
                            audit.record(
                                    actor,
                                    "organization.relieve",
                                    "organization",
                                    one.id(),
                                    one.region(),
                                    Map.of("post", held.post().code(), "holder", held.holder()),
                                    Map.of("on", on.toString()),
                                    null);
                            return new Relieved(held.id());
                        }));
    }
}
