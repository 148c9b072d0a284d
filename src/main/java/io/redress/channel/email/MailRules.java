package io.redress.channel.email;

import io.redress.channel.email.mime.MailAddress;
import io.redress.configfile.Finding;
import io.redress.configfile.Suggestion;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * {@code config/mail-rules.yaml}: what the shop knows of senders and headers.
 *
 * @param deny senders who get neither ticket nor answer
 * @param spam marks that the mailbox's own filter writes
 * @param ignore mails that are no complaints
 * @param vip customers who are served first
 * @param recipients what the addresses tell to which mails are sent
 * @param staff colleagues: what they forward is the complaint of the customer whom they forward
 */
public record MailRules(
        List<MailRule> deny,
        List<MailRule> spam,
        List<MailRule> ignore,
        List<MailRule> vip,
        List<MailRule> staff,
        List<RecipientRule> recipients) {

    /** In {@code config/}. */
    public static final String FILE = "mail-rules.yaml";

    /** No rules. */
    public static MailRules none() {
        return new MailRules(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /**
     * Reads {@code mail-rules.yaml} of a folder, and tries its examples; no rules where there is no such file.
     *
     * @throws io.redress.configfile.InvalidConfiguration with every mistake, its line and a remedy
     */
    public static MailRules read(Path configDir) {
        return new MailRulesReader(configDir.resolve(FILE)).read();
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

    /** What the first rule tells that names one of these addresses; empty when none does. */
    Optional<RecipientRule.Told> told(List<String> sentTo) {
        return recipients.stream()
                .flatMap(rule -> sentTo.stream().flatMap(address -> rule.test(address).stream()))
                .findFirst();
    }

    /** Rules of recipients whose category is none of these. */
    public List<Finding> unknownCategories(Path configDir, Collection<String> categories) {
        return recipients.stream()
                .filter(rule -> rule.category() != null && !categories.contains(rule.category()))
                .map(rule -> new Finding(
                        configDir.resolve(FILE),
                        rule.line(),
                        "there is no category '" + rule.category() + "'",
                        Suggestion.remedy(String.valueOf(rule.category()), categories)))
                .toList();
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
