package org.gongzhi.staffing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.http.OneOf;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.Outcome;
import org.gongzhi.kernel.RegionCode;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.region.Region;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 部门: 科室 and 公共服务企业 of an administrator's territory. */
@RestController
@RequestMapping("/api/departments")
class DepartmentController {

    private final StaffQueries queries;
    private final StaffingPermissions permissions;
    private final StaffNames names;
    private final KeepDepartment keepDepartment;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;
    private final Clock clock;

    DepartmentController(
            StaffQueries queries,
            StaffingPermissions permissions,
            StaffNames names,
            KeepDepartment keepDepartment,
            RegionLookup regions,
            Transactions transactions,
            Commands commands,
            Answers answers,
            Clock clock) {
        this.queries = queries;
        this.permissions = permissions;
        this.names = names;
        this.keepDepartment = keepDepartment;
        this.regions = regions;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
        this.clock = clock;
    }

    record Department(
            UUID id,
            String regionCode,
            String place,
            String name,
            @OneOf({"office", "service"}) String kind,
            boolean isActive,
            long handlers) {}

    record AddRequest(
            @NotNull String regionCode,
            @NotNull @Size(max = 200) String name,
            @OneOf({"office", "service"}) @NotNull String kind) {}

    record RenameDepartmentRequest(@NotNull @Size(max = 200) String name) {}

    @GetMapping
    Answer<Items<Department>> list(@CurrentActor Actor actor, @RequestParam(required = false) @Nullable String region) {
        Actor reader = permissions.reaching(actor);
        Region node = RegionCode.parse(region).flatMap(regions::find).orElse(regions.get(actor.node()));
        return answers.of(permissions
                .mayLook(actor)
                .then(_ -> permissions.within(actor, node.code()))
                .map(_ -> transactions.read(reader, () -> departments(node))));
    }

    private Items<Department> departments(Region node) {
        List<StaffQueries.DepartmentRow> rows = queries.departments(node, Time.today(clock));
        return new Items<>(rows.stream()
                .map(row -> new Department(
                        row.id(),
                        row.node().toString(),
                        names.place(row.node()),
                        row.name(),
                        row.kind(),
                        row.isActive(),
                        row.handlers()))
                .toList());
    }

    @PostMapping
    Answer.Created<KeepDepartment.Kept> add(
            @CurrentActor Actor actor, @Valid @RequestBody AddRequest body, HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.created(
                keeper,
                request,
                body,
                () -> RegionCode.parse(body.regionCode())
                        .<Outcome<KeepDepartment.Kept>>map(
                                node -> keepDepartment.add(keeper, node, body.name(), body.kind()))
                        .orElseGet(() -> Outcome.invalid("regionCode", StaffingRefusal.REGION_UNKNOWN)));
    }

    @PutMapping("/{id}/name")
    Answer.Changed<KeepDepartment.Kept> rename(
            @CurrentActor Actor actor,
            @PathVariable UUID id,
            @Valid @RequestBody RenameDepartmentRequest body,
            HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.run(keeper, request, body, () -> keepDepartment.rename(keeper, id, body.name()));
    }

    @PostMapping("/{id}/closure")
    Answer.Changed<KeepDepartment.Kept> close(
            @CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.run(keeper, request, null, () -> keepDepartment.turn(keeper, id, false));
    }

    @DeleteMapping("/{id}/closure")
    Answer.Changed<KeepDepartment.Kept> reopen(
            @CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Actor keeper = permissions.reaching(actor);
        return commands.run(keeper, request, null, () -> keepDepartment.turn(keeper, id, true));
    }
}
