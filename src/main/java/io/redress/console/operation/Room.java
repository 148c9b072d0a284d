package io.redress.console.operation;

/**
 * Room on a disk, in gigabytes of a thousand million bytes.
 *
 * @param what {@code data} or {@code originals}
 * @param enough whether the hub takes in with so little
 */
public record Room(String what, double free, double total, boolean enough) {}
