package io.redress.channel.email;

import io.redress.channel.email.mime.MailAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code config/mail-rules.yaml}: what the shop knows of senders and headers.
 *
 * @param deny senders who get neither ticket nor answer
 * @param spam marks that the mailbox's own filter writes
 * @param ignore mails that are no complaints
 * @param vip customers who are served first
 * @param staff colleagues: what they forward is the complaint of the customer whom they forward
 */
public record MailRules(
        List<MailRule> deny, List<MailRule> spam, List<MailRule> ignore, List<MailRule> vip, List<MailRule> staff) {

    /** No rules. */
    public static MailRules none() {
        return new MailRules(List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Reads {@code mail-rules.yaml} of a folder, and tries its examples; no rules where there is no such file.
     *
     * @throws io.redress.configfile.InvalidConfiguration with every mistake, its line and a remedy
     */
    public static MailRules read(Path configDir) {
        return new MailRulesReader(configDir.resolve("mail-rules.yaml")).read();
    }

    /** Why a mail becomes no ticket; empty when no rule says so. */
    Optional<String> refusal(Email mail) {
        return first(deny, mail, "its sender is denied")
                .or(() -> first(spam, mail, "the mailbox's filter takes it for spam"))
                .or(() -> first(ignore, mail, "mails like it are no complaints"));
    }

    /** @param customer who complains: the mail's sender, or whom a colleague forwards */
    boolean isVip(Email mail, MailAddress customer) {
        return vip.stream().anyMatch(rule -> rule.test(mail, customer));
    }

    boolean isStaff(MailAddress sender) {
        return staff.stream().anyMatch(rule -> rule.isFrom(sender));
    }

    /** As the examples write it. */
    String gives(Email mail) {
        if (deny.stream().anyMatch(rule -> rule.test(mail))) {
            return "denied";
        }
        if (spam.stream().anyMatch(rule -> rule.test(mail))) {
            return "spam";
        }
        if (ignore.stream().anyMatch(rule -> rule.test(mail))) {
            return "ignored";
        }
        return isStaff(mail.from()) ? "staff" : isVip(mail, mail.from()) ? "vip" : "complaint";
    }

    private static Optional<String> first(List<MailRule> rules, Email mail, String reason) {
        return rules.stream()
                .filter(rule -> rule.test(mail))
                .findFirst()
                .map(rule -> reason + " (config/mail-rules.yaml: " + rule.written() + ")");
    }
}
