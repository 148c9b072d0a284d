package io.redress.audit;

import io.redress.ticket.KeyedEnum;

/** How far something came. */
public enum AuditOutcome implements KeyedEnum {
    /** It may have happened: the entry stands before the act. One that has no other of the same request was cut off. */
    BEGUN,
    DONE,
    /** It was not permitted. */
    REFUSED,
    /** It was permitted and did not happen, such as for a mistake in the request. */
    FAILED
}
