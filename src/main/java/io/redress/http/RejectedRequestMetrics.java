package io.redress.http;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/** Counts what the web server refuses, and says so at most once a minute: a flood must not fill the log too. */
final class RejectedRequestMetrics implements MeterBinder {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final Map<RequestRejection, LongAdder> counts = new EnumMap<>(RequestRejection.class);
    private final Map<RequestRejection, Long> told = new EnumMap<>(RequestRejection.class);
    private final LongSupplier nanoTime;
    private final Consumer<String> log;
    private long silentUntil;

    RejectedRequestMetrics(LongSupplier nanoTime, Consumer<String> log) {
        this.nanoTime = nanoTime;
        this.log = log;
        this.silentUntil = nanoTime.getAsLong();
        for (RequestRejection requestRejection : RequestRejection.values()) {
            counts.put(requestRejection, new LongAdder());
        }
    }

    void count(RequestRejection requestRejection) {
        adder(requestRejection).increment();
        tell();
    }

    long of(RequestRejection requestRejection) {
        return adder(requestRejection).sum();
    }

    private LongAdder adder(RequestRejection requestRejection) {
        return Objects.requireNonNull(counts.get(requestRejection));
    }

    /** Logs what was refused since it was last told, when a minute is over. */
    synchronized void tell() {
        if (nanoTime.getAsLong() - silentUntil < 0) {
            return;
        }
        String news = counts.entrySet().stream()
                .map(entry -> news(entry.getKey(), entry.getValue().sum()))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        if (!news.isEmpty()) {
            silentUntil = nanoTime.getAsLong() + PAUSE;
            log.accept(news);
        }
    }

    private String news(RequestRejection requestRejection, long count) {
        Long before = told.put(requestRejection, count);
        long fresh = count - (before == null ? 0 : before);
        return fresh == 0 ? "" : fresh + " " + requestRejection.reason();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        counts.forEach(
                (requestRejection, count) -> FunctionCounter.builder("redress.requests.refused", count, LongAdder::sum)
                        .description("Requests that the web server refused or ended itself, by reason")
                        .tag("reason", requestRejection.reason())
                        .register(registry));
    }
}
