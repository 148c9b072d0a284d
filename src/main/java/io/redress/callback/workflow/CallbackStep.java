package io.redress.callback.workflow;

import io.redress.due.DueOrder;
import io.redress.due.DueStep;
import io.redress.due.StepResult;
import java.util.function.Function;

/** The due work of callbacks, by its kinds. */
public record CallbackStep(String kind, Function<DueOrder, StepResult> work) implements DueStep {

    @Override
    public StepResult perform(DueOrder order) {
        return work.apply(order);
    }

    /** Gives a call out at its slot's beginning. */
    public static CallbackStep call(CallbackSteps steps) {
        return new CallbackStep(Appointments.CALL, order -> steps.call(order.argument()));
    }

    /** Gives it to anybody when its owner has not called. */
    public static CallbackStep pool(CallbackSteps steps) {
        return new CallbackStep(Appointments.POOL, order -> steps.pool(order.argument()));
    }

    /** Counts it as not answered when nobody reported. */
    public static CallbackStep unreported(CallbackSteps steps) {
        return new CallbackStep(Appointments.UNREPORTED, order -> steps.unreported(order.argument()));
    }

    /** Moves a ticket on whose customer cannot be called. */
    public static CallbackStep none(CallbackSteps steps) {
        return new CallbackStep(
                CallbackPlanner.NONE, order -> steps.none(order.id(), order.ticketNumber(), order.argument()));
    }
}
