package io.redress.due;

/**
 * Something that the loop does at a time. A step is performed inside one database transaction and has its effect exactly
 * once; what it sends to queues is kept with it, and sent again when a crash kept it from being sent.
 */
public interface DueStep {

    /** The kind of work that it does, such as {@code clock}. */
    String kind();

    /** Does it, or says why not, looking at how things stand now: much may have happened since it was planned. */
    StepResult perform(DueOrder order);
}
