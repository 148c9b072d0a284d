package io.redress.audit;

import io.redress.handoff.KeyedDigest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Says, as an entry of the log, up to where entries were removed with age: the chain goes on from there. Who may write in the
 * database, and does not have the hub's key, cannot make one.
 *
 * @param last position of the last entry that was removed
 * @param hash of that entry
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AuditRemoval(long last, byte[] hash) {

    private static final String POSITION = "position:";
    private static final String HASH = "hash:";
    private static final String PROOF = "proof:";

    public AuditEntry entry(Instant at, long removed, KeyedDigest key) {
        return new AuditEntry(
                at,
                AuditActor.HUB,
                "",
                AuditActs.REMOVAL,
                null,
                List.of(POSITION + last, HASH + hex(), PROOF + proof(key)),
                AuditOutcome.DONE,
                removed,
                null,
                null);
    }

    /** Reads it from an entry; empty when it is another one, or not the hub's. */
    public static Optional<AuditRemoval> of(AuditEntry entry, KeyedDigest key) {
        List<String> targets = entry.targets();
        if (!entry.act().equals(AuditActs.REMOVAL) || targets.size() != 3) {
            return Optional.empty();
        }
        try {
            var removal = new AuditRemoval(
                    Long.parseLong(after(POSITION, targets.get(0))),
                    HexFormat.of().parseHex(after(HASH, targets.get(1))));
            byte[] right = (PROOF + removal.proof(key)).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(right, targets.get(2).getBytes(StandardCharsets.UTF_8))
                    ? Optional.of(removal)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String after(String prefix, String text) {
        if (!text.startsWith(prefix)) {
            throw new IllegalArgumentException("not " + prefix);
        }
        return text.substring(prefix.length());
    }

    private String hex() {
        return HexFormat.of().formatHex(hash);
    }

    private String proof(KeyedDigest key) {
        return key.of(last + "\n" + hex());
    }
}
