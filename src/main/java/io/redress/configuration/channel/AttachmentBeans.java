package io.redress.configuration.channel;

import io.redress.attachment.AttachmentRules;
import io.redress.attachment.AttachmentService;
import io.redress.attachment.ClamdScanner;
import io.redress.attachment.MalwareScanner;
import io.redress.handoff.BlobStore;
import io.redress.ledger.intake.DeferredScans;
import io.redress.settings.channel.AttachmentSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Files that come with complaints. */
@Configuration(proxyBeanMethods = false)
@Import(DeferredScans.class)
class AttachmentBeans {

    @Bean
    @ConditionalOnExpression("!'${redress.attachments.scan.address}'.isBlank()")
    MalwareScanner malwareScanner(AttachmentSettings settings) {
        return new ClamdScanner(
                settings.scan().address(), settings.scan().maxBytes().toBytes());
    }

    @Bean
    AttachmentService attachmentService(
            BlobStore blobs, ObjectProvider<MalwareScanner> malwareScanner, AttachmentSettings settings) {
        var rules = new AttachmentRules(
                settings.maxFiles(),
                settings.maxBytes().toBytes(),
                settings.scan().timeLimit(),
                settings.scan().whenAway() == AttachmentSettings.WhenAway.HOLD);
        return new AttachmentService(blobs, malwareScanner.getIfAvailable(), rules);
    }
}
