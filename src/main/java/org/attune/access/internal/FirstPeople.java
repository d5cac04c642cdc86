package org.attune.access.internal;

import org.attune.access.ApiClients;
import org.attune.access.DemoMode;
import org.attune.access.NewUser;
import org.attune.access.Role;
import org.attune.access.UserAccount;
import org.attune.access.Users;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Sees to it, before the first page is served, that the right people and programs can come in, and no others. */
@Component
class FirstPeople implements SmartInitializingSingleton {
    private static final String SYSTEM = "system";

    private final Users users;
    private final ApiClients clients;
    private final DemoMode demo;
    private final String adminPassword;
    private final String apiToken;

    FirstPeople(
            Users users,
            ApiClients clients,
            DemoMode demo,
            @Value("${attune.admin-password:}") String adminPassword,
            @Value("${attune.api-token:}") String apiToken) {
        this.users = users;
        this.clients = clients;
        this.demo = demo;
        this.adminPassword = adminPassword;
        this.apiToken = apiToken;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (demo.isOn()) {
            addDemoPeople();
        } else {
            removeDemoPeople();
            ensureAdmin();
        }
        if (!apiToken.isBlank()) {
            registerClient();
        }
    }

    private void addDemoPeople() {
        for (NewUser person : demo.people()) {
            if (users.byName(person.username()).isEmpty()) {
                users.create(SYSTEM, person);
            }
        }
    }

    private void removeDemoPeople() {
        users.list().stream()
                .filter(UserAccount::demo)
                .forEach(person -> users.removeDemoUser(SYSTEM, person.username()));
    }

    private void ensureAdmin() {
        boolean present = users.list().stream().anyMatch(user -> user.role() == Role.ADMIN && user.enabled());
        if (present) {
            return;
        }
        if (adminPassword.isBlank()) {
            throw new SetupException(
                    "Attune starts without demo content, and nobody could log in: there is no administrator yet.",
                    "Set ATTUNE_ADMIN_PASSWORD to a password of at least 12 characters; the user 'admin' is made with it."
                            + " It is needed for this first start only.");
        }
        if (adminPassword.length() < 12) {
            throw new SetupException(
                    "ATTUNE_ADMIN_PASSWORD is too short for the first administrator.",
                    "Choose a password of at least 12 characters.");
        }
        users.create(SYSTEM, new NewUser("admin", adminPassword, "Administrator", Role.ADMIN, null, false));
    }

    private void registerClient() {
        if (apiToken.length() < 16) {
            throw new SetupException(
                    "ATTUNE_API_TOKEN is too short to be safe.", "Choose a random token of at least 16 characters.");
        }
        clients.register(SYSTEM, "environment", apiToken);
    }
}
