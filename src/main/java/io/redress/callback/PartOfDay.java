package io.redress.callback;

import java.time.LocalTime;

/** The parts of a day at which people are at home or at work; somebody not reached in one is tried in another. */
public enum PartOfDay {
    MORNING,
    AFTERNOON,
    EVENING;

    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime SIX = LocalTime.of(18, 0);

    /** By the wall clock of whom it concerns: from noon afternoon, from six evening. */
    public static PartOfDay of(LocalTime time) {
        return time.isBefore(NOON) ? MORNING : time.isBefore(SIX) ? AFTERNOON : EVENING;
    }
}
