package org.attune.kernel;

/** Somebody else has changed the thing since it was read. Nothing was overwritten. */
public final class StaleException extends AttuneException {
    public StaleException(String kind) {
        super("Somebody else has changed this " + kind
                + " meanwhile. Nothing was overwritten: read it again and apply your change to what is there now.");
    }
}
