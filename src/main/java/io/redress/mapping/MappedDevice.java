package io.redress.mapping;

import org.jspecify.annotations.Nullable;

/**
 * What a source says of a device and its fault.
 *
 * @param state in the words of the mapping; null when the source gives none
 */
public record MappedDevice(
        @Nullable String id,
        @Nullable String fault,
        @Nullable String state) {}
