package io.redress.configuration.check;

import io.redress.configfile.Check;
import io.redress.configfile.Finding;
import io.redress.reply.CustomerMessages;
import io.redress.reply.MailTemplates;
import io.redress.reply.MessageTemplate;
import io.redress.reply.ReplySender;
import io.redress.reply.StaffMails;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The templates of mails and chat messages: each can be read, and asks for nothing that there is not. */
public final class TemplateCheck implements Check {

    private static final ReplySender SENDER = new ReplySender("sender@example.com", "", ZoneOffset.UTC, "en");

    private final Path folder;
    private final List<MessageTemplate> customers;
    private final List<MessageTemplate> staff;

    /**
     * @param customers what customers are sent
     * @param staff what those in charge are sent
     */
    public TemplateCheck(Path folder, List<MessageTemplate> customers, List<MessageTemplate> staff) {
        this.folder = folder;
        this.customers = customers;
        this.staff = staff;
    }

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".ftl")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Finding> run() {
        List<Finding> findings = new ArrayList<>();
        List<Finding> none = Check.findings(() -> new MailTemplates(folder));
        if (!none.isEmpty()) {
            return none;
        }
        var templates = new MailTemplates(folder);
        findings.addAll(Check.findings(
                () -> new CustomerMessages(templates, SENDER, (category, language) -> category, customers)));
        findings.addAll(Check.findings(() -> new StaffMails(templates, SENDER, staff)));
        return findings;
    }
}
