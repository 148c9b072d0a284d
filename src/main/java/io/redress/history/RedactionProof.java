package io.redress.history;

import io.redress.handoff.KeyedDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Proves that the hub blanked events: who may write in the database, and does not have the hub's key, cannot make it. */
public final class RedactionProof {

    private final KeyedDigest key;

    public RedactionProof(KeyedDigest key) {
        this.key = key;
    }

    /** @param hash of the event that says that words before it were blanked */
    public String of(String ticket, int position, byte[] hash, String cause, int blanked) {
        return key.of(String.join("\n", ticket, position + "", HexFormat.of().formatHex(hash), cause, blanked + ""));
    }

    boolean proves(SealedEvent event, RedactionRecord record) {
        String right = of(event.ticket(), event.position(), event.hash(), record.cause(), record.blanked());
        String given = record.proof();
        return given != null && MessageDigest.isEqual(bytes(right), bytes(given));
    }

    private static byte[] bytes(String proof) {
        return proof.getBytes(StandardCharsets.UTF_8);
    }
}
