package io.redress.ops;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a channel.
 *
 * @param problem in a sentence
 * @param error the last error, without secrets; null when there was none
 */
record Fault(String problem, @Nullable String error) {}
