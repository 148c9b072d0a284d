package io.redress.configuration.channel;

import io.redress.configfile.ReloadableRules;
import io.redress.handoff.HubKey;
import io.redress.handoff.KeyedDigest;
import io.redress.ledger.reply.ReceivedNoticeService;
import io.redress.ledger.reply.SqlSentMessages;
import io.redress.ledger.reply.SqlSmsOptOuts;
import io.redress.mapping.PhoneNumbers;
import io.redress.reply.MailLimitListener;
import io.redress.reply.outgoing.MessageReceipts;
import io.redress.reply.outgoing.MessageWork;
import io.redress.reply.outgoing.ReplyRules;
import io.redress.reply.outgoing.SentMessages;
import io.redress.reply.outgoing.SmsPolicy;
import io.redress.reply.sms.SmsOptOuts;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Text messages, and what becomes of messages that platforms took. */
@Configuration(proxyBeanMethods = false)
@Import({MessageReceipts.class, ReceivedNoticeService.class, SqlSentMessages.class})
class SmsBeans {

    @Bean
    SqlSmsOptOuts smsOptOuts(JdbcClient jdbc, HubKey key, Clock clock) {
        return new SqlSmsOptOuts(jdbc, new KeyedDigest(key.derive("sms-opt-out"))::of, clock);
    }

    @Bean
    SmsPolicy smsPolicy(
            ReloadableRules<ReplyRules> rules,
            SmsOptOuts optOuts,
            MessageWork work,
            SentMessages sent,
            PhoneNumbers phones,
            MailLimitListener listener,
            Clock clock) {
        return new SmsPolicy(rules, optOuts, work, sent, phones, listener, clock);
    }
}
