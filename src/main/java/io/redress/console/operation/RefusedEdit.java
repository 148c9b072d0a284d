package io.redress.console.operation;

/**
 * What is wrong with a file that was edited, and so not in use as it is.
 *
 * @param place file, with the line where one is to blame
 * @param state a key: {@code running}, {@code last-good-version}, {@code refused}, {@code down}
 */
public record RefusedEdit(String place, String problem, String remedy, String state) {}
