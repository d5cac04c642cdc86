package org.attune.architecture;

import org.attune.AttuneApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The modules use only what their package-info allows, and there are no cycles. */
class ModularityTests {
    @Test
    void modulesKeepTheirBorders() {
        ApplicationModules.of(AttuneApplication.class).verify();
    }
}
