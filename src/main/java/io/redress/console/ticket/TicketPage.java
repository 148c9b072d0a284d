package io.redress.console.ticket;

import io.redress.api.ParameterValue;
import io.redress.api.ticket.TicketAttachments;
import io.redress.console.ConsoleModel;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All of one ticket: the customer's words first, then what may be done, what is promised, and what happened. */
@Controller
@RequiresPermission(value = Permission.TICKETS_READ, scoped = true)
@RequestMapping("/console/tickets/{number}")
class TicketPage {

    private static final Logger LOG = LoggerFactory.getLogger(TicketPage.class);

    private final TicketViews views;
    private final TicketForms forms;
    private final TicketAttachments attachments;
    private final Clock clock;

    TicketPage(TicketViews views, TicketForms forms, TicketAttachments attachments, Clock clock) {
        this.views = views;
        this.forms = forms;
        this.attachments = attachments;
        this.clock = clock;
    }

    @GetMapping(produces = "text/html;charset=UTF-8")
    String show(
            @PathVariable String number,
            @RequestParam(name = "done", required = false) @Nullable String done,
            Principal reader,
            HttpServletRequest request,
            Model page) {
        String canonical = ParameterValue.ticketNumber(number);
        var language = ConsoleModel.language(request);
        var view = views.of(canonical, reader, language, clock.instant());
        LOG.info("{} read ticket {}", reader.getName(), canonical);
        page.addAttribute("view", view);
        page.addAttribute("forms", forms.of(view.row(), language));
        page.addAttribute("done", done == null ? "" : done);
        return "console/ticket";
    }

    @GetMapping("/attachments/{place}")
    void download(@PathVariable String number, @PathVariable String place, Principal reader, HttpServletResponse answer)
            throws IOException {
        attachments.send(ParameterValue.ticketNumber(number), place, false, reader.getName(), answer);
    }

    @GetMapping("/attachments/{place}/preview")
    void look(@PathVariable String number, @PathVariable String place, HttpServletResponse answer) throws IOException {
        attachments.show(ParameterValue.ticketNumber(number), place, answer);
    }
}
