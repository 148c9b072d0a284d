package io.redress.due;

/**
 * An order to do one piece of due work.
 *
 * @param id of the work, the same at each attempt
 * @param kind which {@link DueStep} does it
 * @param argument what the planner gave along; empty when nothing
 * @param token of this order alone; a repeat of the same order carries the same one
 * @param attempt 1 at the first try
 */
public record DueOrder(String id, String kind, String ticketNumber, String argument, String token, int attempt) {}
