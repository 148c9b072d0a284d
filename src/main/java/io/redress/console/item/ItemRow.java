package io.redress.console.item;

import java.time.Instant;

/**
 * An arrival in a list.
 *
 * @param number that was told to the sender
 * @param ticket that it opened, repeats or follows; empty when there is none
 */
public record ItemRow(
        String id, Instant received, String channel, String state, String number, String ticket, String reason) {}
