package io.redress.console.ticket;

import io.redress.api.ApiProblem;
import io.redress.api.InvalidParameterException;
import io.redress.api.NotFoundException;
import io.redress.api.ParameterValue;
import io.redress.console.ConsoleModel;
import io.redress.desk.DeskUpdates;
import io.redress.ledger.ticket.StatusLinkRows;
import io.redress.lifecycle.TicketLifecycle.Outcome;
import io.redress.lifecycle.TicketLifecycle.Result;
import io.redress.lifecycle.TicketUpdate;
import io.redress.lifecycle.update.TicketUpdateHandler;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What staff do with a ticket. It is done as it is by the API; a ticket that has changed meanwhile is left as it is. */
@Controller
@RequiresPermission(value = Permission.TICKETS_WRITE, scoped = true)
@RequestMapping("/console/tickets/{number}")
class TicketActs {

    private static final Logger LOG = LoggerFactory.getLogger(TicketActs.class);

    private final DeskUpdates updates;
    private final StatusLinkRows statusLinks;
    private final TicketViews views;
    private final TicketForms forms;
    private final Clock clock;

    TicketActs(DeskUpdates updates, StatusLinkRows statusLinks, TicketViews views, TicketForms forms, Clock clock) {
        this.updates = updates;
        this.statusLinks = statusLinks;
        this.views = views;
        this.forms = forms;
        this.clock = clock;
    }

    @PostMapping("/acts")
    ModelAndView act(
            @PathVariable String number,
            @ModelAttribute("form") ActForm form,
            Principal sender,
            HttpServletRequest request) {
        String ticket = ParameterValue.ticketNumber(number);
        String act = form.which().key();
        if (!form.isComplete()) {
            return seeOther(ticket, "incomplete");
        }
        TicketUpdate update = form.update(ticket, sender.getName());
        String problem = TicketUpdateHandler.problem(update);
        if (problem != null) {
            throw new InvalidParameterException("form", problem);
        }
        Optional<Result> result = updates.apply(update, form.seen());
        if (result.isEmpty()) {
            return conflict(ticket, form, sender, request);
        }
        Outcome outcome = result.get().outcome();
        if (outcome == Outcome.UNKNOWN) {
            throw new NotFoundException("No ticket has the number " + ticket, "Search for it");
        }
        if (outcome == Outcome.REFUSED || outcome == Outcome.LATE) {
            throw ApiProblem.conflict(
                    "The ticket cannot be changed so: " + result.get().reason(), "Look at the ticket again.");
        }
        LOG.info("{} did {} with ticket {}", sender.getName(), act, ticket);
        return seeOther(ticket, act);
    }

    @PostMapping("/status-link/withdraw")
    ModelAndView withdraw(@PathVariable String number, Principal sender) {
        String ticket = ParameterValue.ticketNumber(number);
        if (!statusLinks.withdraw(ticket, sender.getName())) {
            throw new NotFoundException("No ticket has the number " + ticket, "Search for it");
        }
        LOG.info("{} withdrew the status link of {}", sender.getName(), ticket);
        return seeOther(ticket, "withdraw");
    }

    /** Shows what was meant beside what the ticket is now; nothing is overwritten. */
    private ModelAndView conflict(String ticket, ActForm form, Principal sender, HttpServletRequest request) {
        var language = ConsoleModel.language(request);
        var view = views.of(ticket, sender, language, clock.instant());
        var page = new ModelAndView("console/conflict");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("view", view);
        page.addObject("forms", forms.of(view.row(), language));
        page.addObject(
                "news",
                view.timeline().stream()
                        .filter(entry -> entry.position() > form.seen())
                        .toList());
        return page;
    }

    private static ModelAndView seeOther(String ticket, String done) {
        var page = new ModelAndView("redirect:/console/tickets/" + ticket + "?done=" + done);
        page.setStatus(HttpStatus.SEE_OTHER);
        return page;
    }
}
