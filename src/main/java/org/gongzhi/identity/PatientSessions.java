package org.gongzhi.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongzhi.http.UnattendedFilter;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/**
 * Writes a session back only when something in it changed or its last request is some time ago. Without this every request, reads included, would update one
 * row; with it a session may end that much early. The library's filter also reads a session again right after saving it, to see that it is still there: that one
 * is answered from what was just in hand.
 */
final class PatientSessions<S extends Session> implements FindByIndexNameSessionRepository<PatientSessions.Patient<S>> {

    private final FindByIndexNameSessionRepository<S> store;
    private final Duration patience;

    /** Of this request, between its end and the filter's last look. Of the one store there is, whose sessions only it can name. */
    @SuppressWarnings("ThreadLocalUsage")
    private final ThreadLocal<@Nullable Patient<S>> justSaved = new ThreadLocal<>();

    PatientSessions(FindByIndexNameSessionRepository<S> store, Duration patience) {
        this.store = store;
        this.patience = patience;
    }

    @Override
    public Patient<S> createSession() {
        var session = new Patient<>(store.createSession(), patience);
        session.isChanged = true;
        return session;
    }

    @Override
    public void save(Patient<S> session) {
        if (session.isChanged) {
            store.save(session.stored);
            session.isChanged = false;
        }
        justSaved.set(session);
    }

    @Override
    public @Nullable Patient<S> findById(String id) {
        Patient<S> saved = justSaved.get();
        justSaved.remove();
        if (saved != null && saved.getId().equals(id)) {
            return saved;
        }
        S found = store.findById(id);
        return found == null ? null : new Patient<>(found, patience);
    }

    @Override
    public void deleteById(String id) {
        store.deleteById(id);
    }

    @Override
    public Map<String, Patient<S>> findByIndexNameAndIndexValue(String name, String value) {
        return store.findByIndexNameAndIndexValue(name, value).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Patient<>(entry.getValue(), patience)));
    }

    static final class Patient<S extends Session> implements Session {

        private final S stored;
        private final Duration patience;
        private boolean isChanged;

        private Patient(S stored, Duration patience) {
            this.stored = stored;
            this.patience = patience;
        }

        @Override
        public void setLastAccessedTime(Instant at) {
            if (!UnattendedFilter.isUnattended()
                    && !at.isBefore(stored.getLastAccessedTime().plus(patience))) {
                stored.setLastAccessedTime(at);
                isChanged = true;
            }
        }

        @Override
        public String changeSessionId() {
            isChanged = true;
            return stored.changeSessionId();
        }

        @Override
        public void setAttribute(String name, @Nullable Object value) {
            isChanged = true;
            if (value == null) {
                stored.removeAttribute(name);
            } else {
                stored.setAttribute(name, value);
            }
        }

        @Override
        public void removeAttribute(String name) {
            isChanged = true;
            stored.removeAttribute(name);
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            isChanged = true;
            stored.setMaxInactiveInterval(interval);
        }

        @Override
        public String getId() {
            return stored.getId();
        }

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals") // the library's signature
        public <T> @Nullable T getAttribute(String name) {
            return stored.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return stored.getAttributeNames();
        }

        @Override
        public Instant getCreationTime() {
            return stored.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return stored.getLastAccessedTime();
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return stored.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return stored.isExpired();
        }
    }
}
