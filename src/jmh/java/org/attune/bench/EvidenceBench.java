package org.attune.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.attune.history.engine.Lift;
import org.attune.history.engine.Power;
import org.attune.history.engine.Sums;
import org.attune.simulation.engine.Campaign;
import org.attune.simulation.engine.LoggedWorld;
import org.attune.simulation.engine.OffPolicy;
import org.attune.simulation.engine.OffPolicy.Comparison;
import org.attune.simulation.engine.OffPolicy.Estimate;

/**
 * Whether intervals keep what they promise, in worlds whose truth is known: off-policy estimates and lift cover it, a planted lift is
 * found, and none is found where there is none, however often somebody looks.
 *
 * <p>Argument: the number of runs, 500 when left out. Ends with 1 when an interval covers the truth in less than 93 % of the runs or
 * false alarms exceed 5 %.
 */
public final class EvidenceBench {
    private static final int RESAMPLES = 400;
    private static final int CUSTOMERS = 1_600;
    private static final int LOOKS = 50;

    private final int runs;
    private boolean kept = true;

    private EvidenceBench(int runs) {
        this.runs = runs;
    }

    public static void main(String[] args) {
        EvidenceBench bench = new EvidenceBench(args.length > 0 ? Integer.parseInt(args[0]) : 500);
        bench.offPolicy(2, "as explorative as the log");
        bench.offPolicy(4, "more decided");
        bench.offPolicy(8, "all but deterministic");
        bench.lift();
        bench.campaigns();
        System.exit(bench.kept ? 0 : 1);
    }

    private void offPolicy(double sharpness, String name) {
        LoggedWorld world = new LoggedWorld(20261128, sharpness);
        double[] truth = world.truth(1_000_000, 7);
        List<Comparison> found = IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> OffPolicy.compare(world.log(CUSTOMERS, 1_000L + run), RESAMPLES, run))
                .toList();
        double effective = found.stream()
                .mapToDouble(each -> each.support().effective())
                .average()
                .orElse(0);
        double decisions =
                found.stream().mapToDouble(Comparison::decisions).average().orElse(0);
        long refused = found.stream().filter(each -> each.refusal() != null).count();
        say(
                "off-policy, new policy %s: truth %.4f, live %.4f; %.0f decisions of %d customers, effective %.0f, refused %d",
                name, truth[0], truth[1], decisions, CUSTOMERS, effective, refused);
        row("IPS", found, each -> each.candidate().ips(), truth[0]);
        row("self-normalised IPS", found, each -> each.candidate().selfNormalised(), truth[0]);
        row("doubly robust", found, each -> each.candidate().doublyRobust(), truth[0]);
        row("difference to live, IPS", found, each -> each.difference().ips(), truth[0] - truth[1]);
        row(
                "difference to live, self-normalised",
                found,
                each -> each.difference().selfNormalised(),
                truth[0] - truth[1]);
        row(
                "difference to live, doubly robust",
                found,
                each -> each.difference().doublyRobust(),
                truth[0] - truth[1]);
        long wrong = found.stream()
                .filter(each -> each.verdict() * (truth[0] - truth[1]) < 0)
                .count();
        long right = found.stream()
                .filter(each -> each.verdict() * (truth[0] - truth[1]) > 0)
                .count();
        say("  verdicts: right %d, wrong %d, none %d", right, wrong, runs - right - wrong);
    }

    private void row(String name, List<Comparison> found, Function<Comparison, Estimate> of, double truth) {
        long covered =
                found.stream().filter(each -> of.apply(each).holds(truth)).count();
        double mean = found.stream()
                .mapToDouble(each -> of.apply(each).value())
                .average()
                .orElse(0);
        double width = found.stream()
                .mapToDouble(each -> of.apply(each).high() - of.apply(each).low())
                .average()
                .orElse(0);
        double error = Math.sqrt(found.stream()
                .mapToDouble(each -> Math.pow(of.apply(each).value() - truth, 2))
                .average()
                .orElse(0));
        judge(
                covered,
                "  %-36s covers %.1f %%  bias %+.4f  rmse %.4f  width %.4f"
                        .formatted(name, 100.0 * covered / runs, mean - truth, error, width));
    }

    private void lift() {
        LoggedWorld world = new LoggedWorld(20261128, 2);
        double[] truth = world.truth(1_000_000, 7);
        double lift = truth[1] / truth[2] - 1;
        for (double share : new double[] {0.02, 0.1}) {
            List<Lift> found = new ArrayList<>(IntStream.range(0, runs)
                    .parallel()
                    .mapToObj(run -> {
                        Sums[] arms = world.arms(20_000, share, 90_000L + run);
                        return java.util.Objects.requireNonNull(Lift.of(arms[0], arms[1]));
                    })
                    .toList());
            long covered =
                    found.stream().filter(each -> each.interval().holds(lift)).count();
            long always =
                    found.stream().filter(each -> each.everyLook().holds(lift)).count();
            judge(
                    covered,
                    "lift, control %.0f %%, true %+.1f %%: interval covers %.1f %%, always-valid interval %.1f %%"
                            .formatted(100 * share, 100 * lift, 100.0 * covered / runs, 100.0 * always / runs));
        }
    }

    private void campaigns() {
        double base = 0.05;
        double share = 0.02;
        long once = Power.needed(base, 0.2, share);
        long always = Power.neededEveryLook(base, 0.2, share);
        say(
                "needed for +20 %% at base 5 %%, control 2 %%: %d when looked at once, %d when looked at always",
                once, always);
        campaign("no effect", base, 0, share, (int) once);
        campaign("planted +20 %", base, 0.2, share, (int) once);
        campaign("planted +20 %", base, 0.2, share, (int) always);
        campaign("planted -20 %", base, -0.2, share, (int) always);
        campaign("no effect", base, 0, 0.1, 50_000);
        campaign("no effect", 0.3, 0, share, 20_000);
    }

    private void campaign(String name, double base, double effect, double share, int conversations) {
        Campaign campaign = new Campaign(base, effect, share);
        List<Campaign.Found> found = IntStream.range(0, runs)
                .parallel()
                .mapToObj(run -> campaign.run(conversations, LOOKS, 500_000L + run))
                .toList();
        long proven = found.stream().filter(Campaign.Found::proven).count();
        say(
                "%s, base %.0f %%, control %.0f %%, %d conversations, %d looks: proven %.1f %% (half of them by %.0f %% of the conversations); "
                        + "looked at once at the end %.1f %%; who takes the first hint %.1f %%",
                name,
                100 * base,
                100 * share,
                conversations,
                LOOKS,
                100.0 * proven / runs,
                100 * median(found),
                100.0 * found.stream().filter(Campaign.Found::atTheEnd).count() / runs,
                100.0 * found.stream().filter(Campaign.Found::hints).count() / runs);
        if (effect == 0 && proven > 0.05 * runs) {
            kept = false;
            say("  MISSED: false alarms above 5 %%");
        }
    }

    private static double median(List<Campaign.Found> found) {
        double[] shares = found.stream()
                .filter(Campaign.Found::proven)
                .mapToDouble(Campaign.Found::firstProven)
                .sorted()
                .toArray();
        return shares.length == 0 ? Double.NaN : shares[shares.length / 2];
    }

    private void judge(long covered, String words) {
        boolean good = covered >= 0.93 * runs;
        kept &= good;
        System.out.println(words + (good ? "" : "  MISSED"));
    }

    private static void say(String words, Object... values) {
        System.out.println(String.format(Locale.ROOT, words, values));
    }
}
