package io.redress.history;

import java.time.LocalDate;

/**
 * A head as it is kept.
 *
 * @param text as {@link HistoryHead#text} gives it; whatever stands there when somebody changed it
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record SignedHead(LocalDate day, String text, byte[] signature) {}
