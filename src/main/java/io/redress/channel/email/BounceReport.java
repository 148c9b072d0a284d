package io.redress.channel.email;

import io.redress.channel.email.mime.MimePart;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a mail system reports of our mail (RFC 3464, and the notices of Amazon SES). */
final class BounceReport {

    /** RFC 3464, 2.3.3. */
    private static final Pattern ACTION =
            Pattern.compile("(?im)^Action:[ \\t]*(failed|delayed|delivered|relayed|expanded)\\b");

    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})");

    /** https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html */
    private static final Pattern SES = Pattern.compile(
            "\"(?:notificationType|eventType)\"\\s*:\\s*\"(Bounce|Complaint|Delivery|Reject|DeliveryDelay)\"");

    private static final String DELAYED =
            "our mail is delayed; the server keeps trying, and reports again when it gives up";

    private static final String DELIVERED = "our mail was delivered";

    private BounceReport() {}

    /**
     * What became of our mail where it did not fail.
     *
     * @param report null when the mail has none
     * @return null when it failed for one recipient at least, or nothing is reported
     */
    static @Nullable String ofNoFailure(Email mail, @Nullable MimePart report) {
        String notice = ofAmazon(mail);
        if (notice != null) {
            return switch (notice) {
                case "Delivery" -> DELIVERED;
                case "DeliveryDelay" -> DELAYED;
                default -> null;
            };
        }
        if (report == null) {
            return null;
        }
        String text = report.text();
        Set<String> actions = ACTION.matcher(text)
                .results()
                .map(action -> action.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        boolean failed = actions.contains("failed")
                || STATUS.matcher(text).results().anyMatch(status -> status.group(1)
                        .startsWith("5"));
        if (actions.isEmpty() || failed) {
            return null;
        }
        return actions.contains("delayed") ? DELAYED : DELIVERED;
    }

    /** The first status code of a report; null when it has none. */
    static @Nullable String status(MimePart report) {
        var status = STATUS.matcher(report.text());
        return status.find() ? status.group(1) : null;
    }

    /** The kind of a notice of Amazon SES; null when the mail is none. */
    static @Nullable String ofAmazon(Email mail) {
        if (!mail.from().address().endsWith("amazonaws.com")) {
            return null;
        }
        var notice = SES.matcher(mail.content().replyText().all());
        return notice.find() ? notice.group(1) : null;
    }
}
