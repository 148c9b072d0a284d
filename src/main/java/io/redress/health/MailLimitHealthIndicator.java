package io.redress.health;

import io.redress.ledger.reply.UnverifiedMailCounter;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Contributes {@code acknowledgements} to {@code /actuator/health}: a warning while no more of them go to people whom
 * nothing proves. It leaves the hub up: strangers can bring it about, and must not be able to take the hub out of service.
 */
@Component("acknowledgementsHealthIndicator")
class MailLimitHealthIndicator extends AbstractHealthIndicator {

    private static final Status WARNING = new Status("WARNING");

    private final UnverifiedMailCounter mails;

    MailLimitHealthIndicator(UnverifiedMailCounter mails) {
        this.mails = mails;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        boolean usedUp = mails.isUsedUp();
        health.status(usedUp ? WARNING : Status.UP).withDetail("limitOfTheDay", mails.perDay());
        if (usedUp) {
            health.withDetail("reached", "no acknowledgement goes out to senders whom nothing proves");
        }
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        mails.forgetOld();
    }
}
