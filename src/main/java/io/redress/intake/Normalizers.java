package io.redress.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Reads each original with the {@link Normalizer} of its format. */
public final class Normalizers {

    private final Map<String, Normalizer> byFormat = new TreeMap<>();
    private final Function<Original, byte[]> originals;
    private final UnaryOperator<NormalizationResult> masking;
    private final OwnArrivals own;

    /**
     * @param originals fetches the bytes, by claim check if need be
     * @param masking takes out of a reading what nobody downstream need read
     * @param own what the hub sent itself, which no normalizer reads
     */
    public Normalizers(
            Collection<Normalizer> normalizers,
            Function<Original, byte[]> originals,
            UnaryOperator<NormalizationResult> masking,
            OwnArrivals own) {
        this.masking = masking;
        this.own = own;
        normalizers.forEach(normalizer -> byFormat.put(normalizer.format(), normalizer));
        this.originals = originals;
    }

    public Arrival read(RawMessage raw) {
        Normalizer normalizer = byFormat.get(raw.format());
        if (normalizer == null) {
            String reason = "no normalizer reads format '" + raw.format() + "'; the hub knows " + byFormat.keySet()
                    + ": fix the channel's file and replay the item";
            return new Arrival(raw, new Refusal(ItemState.INVALID, reason, raw.sourceKey(), List.of()));
        }
        byte[] original = originals.apply(raw.original());
        return own.recognise(raw, normalizer, original)
                .map(canary -> new Arrival(raw, canary))
                .orElseGet(() -> new Arrival(raw, masking.apply(normalizer.read(raw, original))));
    }
}
