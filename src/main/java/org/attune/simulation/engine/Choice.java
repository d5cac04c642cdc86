package org.attune.simulation.engine;

/**
 * One recorded moment as two policies are judged by it: what the log put first and what came of it, and what each policy would have put
 * first.
 *
 * @param customer number of the customer, 0 and up; a customer's moments are not independent
 * @param logged probability, over both arms, with which the log put first what it did; above 0
 * @param reward what came of it: 1 or 0 for an acceptance, any number from 0 for a value
 * @param expected what a model that did not know this answer expected of it
 * @param candidate the policy in question
 * @param reference the policy it is compared with
 */
public record Choice(int customer, double logged, double reward, double expected, Target candidate, Target reference) {

    /**
     * What a policy would have done at that moment.
     *
     * @param chance probability with which it puts first what the log put first; 0 when the log proposed nothing
     * @param silent probability with which it proposes nothing, whose reward is known without a log: 0
     * @param expected what the model expects of the policy: its chances times the expected rewards
     * @param outside its chance of putting first what the log could not have put first
     */
    public record Target(double chance, double silent, double expected, double outside) {
        double weight(double logged) {
            return chance / logged;
        }
    }
}
