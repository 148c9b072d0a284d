package io.redress.api.history;

import io.redress.history.SignedHead;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Base64;

/** A day's head. */
record HeadView(
        @Schema(description = "UTC", example = "2026-07-01") LocalDate day,

        @Schema(description = "What is signed, lines ended by LF")
        String text,

        @Schema(description = "Ed25519 (RFC 8032) by the key of /api/history/key, in Base64")
        String signature,

        @Schema(description = "Where its leaves are") String leaves) {

    static HeadView of(SignedHead head) {
        return new HeadView(
                head.day(),
                head.text(),
                Base64.getEncoder().encodeToString(head.signature()),
                "/api/history/heads/" + head.day() + "/leaves");
    }
}
