package io.redress.ledger.callback;

import java.util.UUID;

/**
 * A list file to write.
 *
 * @param layout name of a file in {@code config/call-lists}
 * @param name of the file, the same whenever it is written
 */
public record CallList(UUID id, String layout, String name) {}
