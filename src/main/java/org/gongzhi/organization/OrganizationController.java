package org.gongzhi.organization;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.organization.OrganizationView.KindResponse;
import org.gongzhi.organization.OrganizationView.OrganizationResponse;
import org.gongzhi.organization.OrganizationView.OrganizationRow;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 党组织 to be read: down the lines (条), place by place (块), by name, and each with all that is known of it. */
@RestController
class OrganizationController {

    private static final int MOST_ROWS = 100;
    private static final int MOST_TOPS = 50;
    private static final int LONGEST_QUERY = 40;

    private final OrganizationQueries queries;
    private final OrganizationView view;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Answers answers;

    OrganizationController(
            OrganizationQueries queries,
            OrganizationView view,
            RegionLookup regions,
            Transactions transactions,
            Answers answers) {
        this.queries = queries;
        this.view = view;
        this.regions = regions;
        this.transactions = transactions;
        this.answers = answers;
    }

    @GetMapping("/api/organization-kinds")
    Answer<Items<KindResponse>> kinds(@CurrentActor Actor actor) {
        return answers.of(Outcome.done(new Items<>(transactions.read(actor, view::kinds))));
    }

    /** 块: what stands at a node itself, a page at a time. */
    @GetMapping("/api/organizations")
    Answer<Page<OrganizationRow>> standing(
            @CurrentActor Actor actor,
            @RequestParam String region,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") int limit) {
        int most = Math.clamp(limit, 1, MOST_ROWS);
        return answers.of(transactions.read(
                actor,
                () -> node(region).map(node -> view.page(queries.standingAt(node.code(), after, most + 1), most))));
    }

    /** 条: where the lines of a node begin. */
    @GetMapping("/api/organizations/tops")
    Answer<Items<OrganizationRow>> tops(@CurrentActor Actor actor, @RequestParam String region) {
        return answers.of(transactions.read(
                actor, () -> node(region).map(node -> new Items<>(view.rows(queries.topsAt(node.code(), MOST_TOPS))))));
    }

    @GetMapping("/api/organizations/search")
    Answer<Items<OrganizationRow>> search(
            @CurrentActor Actor actor, @RequestParam String q, @RequestParam(defaultValue = "20") int limit) {
        String typed = Words.tidy(q).toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
        if (typed.isEmpty() || typed.length() > LONGEST_QUERY) {
            return answers.of(Outcome.done(new Items<>(List.of())));
        }
        return answers.of(Outcome.done(new Items<>(transactions.read(
                actor, () -> view.rows(queries.called(typed, actor.scope(), Math.clamp(limit, 1, MOST_TOPS)))))));
    }

    /** 条: who answers to it, a page at a time. */
    @GetMapping("/api/organizations/{id}/below")
    Answer<Page<OrganizationRow>> below(
            @CurrentActor Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "20") int limit) {
        int most = Math.clamp(limit, 1, MOST_ROWS);
        return answers.of(transactions.read(
                actor, () -> seen(id).map(one -> view.page(queries.answeringTo(one.id(), after, most + 1), most))));
    }

    @GetMapping("/api/organizations/{id}")
    Answer<OrganizationResponse> one(@CurrentActor Actor actor, @PathVariable UUID id) {
        return answers.of(transactions.read(actor, () -> seen(id).map(one -> view.shown(actor, one))));
    }

    private Outcome<Organization> seen(UUID id) {
        return queries.find(id)
                .<Outcome<Organization>>map(Outcome::done)
                .orElseGet(() -> Outcome.refused(OrganizationRefusal.UNKNOWN));
    }

    private Outcome<Region> node(String region) {
        return RegionCode.parse(region)
                .flatMap(regions::find)
                .<Outcome<Region>>map(Outcome::done)
                .orElseGet(() -> Outcome.invalid("region", OrganizationRefusal.REGION_UNKNOWN));
    }
}
