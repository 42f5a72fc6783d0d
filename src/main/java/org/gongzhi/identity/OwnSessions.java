package org.gongzhi.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where a person is signed in, and the way to end it there. */
@Component
class OwnSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    OwnSessions(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    /** @param id tells sessions of one person apart; it opens nothing */
    record OwnSession(
            String id, Instant signedInAt, Instant lastSeenAt, String address, String browser, boolean isCurrent) {}

    List<OwnSession> of(UUID account, String currentId) {
        return live(account)
                .map(entry -> {
                    String line = entry.getValue().getRequiredAttribute(Ticket.NAME);
                    Ticket ticket = Ticket.parse(line);
                    return new OwnSession(
                            publicId(entry.getKey()),
                            ticket.signedInAt(),
                            entry.getValue().getLastAccessedTime(),
                            ticket.address(),
                            ticket.browser(),
                            entry.getKey().equals(currentId));
                })
                .sorted(Comparator.comparing(OwnSession::signedInAt).reversed())
                .toList();
    }

    /** Ends one, the current one too; how many were ended, 0 or 1. */
    int end(UUID account, String publicId) {
        List<String> found = live(account)
                .map(Map.Entry::getKey)
                .filter(id -> publicId(id).equals(publicId))
                .toList();
        found.forEach(sessions::deleteById);
        return found.size();
    }

    int endOthers(UUID account, String currentId) {
        List<String> others = live(account)
                .map(Map.Entry::getKey)
                .filter(id -> !id.equals(currentId))
                .toList();
        others.forEach(sessions::deleteById);
        return others.size();
    }

    int endAll(UUID account) {
        return endOthers(account, "");
    }

    private Stream<? extends Map.Entry<String, ? extends Session>> live(UUID account) {
        return sessions.findByPrincipalName(account.toString()).entrySet().stream()
                .filter(entry -> !entry.getValue().isExpired());
    }

    private static String publicId(String sessionId) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sessionId.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
