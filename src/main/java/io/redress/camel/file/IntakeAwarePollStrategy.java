package io.redress.camel.file;

import io.redress.handoff.IntakeBackPressure;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/** Lets a mailbox or a folder rest while the hub takes nothing in: what is not fetched needs not be refused. */
public class IntakeAwarePollStrategy extends DefaultPollingConsumerPollStrategy {

    private final IntakeBackPressure backPressure;

    public IntakeAwarePollStrategy(IntakeBackPressure backPressure) {
        this.backPressure = backPressure;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return backPressure.closedBecause() == null;
    }
}
