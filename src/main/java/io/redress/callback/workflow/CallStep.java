package io.redress.callback.workflow;

import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.StepResult;
import java.util.function.Function;

/** The due work of callbacks, by its kinds. */
public record CallStep(String kind, Function<DueOrder, StepResult> work) implements DueStep {

    @Override
    public StepResult perform(DueOrder order) {
        return work.apply(order);
    }

    /** Gives a call out at its slot's beginning. */
    public static CallStep call(CallSteps steps) {
        return new CallStep(Appointments.CALL, order -> steps.call(order.argument()));
    }

    /** Gives it to anybody when its owner has not called. */
    public static CallStep pool(CallSteps steps) {
        return new CallStep(Appointments.POOL, order -> steps.pool(order.argument()));
    }

    /** Counts it as not answered when nobody reported. */
    public static CallStep unreported(CallSteps steps) {
        return new CallStep(Appointments.UNREPORTED, order -> steps.unreported(order.argument()));
    }

    /** Moves a ticket on whose customer cannot be called. */
    public static CallStep none(CallSteps steps) {
        return new CallStep(
                CallbackPlanner.NONE, order -> steps.none(order.id(), order.ticketNumber(), order.argument()));
    }
}
