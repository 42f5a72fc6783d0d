package org.gongzhi.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongzhi.audit.Audit;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Time;
import org.gongzhi.organization.Posts.Post;
import org.gongzhi.organization.SetUpPolicy.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 任职: somebody is secretary, deputy or member of the committee from a day on. One secretary at a time. */
@Component
class AppointToPost {

    private final OrganizationPermissions permissions;
    private final Organizations organizations;
    private final Posts posts;
    private final OrganizationKindQueries kinds;
    private final OrganizationLimits limits;
    private final Audit audit;
    private final Clock clock;

    AppointToPost(
            OrganizationPermissions permissions,
            Organizations organizations,
            Posts posts,
            OrganizationKindQueries kinds,
            OrganizationLimits limits,
            Audit audit,
            Clock clock) {
        this.permissions = permissions;
        this.organizations = organizations;
        this.posts = posts;
        this.kinds = kinds;
        this.limits = limits;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param work of a member: 组织委员, 宣传委员 */
    record Wish(
            @Nullable String post,
            @Nullable String holder,
            @Nullable String work,
            LocalDate from) {}

    record Appointed(UUID id, List<Finding> warnings) {}

    Outcome<Appointed> appoint(Actor actor, UUID organization, int seen, Wish wish) {
        return permissions
                .keep(actor)
                .then(_ -> OrganizationWords.holder(wish.holder()))
                .then(holder -> OrganizationWords.work(wish.work())
                        .then(work -> Post.of(wish.post())
                                .<Outcome<Post>>map(Outcome::done)
                                .orElseGet(() -> Outcome.invalid("post", OrganizationRefusal.POST_UNKNOWN))
                                .then(post -> organizations
                                        .holdOrRefuse(organization, seen)
                                        .unless(one -> one.since(wish.from(), Time.today(clock), "from"))
                                        .then(one -> give(actor, one, post, holder, work.orElse(null), wish.from())))));
    }

    private Outcome<Appointed> give(
            Actor actor, Organization one, Post post, String holder, @Nullable String work, LocalDate from) {
        int seats = posts.heldOn(one.id(), from) + 1;
        return Finding.unlessStopped(SetUpPolicy.onBoard(
                        one, kinds.get(one.kind()), post, seats, limits.at(one.region(), Time.today(clock))))
                .then(warnings -> posts.add(actor, one.id(), post, holder, work, from)
                        .<Outcome<Appointed>>map(id -> {
                            audit.record(
                                    actor,
                                    "organization.appoint",
                                    "organization",
                                    one.id(),
                                    one.region(),
                                    null,
                                    Map.of("post", post.code(), "holder", holder, "from", from.toString()),
                                    null);
                            return Outcome.done(new Appointed(id, warnings));
                        })
                        .orElseGet(() -> Outcome.invalid("holder", OrganizationRefusal.POST_TAKEN)));
    }
}
