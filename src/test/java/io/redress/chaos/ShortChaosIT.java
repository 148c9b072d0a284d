package io.redress.chaos;

import org.junit.jupiter.api.Test;

/** What every build sees of {@link ChaosIT}: half a minute of load in which each kind of fault comes at least once. */
class ShortChaosIT {

    @Test
    void nothing_is_lost_or_doubled_in_half_a_minute_of_faults() throws Exception {
        ChaosIT.holds(ChaosPlan.of("short", false, 0.5));
    }
}
