package io.redress.console.ticket;

import io.redress.api.Page;
import io.redress.console.Choice;
import io.redress.console.ConsoleLanguage;
import io.redress.console.ConsoleTexts;
import io.redress.console.ticket.TicketListView.Tab;
import io.redress.desk.DeskCategories;
import io.redress.desk.DeskTicket;
import io.redress.desk.ShortText;
import io.redress.desk.WorkList;
import io.redress.ledger.desk.DeskSearch;
import io.redress.ledger.desk.DeskTickets;
import io.redress.lifecycle.TicketStatus;
import io.redress.ticket.KeyedEnum;
import io.redress.ticket.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts lists of tickets into the words of their reader. */
@Component
class TicketListViews {

    private static final int NAME = 60;
    private static final int SUBJECT = 120;
    private static final String EXPORT = TicketListPage.PATH + "/export";

    private final DeskTickets tickets;
    private final DeskCategories categories;

    TicketListViews(DeskTickets tickets, DeskCategories categories) {
        this.tickets = tickets;
        this.categories = categories;
    }

    /** @param later whether this is a later page than the first */
    TicketListView of(
            TicketListFilter filter,
            DeskSearch search,
            Page<DeskTicket> found,
            boolean later,
            ConsoleLanguage language) {
        String list = search.list().key();
        return new TicketListView(
                list,
                filter.isNarrowed(),
                tabs(filter, search),
                choices(filter, language),
                found.items().stream()
                        .map(ticket -> row(ticket, search.now(), language))
                        .toList(),
                TicketListPage.PATH + "?list=" + list,
                later ? filter.address(TicketListPage.PATH, list, null) : null,
                found.next() == null ? null : filter.address(TicketListPage.PATH, list, found.next()),
                filter.address(EXPORT, list, null) + "&format=csv",
                filter.address(EXPORT, list, null) + "&format=xlsx");
    }

    TicketRow row(DeskTicket ticket, Instant now, ConsoleLanguage language) {
        return new TicketRow(
                ticket.number(),
                ticket.receivedAt(),
                ticket.channel(),
                ShortText.of(ticket.name(), NAME),
                ShortText.of(ticket.subject(), SUBJECT),
                ticket.category(),
                categories.title(ticket.category(), language.customers()),
                ticket.priority(),
                ticket.status(),
                ticket.review(),
                ticket.owner(),
                ticket.level(),
                ticket.due(),
                ticket.isOverdue(now),
                TicketStatus.AWAITING_CUSTOMER.key().equals(ticket.status()));
    }

    private List<Tab> tabs(TicketListFilter filter, DeskSearch search) {
        Map<WorkList, Long> counts = tickets.counts(search.reader(), search.now());
        boolean inTeam = !search.reader().scope().teams().isEmpty();
        return Arrays.stream(WorkList.values())
                .filter(list -> list != WorkList.TEAM || inTeam)
                .map(list -> new Tab(
                        list.key(),
                        filter.address(TicketListPage.PATH, list.key(), null),
                        list == search.list(),
                        counts.get(list)))
                .toList();
    }

    private Map<String, List<Choice>> choices(TicketListFilter filter, ConsoleLanguage language) {
        ConsoleTexts texts = ConsoleTexts.in(language);
        Map<String, List<Choice>> choices = new LinkedHashMap<>();
        choices.put(
                "status",
                Choice.of(KeyedEnum.keys(TicketStatus.class), status -> texts.word("status", status), filter.status()));
        List<String> known = new ArrayList<>();
        categories.all(language.customers()).forEach(category -> known.add(category.key()));
        choices.put(
                "category",
                Choice.of(
                        with(known, filter.category()),
                        key -> categories.title(key, language.customers()),
                        filter.category()));
        choices.put(
                "priority",
                Choice.of(
                        KeyedEnum.keys(Priority.class),
                        priority -> texts.word("priority", priority),
                        filter.priority()));
        choices.put("channel", Choice.of(with(tickets.channels(), filter.channel()), name -> name, filter.channel()));
        var owners = new TreeSet<>(categories.owners());
        owners.addAll(tickets.owners());
        choices.put("owner", Choice.of(with(owners, filter.owner()), name -> name, filter.owner()));
        choices.put(
                "review", Choice.of(List.of("true", "false"), value -> texts.text("review." + value), filter.review()));
        return choices;
    }

    /** A list, with what was asked for though it is not in there any more. */
    private static List<String> with(Collection<String> values, @Nullable String chosen) {
        List<String> all = new ArrayList<>(values);
        if (chosen != null && !chosen.isBlank() && !all.contains(chosen)) {
            all.add(chosen);
        }
        return all;
    }
}
