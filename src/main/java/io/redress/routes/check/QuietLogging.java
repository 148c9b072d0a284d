package io.redress.routes.check;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * As long as it is open, its thread logs nothing below a warning: Camel tells of every start and stop in a trial as if it
 * were one of the hub.
 */
final class QuietLogging extends TurboFilter implements AutoCloseable {

    private final Thread thread = Thread.currentThread();

    QuietLogging() {
        start();
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.addTurboFilter(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable thrown) {
        return Thread.currentThread() == thread && !level.isGreaterOrEqual(Level.WARN)
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(this);
        }
    }
}
