package io.redress.channel.chat.platform.frame;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.channel.chat.platform.outbound.StreamOpening;
import java.util.List;
import java.util.Optional;

/**
 * How a platform sends messages through a connection that the hub opens.
 *
 * @param where the platform's console has what must be switched on for that; empty where nothing must
 * @param frames in the order in which they are tried
 */
public record StreamRules(
        StreamOpening opening,
        String where,
        List<FrameRule> frames,
        List<OpenExample> openExamples,
        List<FrameExample> examples) {

    public StreamRules {
        frames = List.copyOf(frames);
    }

    /** What becomes of a frame; empty for nothing. */
    public Optional<FrameRule> rule(ObjectNode frame) {
        return frames.stream().filter(rule -> rule.fits(frame)).findFirst();
    }
}
