package io.redress.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody outside the hub who works with it by its queues, or writes to it. */
public interface SimulatedActor {

    /** Hears a message of a queue that the hub only sends to. Queues that there are not are never heard of. */
    void heard(Instant now, String queue, JsonNode message);

    /** When it next does something by itself; null when only a message can bring it to. */
    @Nullable
    Instant next();

    /** Does all that it has to do by now. */
    void act(Instant now, HubActions actions);
}
