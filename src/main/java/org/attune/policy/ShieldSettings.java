package org.attune.policy;

/**
 * What a company may add to the shield; nothing of it can be taken away.
 *
 * @param preset jurisdiction whose protections are added, empty for none
 * @param coolOffDays days without sales after a difficulty has ended, at least 30
 */
public record ShieldSettings(String preset, int coolOffDays) {
    /** The product's own matrix. */
    public static final ShieldSettings DEFAULT = new ShieldSettings("", 90);

    public ShieldSettings {
        preset = preset == null ? "" : preset;
    }
}
