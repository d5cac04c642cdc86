package org.attune.arbitration.engine;

/**
 * Reproducible random numbers: SplitMix64 (Steele, Lea, Flood 2014). Written out because replay must draw the same numbers on any
 * runtime for ever.
 */
public final class Draws {
    private long state;

    public Draws(long seed) {
        state = seed;
    }

    /** Mixes values into a seed. */
    public static long seed(long... parts) {
        long seed = 0x9E3779B97F4A7C15L;
        for (long part : parts) {
            seed = mix(seed + part * 0xD1342543DE82EF95L);
        }
        return seed;
    }

    /** A seed part from text: 64-bit FNV-1a. */
    public static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }

    /** The next 64 bits. */
    public long next() {
        state += 0x9E3779B97F4A7C15L;
        return mix(state);
    }

    /** Uniform in [0, 1) with 53 bits. */
    public double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in 0..bound-1. */
    public int below(int bound) {
        return (int) (uniform() * bound);
    }

    /** A standard normal number (Box and Muller 1958). */
    public double gaussian() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
