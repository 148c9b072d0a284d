package io.redress.app;

import io.redress.handoff.IntakeGate;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultPollingConsumerPollStrategy;

/** Lets a mailbox or a folder rest while the hub takes nothing in: what is not fetched needs not be refused. */
public class WhileIntakeIsOpen extends DefaultPollingConsumerPollStrategy {

    private final IntakeGate gate;

    public WhileIntakeIsOpen(IntakeGate gate) {
        this.gate = gate;
    }

    @Override
    public boolean begin(Consumer consumer, Endpoint endpoint) {
        return gate.closedBecause() == null;
    }
}
