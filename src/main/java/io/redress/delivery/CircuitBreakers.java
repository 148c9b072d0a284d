package io.redress.delivery;

/** The circuit breakers of this node, one a target. */
public interface CircuitBreakers {

    /** {@code closed}, {@code open} or {@code half-open}; {@code none} when the target does not run. */
    String state(String target);
}
