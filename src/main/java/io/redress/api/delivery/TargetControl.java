package io.redress.api.delivery;

import io.redress.api.NotFoundException;
import io.redress.health.target.TargetState;
import io.redress.health.target.TargetStates;
import io.redress.ledger.delivery.SqlTargetPauses;
import io.redress.security.CurrentActor;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What operators do with targets, by API and console. */
@Component
public class TargetControl {

    private static final Logger LOG = LoggerFactory.getLogger(TargetControl.class);

    private final TargetStates states;
    private final SqlTargetPauses pauses;

    TargetControl(TargetStates states, SqlTargetPauses pauses) {
        this.states = states;
        this.pauses = pauses;
    }

    /**
     * Holds a target's deliveries back until it is resumed.
     *
     * @return how it stands now
     * @throws NotFoundException when there is none of that name
     */
    public TargetState pause(String name, @Nullable Principal operator) {
        get(name);
        pauses.pause(name, CurrentActor.name(operator));
        LOG.info("{} paused target {}", CurrentActor.name(operator), name);
        return get(name);
    }

    /** As {@link #pause}. */
    public TargetState resume(String name, @Nullable Principal operator) {
        get(name);
        pauses.resume(name);
        LOG.info("{} resumed target {}", CurrentActor.name(operator), name);
        return get(name);
    }

    TargetState get(String name) {
        return states.all().stream()
                .filter(target -> target.name().equals(name))
                .findFirst()
                .orElseThrow(() -> notThere(name));
    }

    static NotFoundException notThere(String name) {
        return new NotFoundException(
                "There is no target " + name, "See GET /api/targets, and the files of routes/delivery.");
    }
}
