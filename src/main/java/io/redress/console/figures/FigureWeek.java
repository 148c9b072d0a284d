package io.redress.console.figures;

/**
 * A week of the trend.
 *
 * @param week ISO, such as {@code 2026-W48}
 * @param inTime percent of the complaints that were handled in time; empty when none was
 */
public record FigureWeek(String week, long received, String inTime) {}
