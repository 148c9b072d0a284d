package io.redress.ticket;

import org.jspecify.annotations.Nullable;

/**
 * A photo, receipt or other file that came with a complaint.
 *
 * @param name the file's name as the sender gave it, never used as a path; null when it had none
 * @param size bytes
 * @param ref {@code sha256:<hex>}, the key of its bytes in the blob store
 */
public record Attachment(@Nullable String name, String contentType, long size, String ref) {}
