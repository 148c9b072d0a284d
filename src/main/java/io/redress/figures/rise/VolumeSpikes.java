package io.redress.figures.rise;

import io.redress.figures.TimePeriod;
import java.time.Instant;
import java.util.List;

/** The counts that rises show in, and the rises that were told. */
public interface VolumeSpikes {

    /**
     * The complaints of each category and each named product in the seven days before {@code end} and in as many weeks before
     * as asked for; empty while the ledger does not go back that far.
     */
    List<SeriesCounts> counts(Instant end, int weeks);

    /** Rises that are not over. */
    List<VolumeSpikeAlert> open();

    /** Rises that began in a period, or were not over when it began. */
    List<VolumeSpikeAlert> during(TimePeriod period);

    void begin(VolumeSpikeAlert alert);

    void end(VolumeSpikeAlert alert, Instant at);
}
