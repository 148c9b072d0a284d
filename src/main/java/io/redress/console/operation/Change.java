package io.redress.console.operation;

import java.time.Instant;

/**
 * Something that changed how the hub runs.
 *
 * @param kind {@code started}, {@code loaded}, {@code channel-paused}, {@code target-paused}
 * @param name of the version, file, rules, channel or target
 * @param by who paused it; else empty
 */
public record Change(Instant at, String kind, String name, String by) {}
