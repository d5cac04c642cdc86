package org.attune.access.internal;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.attune.access.UserDisabled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Knows who is logged in where, and ends the pages of somebody who may no longer be. */
@Component
class LiveSessions implements HttpSessionListener {
    private static final String OWNER = LiveSessions.class.getName() + ".owner";

    private final Map<String, Set<HttpSession>> sessions = new ConcurrentHashMap<>();

    void loggedIn(String username, HttpSession session) {
        session.setAttribute(OWNER, username);
        sessions.computeIfAbsent(username, name -> ConcurrentHashMap.newKeySet())
                .add(session);
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        Object owner = event.getSession().getAttribute(OWNER);
        if (owner != null) {
            sessions.computeIfPresent(owner.toString(), (name, open) -> {
                open.removeIf(each -> each.getId().equals(event.getSession().getId()));
                return open.isEmpty() ? null : open;
            });
        }
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(UserDisabled gone) {
        for (HttpSession session : Set.copyOf(sessions.getOrDefault(gone.username(), Set.of()))) {
            try {
                session.invalidate();
            } catch (IllegalStateException e) {
                // It ended by itself in the meantime.
                continue;
            }
        }
        sessions.remove(gone.username());
    }
}
