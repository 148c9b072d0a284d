package io.redress.routes.check;

import java.util.Map;
import java.util.Optional;

/** Beans that routes written for version 0.1 call by names of then. */
final class FormerBeans {

    private static final Map<String, String> TODAY = Map.ofEntries(
            Map.entry("deliveryDesk", "deliveryService"),
            Map.entry("deliveryWork", "dueDeliveries"),
            Map.entry("dueDesk", "dueWorkHandler"),
            Map.entry("forgettingDesk", "forgettingService"),
            Map.entry("inboxPolls", "inboxPollStrategy"),
            Map.entry("intakeGate", "intakeBackPressure"),
            Map.entry("laterLookups", "deferredLookups"),
            Map.entry("lookupDesk", "lookupService"),
            Map.entry("mailDesk", "mailboxServices"),
            Map.entry("mappedStates", "configuredStateMapping"),
            Map.entry("messageDesk", "messageService"),
            Map.entry("newsDesk", "inboundUpdateService"),
            Map.entry("outcomeDesk", "callOutcomeHandler"),
            Map.entry("refusedFiles", "sftpFileErrorHandler"),
            Map.entry("resultFiles", "callResultFiles"),
            Map.entry("retentionDesk", "retentionService"),
            Map.entry("settledFiles", "stableFileLockStrategy"),
            Map.entry("settledRemoteFiles", "stableRemoteFileLockStrategy"),
            Map.entry("triageDesk", "triageService"),
            Map.entry("updateDesk", "ticketUpdateHandler"),
            Map.entry("waitingArrivals", "deferredArrivals"),
            Map.entry("webhookEvents", "webhookEventSplitter"),
            Map.entry("whileIntakeIsOpen", "intakeAwarePollStrategy"));

    private FormerBeans() {}

    /** What a bean of that former name is called today. */
    static Optional<String> today(String former) {
        return Optional.ofNullable(TODAY.get(former));
    }

    /** From the former name to the one of today. */
    static Map<String, String> all() {
        return TODAY;
    }
}
