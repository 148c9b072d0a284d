package io.redress.console.ticket;

import io.redress.console.Choice;
import io.redress.console.ConsoleLanguage;
import io.redress.console.ConsoleTexts;
import io.redress.desk.DeskCategories;
import io.redress.ticket.KeyedEnum;
import io.redress.ticket.Priority;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the forms of a ticket's page offer to choose from. */
@Component
public class TicketForms {

    private final DeskCategories categories;

    TicketForms(DeskCategories categories) {
        this.categories = categories;
    }

    /** @param id of the next update: a form that is sent twice changes the ticket once */
    public record Forms(String id, List<Choice> owners, List<Choice> categories, List<Choice> priorities) {}

    Forms of(TicketRow row, ConsoleLanguage language) {
        return new Forms(
                UUID.randomUUID().toString(),
                Choice.of(categories.owners(), owner -> owner, row.owner()),
                categories.all(language.customers()).stream()
                        .map(one -> new Choice(one.key(), one.title(), one.key().equals(row.categoryKey())))
                        .toList(),
                Choice.of(
                        KeyedEnum.keys(Priority.class),
                        key -> ConsoleTexts.in(language).word("priority", key),
                        row.priority()));
    }
}
