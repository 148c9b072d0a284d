package io.redress.servicelevel;

/**
 * Who hears of a breach.
 *
 * @param level 1 for the first
 * @param role key of {@link ServiceLevels#roles()}
 */
public record Escalation(int level, String role) {}
