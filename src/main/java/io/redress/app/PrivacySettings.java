package io.redress.app;

import io.redress.privacy.Kind;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param maskInTickets numbers that are masked in a ticket's text; the original keeps them */
@ConfigurationProperties("redress.privacy")
record PrivacySettings(
        @DefaultValue({"bank-card", "id-card"}) Set<Kind> maskInTickets) {}
