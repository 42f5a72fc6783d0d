package org.gongzhi.security;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gongzhi.http.Answer;
import org.gongzhi.http.Answers;
import org.gongzhi.http.Commands;
import org.gongzhi.http.CurrentActor;
import org.gongzhi.http.Items;
import org.gongzhi.kernel.Actor;
import org.gongzhi.kernel.DutyKind;
import org.gongzhi.kernel.Page;
import org.gongzhi.kernel.Time;
import org.gongzhi.kernel.Transactions;
import org.gongzhi.kernel.Words;
import org.gongzhi.region.RegionLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 安全: the security administrator's console. */
@RestController
@RequestMapping("/api/security")
class SecurityController {

    private static final int MOST = 100;

    private final SecurityPermissions permissions;
    private final SecurityQueries queries;
    private final PermissionTable table;
    private final EndSession endSession;
    private final ReleaseLockOut releaseLockOut;
    private final RegionLookup regions;
    private final Transactions transactions;
    private final Commands commands;
    private final Answers answers;
    private final MessageSource messages;
    private final Clock clock;

    SecurityController(
            SecurityPermissions permissions,
            SecurityQueries queries,
            PermissionTable table,
            EndSession endSession,
            ReleaseLockOut releaseLockOut,
            RegionLookup regions,
            Transactions transactions,
            Commands commands,
            Answers answers,
            MessageSource messages,
            Clock clock) {
        this.permissions = permissions;
        this.queries = queries;
        this.table = table;
        this.endSession = endSession;
        this.releaseLockOut = releaseLockOut;
        this.regions = regions;
        this.transactions = transactions;
        this.commands = commands;
        this.answers = answers;
        this.messages = messages;
        this.clock = clock;
    }

    record SessionRow(
            UUID id,
            UUID accountId,
            String login,
            String name,
            String home,
            Instant signedInAt,
            Instant lastSeenAt,
            String address,
            String browser,
            boolean isOwn) {}

    /** @param days since it seals */
    record KeyRow(String name, String fingerprint, Instant since, long days, boolean isSealing) {}

    record DutyName(String code, String name) {}

    record AbilityRow(String code, String name, List<String> duties) {}

    record Permissions(List<DutyName> duties, List<AbilityRow> abilities) {}

    @GetMapping("/sessions")
    Answer<Page<SessionRow>> sessions(
            @CurrentActor Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "20") int limit) {
        return answers.of(permissions
                .maySecure(actor)
                .map(reader -> transactions.read(
                        reader,
                        () -> queries.sessions(
                                regions.get(actor.node()),
                                Words.tidyOrNull(q),
                                after,
                                Time.now(clock),
                                Math.clamp(limit, 1, MOST))))
                .map(page -> new Page<>(
                        page.items().stream().map(each -> row(actor, each)).toList(), page.next(), null)));
    }

    private SessionRow row(Actor actor, SecurityQueries.LiveSession session) {
        return new SessionRow(
                session.id(),
                session.accountId(),
                session.login(),
                session.name(),
                session.home() == null ? "" : regions.pathText(session.home()),
                session.signedInAt(),
                session.lastSeenAt(),
                session.address(),
                session.browser(),
                session.accountId().equals(actor.account()));
    }

    @DeleteMapping("/sessions/{id}")
    Answer.Changed<EndSession.Ended> endSession(
            @CurrentActor Actor actor, @PathVariable UUID id, HttpServletRequest request) {
        Actor guard = permissions.reaching(actor);
        return commands.run(guard, request, null, () -> endSession.end(guard, id));
    }

    @GetMapping("/lock-outs")
    Answer<Items<SecurityQueries.LockedOut>> lockOuts(@CurrentActor Actor actor) {
        return answers.of(permissions
                .maySecure(actor)
                .map(reader -> new Items<>(transactions.read(
                        reader, () -> queries.lockOuts(regions.get(actor.node()), Time.now(clock))))));
    }

    @DeleteMapping("/lock-outs/{account}")
    Answer.Changed<ReleaseLockOut.Released> release(
            @CurrentActor Actor actor, @PathVariable UUID account, HttpServletRequest request) {
        Actor guard = permissions.reaching(actor);
        return commands.run(guard, request, null, () -> releaseLockOut.release(guard, account));
    }

    @GetMapping("/keys")
    Answer<Items<KeyRow>> keys(@CurrentActor Actor actor) {
        Instant now = Time.now(clock);
        return answers.of(permissions
                .maySecure(actor)
                .map(reader -> new Items<>(transactions.read(reader, queries::keys).stream()
                        .map(key -> new KeyRow(
                                key.name(),
                                key.fingerprint(),
                                key.since(),
                                Duration.between(key.since(), now).toDays(),
                                key.isSealing()))
                        .toList())));
    }

    /** What each duty may, as the code itself answers. */
    @GetMapping("/permissions")
    Answer<Permissions> permissionTable(@CurrentActor Actor actor) {
        return answers.of(permissions
                .maySecure(actor)
                .map(_ -> new Permissions(
                        PermissionTable.DUTIES.stream().map(this::named).toList(),
                        table.rows().stream()
                                .map(row -> new AbilityRow(
                                        row.code(), word("security.ability." + row.code(), row.code()), row.duties()))
                                .toList())));
    }

    private DutyName named(DutyKind duty) {
        return new DutyName(duty.code(), word("identity.duty." + duty.code(), duty.code()));
    }

    private String word(String key, String otherwise) {
        String word = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return word == null ? otherwise : word;
    }
}
