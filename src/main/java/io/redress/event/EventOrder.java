package io.redress.event;

/**
 * An event to send to one subscriber now.
 *
 * @param subscription its id
 * @param token of the claim; the order is void once another one was given
 */
public record EventOrder(String event, String subscription, String token) {}
