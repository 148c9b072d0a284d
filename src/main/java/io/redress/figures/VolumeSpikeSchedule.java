package io.redress.figures;

import java.time.LocalTime;

/**
 * How rises are looked for, once a day.
 *
 * @param at by the shop's wall clock
 * @param to a role of {@code config/service-levels.yaml}
 * @param weeks of history that the last seven days are held against; the check waits until there are so many
 * @param least complaints in seven days below which nothing is a rise
 * @param falseAlarmsPerYear how many are accepted where nothing rises at all
 */
public record VolumeSpikeSchedule(LocalTime at, String to, int weeks, int least, double falseAlarmsPerYear) {}
