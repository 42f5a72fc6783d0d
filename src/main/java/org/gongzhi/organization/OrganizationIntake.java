package org.gongzhi.organization;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.organization.OrganizationKindQueries.OrganizationKind;
import org.gongzhi.organization.OrganizationLimits.Limits;
import org.gongzhi.organization.Posts.Post;
import org.gongzhi.organization.SetUpPolicy.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For loaders: organizations that stand already, one after the other, those above first. In the caller's transaction; what the rules forbid is a mistake of the loader. */
@Component
public class OrganizationIntake {

    private final Organizations organizations;
    private final Posts posts;
    private final OrganizationKindQueries kinds;
    private final OrganizationLimits limits;
    private final Clock clock;

    OrganizationIntake(
            Organizations organizations,
            Posts posts,
            OrganizationKindQueries kinds,
            OrganizationLimits limits,
            Clock clock) {
        this.organizations = organizations;
        this.posts = posts;
        this.kinds = kinds;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * One that stands.
     *
     * @param kind by its code: committee, branch
     * @param parent whom it answers to; null: nobody here
     * @param units of how many it is, where the kind is of several
     * @param termFrom since when it serves its term; null where the kind has none
     * @param secretary null: nobody yet
     */
    public record Standing(
            UUID id,
            String kind,
            String name,
            String code,
            LocalDate foundedOn,
            @Nullable UUID parent,
            RegionCode region,
            int fullMembers,
            int members,
            @Nullable Integer units,
            @Nullable LocalDate termFrom,
            @Nullable String secretary) {}

    public void add(Actor loader, Standing standing, String why) {
        OrganizationKind kind = kinds.get(standing.kind());
        LocalDate from = standing.termFrom();
        Limits holding = limits.at(standing.region(), Time.today(clock));
        Organization one = new Organization(
                standing.id(),
                standing.kind(),
                standing.name(),
                standing.code(),
                standing.foundedOn(),
                null,
                standing.parent(),
                standing.region(),
                standing.fullMembers(),
                standing.members(),
                standing.units(),
                null,
                from,
                from == null ? null : SetUpPolicy.due(kind, from, holding),
                1);
        Finding.unlessStopped(SetUpPolicy.onSize(one, kind, holding)).orThrow();
        if (!organizations.add(loader, one, why)) {
            throw new IllegalStateException("code " + standing.code() + " is taken");
        }
        if (standing.secretary() != null) {
            posts.add(
                    loader,
                    one.id(),
                    Post.SECRETARY,
                    standing.secretary(),
                    null,
                    from == null ? standing.foundedOn() : from);
        }
    }
}
