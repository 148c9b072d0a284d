package io.redress.attachment;

import java.time.Duration;

/**
 * What of a complaint's files becomes an attachment, and when one is held back.
 *
 * @param most files of a ticket; those beyond stay in the original
 * @param mostBytes of all files of a ticket together
 * @param scanLimit for the scans of one arrival together; what is not scanned by then is scanned later
 * @param hold whether a file that is not scanned is held back from systems downstream
 */
public record AttachmentRules(int most, long mostBytes, Duration scanLimit, boolean hold) {}
