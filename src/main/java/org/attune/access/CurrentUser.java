package org.attune.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who is asking, in a view, a push update or a request. */
@Component
public class CurrentUser {

    /** Whether somebody is logged in. */
    public boolean isPresent() {
        return authentication() != null;
    }

    /** The user name or, on the REST interface, the client's name; {@code anonymous} before login. */
    public String username() {
        Authentication authentication = authentication();
        return authentication == null ? "anonymous" : authentication.getName();
    }

    /** The name others see. */
    public String displayName() {
        Authentication authentication = authentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
                ? user.displayName()
                : username();
    }

    /** The team, null when in none. */
    public @Nullable String team() {
        Authentication authentication = authentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedInUser user
                ? user.team()
                : null;
    }

    /** The role; empty before login and on the REST interface. */
    public Optional<Role> role() {
        Authentication authentication = authentication();
        if (authentication == null) {
            return Optional.empty();
        }
        for (Role role : Role.values()) {
            if (authentication.getAuthorities().stream()
                    .anyMatch(granted -> role.authority().equals(granted.getAuthority()))) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /** Whether the person has this role. */
    public boolean is(Role role) {
        return role().filter(role::equals).isPresent();
    }

    private static @Nullable Authentication authentication() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null
                        || authentication instanceof AnonymousAuthenticationToken
                        || !authentication.isAuthenticated()
                ? null
                : authentication;
    }
}
