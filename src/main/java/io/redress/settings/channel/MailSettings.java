package io.redress.settings.channel;

import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who the hub is in mail, prefix {@code redress.mail}.
 *
 * @param address from which acknowledgements come; customers answer to it, so it should be a mailbox that the hub reads
 * @param name shown beside the address
 * @param language of customers whose own is not known: {@code zh-Hans}, {@code zh-Hant} or {@code en}
 * @param ownAddresses further addresses of the shop whose mail opens no ticket; {@code address} and each mailbox's own one
 *     are known anyway
 * @param trustedAuthenticationServers names by which the servers of our mailboxes sign their {@code Authentication-Results}
 *     (RFC 8601); of others nothing is believed
 * @param acknowledgementsPerHour how many one address gets within an hour; it bounds what a mail loop can do
 */
@Validated
@ConfigurationProperties("redress.mail")
public record MailSettings(
        @Pattern(regexp = ADDRESS, message = AN_ADDRESS) @DefaultValue("complaints@localhost")
        String address,

        @DefaultValue("") String name,

        @Pattern(regexp = "zh-Hans|zh-Hant|en|", message = "write one of zh-Hans, zh-Hant, en") @DefaultValue("zh-Hans")
        String language,

        @DefaultValue Set<@Pattern(regexp = ADDRESS, message = AN_ADDRESS) String> ownAddresses,
        @DefaultValue Set<String> trustedAuthenticationServers,
        @DefaultValue("5") int acknowledgementsPerHour) {

    private static final String ADDRESS = "\\s*([^\\s@<>,;]+@[^\\s@<>,;]+\\s*)?";
    private static final String AN_ADDRESS = "write an address alone, such as complaints@example.com";
}
