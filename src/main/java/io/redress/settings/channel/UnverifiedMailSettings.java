package io.redress.settings.channel;

import io.redress.reply.MailLimits;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many acknowledgements those may cause whom nothing proved, prefix {@code redress.mail.unproved}; see
 * {@link MailLimits}.
 *
 * @param limited false lifts all of these limits, for load tests
 * @param recipientPerHour to one mailbox; never more than {@code acknowledgements-per-hour}
 * @param recipientPerDay to one mailbox
 * @param sourcePerHour from one address of the web (IPv6: one network)
 * @param sourcePerDay from one address of the web
 * @param domainPerDay to one domain and its sub-domains
 * @param largeDomains domains with mailboxes of many people
 * @param largeDomainPerDay to one of these
 * @param perDay to all together; reached, log and health warn
 */
@ConfigurationProperties("redress.mail.unproved")
public record UnverifiedMailSettings(
        @DefaultValue("true") boolean limited,
        @DefaultValue("3") int recipientPerHour,
        @DefaultValue("6") int recipientPerDay,
        @DefaultValue("10") int sourcePerHour,
        @DefaultValue("40") int sourcePerDay,
        @DefaultValue("30") int domainPerDay,

        @DefaultValue({
            "qq.com",
            "foxmail.com",
            "163.com",
            "126.com",
            "yeah.net",
            "sina.com",
            "sina.cn",
            "sohu.com",
            "139.com",
            "189.cn",
            "aliyun.com",
            "gmail.com",
            "outlook.com",
            "hotmail.com",
            "live.com",
            "msn.com",
            "yahoo.com",
            "yahoo.com.hk",
            "yahoo.com.tw",
            "icloud.com",
            "me.com",
            "proton.me",
            "protonmail.com",
            "gmx.de",
            "gmx.net",
            "web.de",
            "t-online.de",
            "aol.com"
        })
        Set<String> largeDomains,

        @DefaultValue("1000") int largeDomainPerDay,
        @DefaultValue("3000") int perDay) {

    /** @param perHour how many acknowledgements one recipient may get in an hour, whoever causes them */
    public MailLimits limits(int perHour) {
        return new MailLimits(
                limited,
                Math.min(recipientPerHour, perHour),
                recipientPerDay,
                sourcePerHour,
                sourcePerDay,
                domainPerDay,
                largeDomains,
                largeDomainPerDay,
                perDay);
    }
}
