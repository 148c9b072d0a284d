package io.redress.configuration.privacy;

import io.redress.audit.AuditLog;
import io.redress.audit.AuditMarks;
import io.redress.audit.AuditedAccountEvents;
import io.redress.audit.RefusedAttempts;
import io.redress.audit.RefusedBrokerLogins;
import io.redress.audit.SignInAudit;
import io.redress.handoff.HubKey;
import io.redress.handoff.KeyedDigest;
import io.redress.ledger.audit.AuditQueries;
import io.redress.ledger.audit.AuditRetention;
import io.redress.ledger.audit.AuditVerification;
import io.redress.ledger.audit.SqlAuditLog;
import io.redress.ledger.privacy.PersonSearch;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The audit log. */
@Configuration(proxyBeanMethods = false)
@Import({AuditQueries.class, AuditedAccountEvents.class, SignInAudit.class, SqlAuditLog.class})
class AuditBeans {

    private static final String REMOVAL = "audit-removal";

    @Bean
    AuditMarks auditMarks(HubKey key, PersonSearch persons) {
        return new AuditMarks(new KeyedDigest(key.derive("audit-marks")), persons::read);
    }

    @Bean(destroyMethod = "close")
    RefusedAttempts refusedAttempts(AuditLog log, Clock clock) {
        return new RefusedAttempts(log, clock);
    }

    @Bean
    RefusedBrokerLogins refusedBrokerLogins(RefusedAttempts attempts) {
        return new RefusedBrokerLogins(attempts);
    }

    @Bean
    AuditVerification auditVerification(PlatformTransactionManager transactions, DataSource database, HubKey key) {
        return new AuditVerification(transactions, database, new KeyedDigest(key.derive(REMOVAL)));
    }

    @Bean
    AuditRetention auditRetention(JdbcClient jdbc, SqlAuditLog log, HubKey key, Clock clock) {
        return new AuditRetention(jdbc, log, new KeyedDigest(key.derive(REMOVAL)), clock);
    }
}
