package org.attune.desk;

import org.attune.access.Role;
import org.attune.ui.Icons;
import org.attune.ui.KeyCommand;
import org.attune.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the desk into the rail, and its keys among those that can be changed. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {
    @Bean
    NavigationEntry deskEntry() {
        return new NavigationEntry("desk.nav", Icons.DESK, "desk", 10, Role.AGENT);
    }

    @Bean
    KeyCommand.Listed deskKeys() {
        return DeskKeys.ALL;
    }

    @Bean
    NavigationEntry branchEntry() {
        return new NavigationEntry("branch.nav", Icons.USERS, "desk/branch", 12, Role.AGENT);
    }
}
