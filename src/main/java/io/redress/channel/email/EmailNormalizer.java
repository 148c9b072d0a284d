package io.redress.channel.email;

import io.redress.channel.email.mime.MailAddress;
import io.redress.intake.ArrivalFile;
import io.redress.intake.CanonicalComplaint;
import io.redress.intake.ItemState;
import io.redress.intake.NormalizationResult;
import io.redress.intake.Normalizer;
import io.redress.intake.RawMessage;
import io.redress.intake.Refusal;
import io.redress.intake.SenderVerification;
import io.redress.mapping.PhoneNumbers;
import io.redress.ticket.Complaint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail (RFC 5322, MIME), well-formed or not. What a machine wrote is refused; what a person may have written
 * becomes a complaint.
 */
public final class EmailNormalizer implements Normalizer {

    /** Longer texts are cut in the ticket; the whole one is then among the attachments. */
    static final int LONGEST_TEXT = 100_000;

    /** What mailers leave in a text that has no words. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{Z}\\p{Cf}]*");

    private final OwnMailDetector ownMail;
    private final MailAuthentication authentication;
    private final UnaryOperator<String> language;
    private final MailCustomer customer;
    private final Supplier<MailRules> rules;

    /**
     * @param ownAddresses from which the hub sends, so that its own mail opens no ticket
     * @param language gives a text's BCP 47 language
     * @param phones reads the mobile numbers by which writers want to be called
     * @param trustedServers whose {@code Authentication-Results} count in every mailbox (RFC 8601)
     * @param rules what the shop knows of senders and headers
     */
    public EmailNormalizer(
            Set<String> ownAddresses,
            UnaryOperator<String> language,
            PhoneNumbers phones,
            Set<String> trustedServers,
            Supplier<MailRules> rules) {
        this.ownMail = new OwnMailDetector(ownAddresses);
        this.authentication = new MailAuthentication(trustedServers);
        this.language = language;
        this.customer = new MailCustomer(phones);
        this.rules = rules;
    }

    @Override
    public String format() {
        return "email";
    }

    @Override
    public NormalizationResult read(RawMessage raw, byte[] original) {
        try {
            return readMail(raw, original);
        } catch (RuntimeException | StackOverflowError e) {
            return refused(
                    MailFingerprint.of(original),
                    "cannot be read as a mail: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public String said(byte[] original) {
        return Email.said(original).orElseGet(() -> Normalizer.super.said(original));
    }

    private NormalizationResult readMail(RawMessage raw, byte[] original) {
        Email mail = Email.of(MimeReader.read(original));
        SenderVerification proof = proof(raw, mail);
        // A forged copy must not make the honest mail a repeat of it.
        String sourceKey = (proof == SenderVerification.FAILED ? "failed:" : "") + sourceKey(mail, original);
        MailRules now = rules.get();
        Refusal refusal = ownMail.find(raw, mail, sourceKey);
        refusal = refusal != null ? refusal : ignored(now, mail, sourceKey);
        refusal = refusal != null ? refusal : BounceDetector.find(mail, sourceKey);
        refusal = refusal != null ? refusal : AutoReplyDetector.find(mail, sourceKey);
        refusal = refusal != null ? refusal : MailRecipients.unknown(raw, mail, now, ownMail, sourceKey);
        refusal = refusal != null ? refusal : empty(mail, original, sourceKey);
        return refusal != null ? refusal : complaint(raw, mail, original, sourceKey, proof, now);
    }

    /** Proof is of From. Where that is a machine's, the customer is whom Reply-To names, and nobody proved that one. */
    private SenderVerification proof(RawMessage raw, Email mail) {
        SenderVerification proof = authentication.proof(raw, mail);
        return proof == SenderVerification.PROVED && !AutoReplyPolicy.isSomebody(mail.from())
                ? SenderVerification.UNPROVED
                : proof;
    }

    private static @Nullable Refusal ignored(MailRules rules, Email mail, String sourceKey) {
        return rules.refusal(mail)
                .map(reason -> new Refusal(ItemState.IGNORED, reason, sourceKey, mail.references()))
                .orElse(null);
    }

    private CanonicalComplaint complaint(
            RawMessage raw, Email mail, byte[] original, String sourceKey, SenderVerification proof, MailRules rules) {
        MailAddress forwarded = rules.isStaff(mail.from()) ? ForwardedSender.sender(mail) : MailAddress.of("");
        boolean staff = AutoReplyPolicy.isSomebody(forwarded) && !ownMail.isOurs(raw, forwarded);
        // Whom the mailbox's own server calls forged is not the customer whose name he gives.
        boolean vip = proof != SenderVerification.FAILED && rules.isVip(mail, staff ? forwarded : mail.from());
        String speech = mail.speech();
        String text = StringUtils.truncate(speech, LONGEST_TEXT);
        var files = new ArrayList<>(mail.content().files());
        if (!mail.content().isWhole() || text.length() < speech.length()) {
            files.add(new ArrivalFile("original.eml", "message/rfc822", original));
        }
        String subject = MailSubject.bare(mail.subject());
        var thread = new MailThread(mail);
        RecipientRule.Told recipient = MailRecipients.told(raw, mail, rules);
        return new CanonicalComplaint(
                "email",
                sourceKey,
                staff ? customer.of(forwarded, text, vip) : customer.of(mail, text, vip),
                recipient.product(),
                new Complaint(
                        subject,
                        text,
                        language.apply(subject == null ? text : subject + "\n" + text),
                        null,
                        writtenAt(mail, raw.receivedAt()),
                        List.of()),
                files,
                thread.references(),
                thread.aliases(),
                AutoReplyPolicy.test(mail),
                staff && proof == SenderVerification.PROVED
                        ? SenderVerification.UNPROVED
                        : proof, // of the colleague, not the customer
                MailAddress.recipients(mail.headers()),
                recipient.hints());
    }

    /** The Message-ID alone is not a name: broken mailers use one for many mails. */
    private static String sourceKey(Email mail, byte[] original) {
        String messageId = mail.messageId();
        return messageId == null
                ? MailFingerprint.of(original)
                : messageId + "#"
                        + MailFingerprint.of(
                                mail.from().address(),
                                mail.subject(),
                                mail.content().replyText().all());
    }

    private static @Nullable Refusal empty(Email mail, byte[] original, String sourceKey) {
        if (original.length == 0) {
            return refused(sourceKey, "the mail has no bytes at all");
        }
        if (mail.headers().isEmpty() && isBinary(original)) {
            return refused(sourceKey, "this is not a mail: it has neither header nor text");
        }
        boolean empty = INVISIBLE.matcher(mail.speech()).matches()
                && mail.content().files().isEmpty();
        return empty && !MailSubject.isSentence(MailSubject.bare(mail.subject()))
                ? refused(sourceKey, "the mail is empty: no text, no file and no subject that tells what happened")
                : null;
    }

    private static boolean isBinary(byte[] bytes) {
        int controls = 0;
        for (byte b : bytes) {
            controls += (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') ? 1 : 0;
        }
        return controls > bytes.length / 50;
    }

    private static Refusal refused(String sourceKey, String reason) {
        return new Refusal(ItemState.INVALID, reason + "; its original is kept", sourceKey, List.of());
    }

    /** Null where the sender's clock cannot be believed. */
    private static @Nullable Instant writtenAt(Email mail, Instant receivedAt) {
        Instant written = mail.headers().date();
        boolean credible = written != null
                && written.isBefore(receivedAt.plus(Duration.ofDays(1)))
                && written.isAfter(receivedAt.minus(Duration.ofDays(365)));
        return credible ? written : null;
    }
}
