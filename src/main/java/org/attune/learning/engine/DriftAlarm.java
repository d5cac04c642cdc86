package org.attune.learning.engine;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Notices when a model errs more than it used to: the Page-Hinkley test (Page 1954, Continuous inspection schemes; used on
 * learners as in Gama, Zliobaite, Bifet, Pechenizkiy, Bouchachia 2014) on the log loss of each prediction, measured against the
 * mean and spread of the losses since the last alarm. What is summed is how far a loss lies above its own past, less a tenth of
 * a standard deviation of tolerance; an alarm is a rise of 60 standard deviations above the lowest point. After an alarm the
 * past begins anew.
 */
final class DriftAlarm {

    private static final double TOLERANCE = 0.1;
    private static final double ALARM = 60;
    /** A loss so many standard deviations above the mean counts for no more: a rare acceptance is a surprise, not a drift. */
    private static final double MOST = 5;

    /** Losses before mean and spread are believed. */
    private static final long WARM_UP = 100;

    private long losses;
    private double mean;
    private double squares;
    private double sum;
    private double lowest;
    private long alarms;
    private long since;

    void observe(double loss) {
        since++;
        if (losses >= WARM_UP) {
            double spread = Math.sqrt(squares / (losses - 1));
            if (spread > 0) {
                sum += Math.min(MOST, (loss - mean) / spread) - TOLERANCE;
                lowest = Math.min(lowest, sum);
            }
        }
        losses++;
        double off = loss - mean;
        mean += off / losses;
        squares += off * (loss - mean);
        if (sum - lowest > ALARM) {
            alarms++;
            since = 0;
            losses = 0;
            mean = 0;
            squares = 0;
            sum = 0;
            lowest = 0;
        }
    }

    /** How often it went off. */
    long alarms() {
        return alarms;
    }

    /** Answers since it went off last, or since the first answer. */
    long since() {
        return since;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(losses);
        out.writeDouble(mean);
        out.writeDouble(squares);
        out.writeDouble(sum);
        out.writeDouble(lowest);
        out.writeLong(alarms);
        out.writeLong(since);
    }

    void readFrom(DataInput in) throws IOException {
        losses = in.readLong();
        mean = in.readDouble();
        squares = in.readDouble();
        sum = in.readDouble();
        lowest = in.readDouble();
        alarms = in.readLong();
        since = in.readLong();
    }
}
