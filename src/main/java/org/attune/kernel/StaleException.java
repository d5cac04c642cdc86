package org.attune.kernel;

/** Somebody else has changed the thing since it was read. Nothing was overwritten. */
public final class StaleException extends AttuneException {
    public StaleException(String kind) {
        super("Somebody else has changed this " + kind
                + " meanwhile. Nothing was overwritten: read it again and apply your change to what is there now.");
    }

    @Override
    public LocalText words() {
        return new LocalText(
                getMessage(),
                "Quelqu’un d’autre l’a modifié entre-temps. Rien n’a été écrasé : relisez, puis refaites votre"
                        + " changement sur ce qui est là.");
    }
}
