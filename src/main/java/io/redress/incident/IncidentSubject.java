package io.redress.incident;

import io.redress.ticket.KeyedEnum;

/**
 * What may have trouble.
 *
 * @param name that of the channel or target; {@code intake} for the intake; of a secret the first part of its settings
 */
public record IncidentSubject(Kind kind, String name) {

    /** The intake, which takes nothing while too much waits or a disk runs full. */
    public static final IncidentSubject INTAKE = new IncidentSubject(Kind.INTAKE, "intake");

    /** What it is. */
    public enum Kind implements KeyedEnum {
        CHANNEL,
        TARGET,
        INTAKE,
        /** Of a mailbox or a mail server, which ends soon. */
        SECRET,
        /** A subscription to events that the hub disabled: its subscriber took nothing for days, or wants nothing more. */
        WEBHOOK
    }
}
