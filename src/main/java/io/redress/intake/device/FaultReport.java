package io.redress.intake.device;

import java.time.Instant;

/**
 * What one message of a device says.
 *
 * @param device as its channel names it; unique in the channel
 * @param fault the device's code for it
 * @param at by the device's clock, or when the message was received; never after that
 */
public record FaultReport(String device, String fault, FaultState state, Instant at, FaultLimits limits) {}
