package org.attune.learning;

/** How wordings have been answered, as of a log position: what choosing one asks. */
@FunctionalInterface
public interface TreatmentModel {
    /** Nobody has answered anything. */
    TreatmentModel NONE = (position, action, treatment) -> Counts.ZERO;

    /** Answers to one wording. */
    record Counts(long accepted, long answers) {
        static final Counts ZERO = new Counts(0, 0);
    }

    /**
     * Answers to a wording up to a log position. The same position gives the same counts for ever, so a replay chooses alike.
     *
     * @param position what the models knew; counted is up to the last full {@link Treatments#STEP} before it
     */
    Counts counts(long position, String action, String treatment);
}
