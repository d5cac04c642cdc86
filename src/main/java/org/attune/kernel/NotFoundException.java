package org.attune.kernel;

/** The thing named does not exist (or is not for this user: both read the same). */
public final class NotFoundException extends AttuneException {
    public NotFoundException(String kind, Object key) {
        super("There is no " + kind + " '" + key + "'.");
    }

    @Override
    public LocalText words() {
        return new LocalText(getMessage(), "Introuvable : cela n’existe pas, ou plus, ou n’est pas pour vous.");
    }
}
