package org.attune.access;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** The person behind a session. The password hash is forgotten as soon as it has been checked. */
public final class SignedInUser implements UserDetails, CredentialsContainer {
    private static final long serialVersionUID = 1L;

    private final String username;
    private final String displayName;
    private final Role role;
    private final @Nullable String team;
    private final boolean enabled;
    private @Nullable String passwordHash;

    public SignedInUser(UserAccount account, String passwordHash) {
        this.username = account.username();
        this.displayName = account.displayName();
        this.role = account.role();
        this.team = account.team();
        this.enabled = account.enabled();
        this.passwordHash = passwordHash;
    }

    /** The name others see. */
    public String displayName() {
        return displayName;
    }

    /** What this person may do. */
    public Role role() {
        return role;
    }

    /** The team, null when in none. */
    public @Nullable String team() {
        return team;
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority(role.authority()));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInUser user && user.username.equals(username);
    }

    @Override
    public int hashCode() {
        return username.hashCode();
    }
}
