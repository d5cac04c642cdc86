package org.attune.policy.engine;

/** A number; NaN when it is not known. Whole numbers are exact up to 2^53. */
public abstract class Quantity {
    Quantity() {}

    abstract double number(Slots slots);

    abstract void read(Slots slots, Reading reading);
}
