package io.redress.api.encryption;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far everything is stored as it would be now. */
record RotationState(
        @Schema(
                description = "of this node since its start",
                allowableValues = {"none", "running", "done", "failed"})
        String state,

        @Schema(
                description = "The id of the key that encrypts; absent when new data is stored in plain text",
                example = "2026-11")
        @Nullable
        String key,

        @Schema(description = "Ids of keys without which the hub does not start")
        List<String> needed,

        @Schema(description = "Ids of keys in the key file that nothing needs any more")
        List<String> unneeded,

        @Schema(description = "Original bytes in the database that were rewritten")
        long originals,

        @Schema(description = "Chat messages that were rewritten")
        long chatMessages,

        @Schema(description = "Files of the blob store that were rewritten")
        long files,

        @Schema(description = "Messages in the embedded broker's journal that were rewritten")
        long queueMessages,

        @Schema(description = "Why it failed; run it again once that is fixed") @Nullable
        String problem) {}
