package org.attune.floor;

import org.attune.access.Role;
import org.attune.ui.Icons;
import org.attune.ui.NavigationEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the floor into the rail. */
@Configuration(proxyBeanMethods = false)
class FloorPlaces {
    static final String FLOOR = "insight/floor";

    @Bean
    NavigationEntry floorEntry() {
        return new NavigationEntry("floor.nav", Icons.FLOOR, FLOOR, 105, Role.SUPERVISOR, Role.ADMIN);
    }
}
