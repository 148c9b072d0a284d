package io.redress.due;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock other than the system's. It knows UTC only: zones are a matter of calendars. */
public abstract class UtcClock extends Clock {

    @Override
    public final ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** This clock, whatever the zone. */
    @Override
    public final Clock withZone(ZoneId zone) {
        return this;
    }
}
