package org.attune.access.internal;

import java.util.Locale;
import org.attune.access.SignedInUser;
import org.attune.access.Users;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Service;

/** Finds the account that a login names. */
@Service
class LoginDetails implements UserDetailsService {
    private final Users users;
    private final JdbcClient jdbc;

    LoginDetails(Users users, JdbcClient jdbc) {
        this.users = users;
        this.jdbc = jdbc;
    }

    @Override
    public UserDetails loadUserByUsername(String typed) {
        String username = typed.strip().toLowerCase(Locale.ROOT);
        return users.byName(username)
                .map(account -> new SignedInUser(
                        account,
                        jdbc.sql("select password_hash from access_user where username = ?")
                                .param(username)
                                .query(String.class)
                                .single()))
                .orElseThrow(() -> new UsernameNotFoundException("unknown user"));
    }
}
