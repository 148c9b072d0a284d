package io.redress.console.figures;

import io.redress.api.Page;
import io.redress.api.PageFilter;
import io.redress.api.figures.FigureTicketsFilter;
import io.redress.console.ConsoleLanguage;
import io.redress.console.ConsoleModel;
import io.redress.desk.DeskCategories;
import io.redress.figures.detail.CountedTicket;
import io.redress.figures.detail.FigureSelection;
import io.redress.ledger.ListPosition;
import io.redress.ledger.figures.FigureTickets;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.permission.TicketScope;
import io.redress.security.CurrentActor;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/** The tickets behind a number, of those that the reader may see. */
@Controller
@RequiresPermission(value = Permission.TICKETS_READ, scoped = true)
class FigureTicketsPage {

    static final String PATH = "/console/figures/tickets";

    private static final Logger LOG = LoggerFactory.getLogger(FigureTicketsPage.class);

    private final FigureTickets tickets;
    private final GroupNames names;
    private final DeskCategories categories;
    private final Clock clock;
    private final ZoneId zone;

    FigureTicketsPage(
            FigureTickets tickets,
            GroupNames names,
            DeskCategories categories,
            Clock clock,
            @Value("${redress.zone}") ZoneId zone) {
        this.tickets = tickets;
        this.names = names;
        this.categories = categories;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping(path = PATH, produces = "text/html;charset=UTF-8")
    String show(
            @ModelAttribute("filter") FigureTicketsFilter filter,
            PageFilter paging,
            Principal reader,
            HttpServletRequest request,
            Model page) {
        FigureSelection selection = filter.selection(zone, clock.instant());
        TicketScope scope = CurrentActor.scope(reader);
        Page<CountedTicket> found = paging.of(
                (after, most) -> tickets.find(selection, scope, after, most),
                ticket -> new ListPosition(ticket.countedAt(), ticket.number()));
        LOG.info(
                "{} listed {} tickets behind a figure",
                reader.getName(),
                found.items().size());
        ConsoleLanguage language = ConsoleModel.language(request);
        page.addAttribute("figure", selection.figure().key());
        page.addAttribute("period", selection.period());
        page.addAttribute("by", selection.by() == null ? "" : selection.by().key());
        page.addAttribute("group", selection.by() == null ? "" : names.of(selection.by(), selection.key(), language));
        page.addAttribute(
                "across", selection.across() == null ? "" : selection.across().key());
        page.addAttribute(
                "column", selection.across() == null ? "" : names.of(selection.across(), selection.column(), language));
        page.addAttribute("count", tickets.count(selection, scope));
        page.addAttribute("scoped", !scope.isAll());
        page.addAttribute(
                "rows",
                found.items().stream()
                        .map(ticket -> CountedRow.of(ticket, selection.figure().fact(), categories, language))
                        .toList());
        page.addAttribute("first", paging.cursor() == null ? null : FigureLinks.address(selection, null));
        page.addAttribute("next", found.next() == null ? null : FigureLinks.address(selection, found.next()));
        return "console/figure-tickets";
    }
}
