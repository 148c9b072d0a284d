package io.redress.canary;

import io.redress.delivery.dialogue.Dialogue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A canary to send, in one of three ways.
 *
 * @param said a digest of what it says
 * @param mail a whole mail (RFC 5322)
 * @param call a request to the hub itself
 * @param file into a folder
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
public record CanaryOrder(
        UUID id,
        String channel,
        String said,
        byte @Nullable [] mail,
        @Nullable Dialogue call,
        @Nullable NewFile file) {

    /** A file to write. */
    public record NewFile(String folder, String name, String content) {}
}
