package io.redress.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RefusedBrokerLoginsTest {

    @Test
    void a_refused_login_is_an_entry_with_its_address_and_the_broker_does_not_wait_for_it() {
        List<AuditEntry> entries = new CopyOnWriteArrayList<>();
        var database = new CountDownLatch(1);
        AuditLog slow = entry -> {
            try {
                database.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            entries.add(entry);
        };
        try (var logins = new RefusedBrokerLogins(new RefusedAttempts(slow, Clock.systemUTC()))) {
            logins.refused("tcp://10.0.0.5:40112", "user name or password is wrong");
            assertThat(entries).isEmpty();
            database.countDown();

            await().untilAsserted(() -> assertThat(entries).hasSize(1));
            var entry = entries.get(0);
            assertThat(entry.act()).isEqualTo("broker-login");
            assertThat(entry.address()).isEqualTo("10.0.0.5");
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.REFUSED);
        }
    }

    @Test
    void an_address_loses_its_scheme_and_port() {
        assertThat(RefusedBrokerLogins.host("tcp://[2001:db8::1]:40112")).isEqualTo("2001:db8::1");
        assertThat(RefusedBrokerLogins.host("10.0.0.5")).isEqualTo("10.0.0.5");
        assertThat(RefusedBrokerLogins.host(null)).isEmpty();
    }
}
