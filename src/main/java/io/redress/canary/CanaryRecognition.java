package io.redress.canary;

import io.redress.intake.ItemState;
import io.redress.intake.Normalizer;
import io.redress.intake.OwnArrivals;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.lang3.StringUtils;

/**
 * Recognises canaries among arrivals: by a mark that only the hub can make and made, in an item that says nothing else, however late it
 * comes. A complaint into which somebody copied a mark says more, and stays one.
 */
public final class CanaryRecognition implements OwnArrivals {

    private static final int LONGEST = 32 * 1024;

    private final CanaryMarks marks;
    private final Canaries canaries;
    private final Clock clock;

    public CanaryRecognition(CanaryMarks marks, Canaries canaries, Clock clock) {
        this.marks = marks;
        this.canaries = canaries;
        this.clock = clock;
    }

    @Override
    public Optional<Refusal> recognise(RawMessage raw, Normalizer normalizer, byte[] original) {
        if (original.length > LONGEST
                || !StringUtils.contains(new String(original, StandardCharsets.ISO_8859_1), CanaryMarks.PREFIX)) {
            return Optional.empty();
        }
        String said = normalizer.said(original);
        return marks.in(said, raw.channel())
                .flatMap(id -> canaries.arrived(id, raw.channel(), digest(said), raw.id(), clock.instant()))
                .map(canary -> new Refusal(
                        ItemState.CANARY,
                        "a canary of the hub, "
                                + Objects.requireNonNull(canary.roundTrip()).toMillis() + " ms after it was sent",
                        null,
                        List.of()));
    }

    /** Of what a canary says. */
    static String digest(String said) {
        return DigestUtils.sha256Hex(said);
    }
}
