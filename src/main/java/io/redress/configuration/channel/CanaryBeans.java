package io.redress.configuration.channel;

import io.redress.canary.CanaryMaker;
import io.redress.canary.CanaryMarks;
import io.redress.canary.CanaryRecognition;
import io.redress.canary.CanaryRules;
import io.redress.configfile.ReloadableRules;
import io.redress.handoff.HubKey;
import io.redress.handoff.KeyedDigest;
import io.redress.ledger.canary.SqlCanaries;
import io.redress.reply.CanaryMail;
import io.redress.settings.HubProperties;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Canaries of channels: how they are made, recognised and kept. */
@Configuration(proxyBeanMethods = false)
@Import({CanaryMail.class, CanaryMaker.class, CanaryRecognition.class, SqlCanaries.class})
class CanaryBeans {

    @Bean
    CanaryMarks canaryMarks(HubKey key) {
        return new CanaryMarks(new KeyedDigest(key.derive("canary")));
    }

    @Bean
    ReloadableRules<CanaryRules> canaryRules(HubProperties hub, Clock clock) {
        return ReloadableRules.of("canaries", hub.configDir(), CanaryRules::read, clock, CanaryRules.FILE);
    }
}
