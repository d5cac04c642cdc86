package org.attune.care;

import org.attune.care.engine.Country;
import org.attune.kernel.LocalText;

/**
 * Somebody outside the company who helps free of charge.
 *
 * @param phone for the call that passes the customer on
 * @param hours when they answer
 */
public record Partner(
        String key, Country country, LocalText name, LocalText helpsWith, String phone, LocalText hours) {}
