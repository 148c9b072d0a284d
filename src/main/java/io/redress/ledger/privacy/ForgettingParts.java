package io.redress.ledger.privacy;

import org.springframework.context.annotation.Import;

/** What forgets, with the parts that only this package knows. */
@Import({DatabaseScrubber.class, Forgetting.class, TicketRedaction.class})
public final class ForgettingParts {}
