package io.redress.figures;

import java.time.Instant;
import java.util.List;

/** The counts that rises show in, and the rises that were told. */
public interface Rises {

    /**
     * The complaints of each category and each named product in the seven days before {@code end} and in as many weeks before
     * as asked for; empty while the ledger does not go back that far.
     */
    List<SeriesCounts> counts(Instant end, int weeks);

    /** Rises that are not over. */
    List<RiseAlarm> open();

    /** Rises that began in a period, or were not over when it began. */
    List<RiseAlarm> during(Period period);

    void begin(RiseAlarm alarm);

    void end(RiseAlarm alarm, Instant at);
}
