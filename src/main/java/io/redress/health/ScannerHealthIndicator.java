package io.redress.health;

import io.redress.attachment.MalwareScanner;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/**
 * Contributes {@code scanner} to {@code /actuator/health}, where one is configured: down while it does not answer. It belongs
 * neither to readiness nor to liveness: intake goes on, and attachments wait.
 */
@Component("scannerHealthIndicator")
@ConditionalOnExpression("!'${redress.attachments.scan.address}'.isBlank()")
class ScannerHealthIndicator extends AbstractHealthIndicator {

    private final MalwareScanner scanner;

    ScannerHealthIndicator(MalwareScanner malwareScanner) {
        this.scanner = malwareScanner;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        String trouble = scanner.trouble();
        if (trouble == null) {
            health.up();
        } else {
            health.down().withDetail("reason", trouble);
        }
    }
}
