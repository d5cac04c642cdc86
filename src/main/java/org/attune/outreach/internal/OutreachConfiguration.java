package org.attune.outreach.internal;

import java.time.ZoneId;
import org.attune.access.DemoMode;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** When customers may be called. */
@Configuration(proxyBeanMethods = false)
class OutreachConfiguration {
    /** Nine to seven on weekdays and Saturdays unless the setting says otherwise; a demonstration is open all hours. */
    @Bean
    CallingHours callingHours(@Value("${attune.outreach.hours:}") String hours, DemoMode demo, ZoneId zone) {
        if (hours.isBlank() && demo.isOn()) {
            return CallingHours.always(zone);
        }
        return CallingHours.of(hours.isBlank() ? "09:00-19:00" : hours, zone);
    }
}
