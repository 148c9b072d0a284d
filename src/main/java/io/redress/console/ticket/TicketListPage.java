package io.redress.console.ticket;

import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.api.ticket.TicketsExport;
import io.redress.console.ConsoleLanguage;
import io.redress.console.ConsoleModel;
import io.redress.desk.DeskCategories;
import io.redress.desk.DeskTicket;
import io.redress.ledger.ListPosition;
import io.redress.ledger.desk.DeskReader;
import io.redress.ledger.desk.DeskSearch;
import io.redress.ledger.desk.DeskTickets;
import io.redress.ledger.privacy.PersonSearch;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.security.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Lists of tickets; what they show stands in their address, so that it can be kept and sent. */
@Controller
@RequiresPermission(value = Permission.TICKETS_READ, scoped = true)
@RequestMapping(TicketListPage.PATH)
class TicketListPage {

    static final String PATH = "/console/tickets";

    private static final Logger LOG = LoggerFactory.getLogger(TicketListPage.class);

    private final DeskTickets tickets;
    private final PersonSearch persons;
    private final DeskCategories categories;
    private final TicketListViews views;
    private final TicketsExport export;
    private final Clock clock;
    private final ZoneId zone;

    TicketListPage(
            DeskTickets tickets,
            PersonSearch persons,
            DeskCategories categories,
            TicketListViews views,
            TicketsExport export,
            Clock clock,
            @Value("${redress.zone}") ZoneId zone) {
        this.tickets = tickets;
        this.persons = persons;
        this.categories = categories;
        this.views = views;
        this.export = export;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(produces = "text/html;charset=UTF-8")
    String list(
            @ModelAttribute("filter") TicketListFilter filter,
            PageFilter paging,
            Principal reader,
            HttpServletRequest request,
            Model page) {
        DeskSearch search = search(filter, reader);
        Page<DeskTicket> found = paging.of(
                (after, most) -> tickets.find(search, after, most),
                ticket -> new ListPosition(
                        search.list().isByDue() && ticket.due() != null ? ticket.due() : ticket.receivedAt(),
                        ticket.number()));
        LOG.info("{} listed {} tickets", reader.getName(), found.items().size());
        ConsoleLanguage language = ConsoleModel.language(request);
        page.addAttribute("view", views.of(filter, search, found, paging.cursor() != null, language));
        return "console/tickets";
    }

    @GetMapping("/export")
    @RequiresPermission(value = Permission.TICKETS_EXPORT, scoped = true)
    void export(
            @ModelAttribute("filter") TicketListFilter filter,
            ExportedAs as,
            Principal reader,
            HttpServletResponse answer)
            throws IOException {
        DeskSearch search = search(filter, reader);
        long written = export.write(taker -> tickets.each(search, taker), as.isWorkbook(), answer);
        LOG.info("{} exported {} tickets", reader.getName(), written);
    }

    private DeskSearch search(TicketListFilter filter, Principal reader) {
        return filter.search(
                persons::read,
                new DeskReader(reader.getName(), CurrentActor.scope(reader), Set.copyOf(categories.owners())),
                zone,
                clock.instant());
    }
}
