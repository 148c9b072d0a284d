package io.redress.console.operation;

import io.redress.api.InvalidParameterException;
import io.redress.api.NotFoundException;
import io.redress.api.ParameterValue;
import io.redress.api.deadletter.DeadLetter;
import io.redress.api.deadletter.DeadLetters;
import io.redress.api.deadletter.Discarded;
import io.redress.api.item.Replayed;
import io.redress.broker.monitoring.QueueMonitor;
import io.redress.due.QueueNames;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import jakarta.jms.JMSException;
import java.security.Principal;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Failures of one queue and reason: looked at together, and after that put back to work or discarded together. */
@Controller
@RequestMapping("/console/operations/failures")
class FailuresPage {

    private static final Logger LOG = LoggerFactory.getLogger(FailuresPage.class);
    private static final int SHOWN = 100;
    private static final int LONGEST_WHY = 500;

    private final QueueMonitor queues;
    private final DeadLetters letters;

    FailuresPage(QueueMonitor queues, DeadLetters letters) {
        this.queues = queues;
        this.letters = letters;
    }

    /** @param reason empty for failures of which no reason was written down */
    @GetMapping(produces = "text/html;charset=UTF-8")
    @RequiresPermission(Permission.OPERATIONS_READ)
    String show(
            @RequestParam("queue") String queue,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Model page)
            throws JMSException {
        check(queue);
        List<DeadLetter> found = letters.list(queue, letter -> FailureGroup.has(reason, letter));
        page.addAttribute("queue", queue);
        page.addAttribute("reason", reason);
        page.addAttribute("number", found.size());
        page.addAttribute("letters", found.stream().limit(SHOWN).toList());
        page.addAttribute("outcome", "");
        return "console/failures";
    }

    @PostMapping("/replay")
    @RequiresPermission(Permission.OPERATIONS_WRITE)
    ModelAndView replay(
            @RequestParam("queue") String queue,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            Principal operator)
            throws JMSException {
        check(queue);
        Replayed done = letters.replay(queue, letter -> FailureGroup.has(reason, letter));
        LOG.info("{} replayed failures of queue {} on the console: {}", operator.getName(), queue, done);
        return seeOther();
    }

    @PostMapping("/discard")
    @RequiresPermission(Permission.OPERATIONS_WRITE)
    ModelAndView discard(
            @RequestParam("queue") String queue,
            @RequestParam(name = "reason", defaultValue = "") String reason,
            @RequestParam(name = "why", defaultValue = "") String why,
            Principal operator)
            throws JMSException {
        check(queue);
        String text = ParameterValue.text(why);
        if (text == null || text.length() > LONGEST_WHY) {
            throw new InvalidParameterException(
                    "why", "why must say in 1 to " + LONGEST_WHY + " characters why they are discarded");
        }
        Discarded done = letters.discard(queue, letter -> FailureGroup.has(reason, letter), operator.getName(), text);
        LOG.info("{} discarded {} messages of queue {} on the console", operator.getName(), done.messages(), queue);
        return seeOther();
    }

    private void check(String queue) throws JMSException {
        if (!QueueNames.isOfFailures(queue) || !queues.has(queue)) {
            throw new NotFoundException("There is no queue of failures " + queue, "See the board.");
        }
    }

    private static ModelAndView seeOther() {
        var page = new ModelAndView("redirect:/console/operations");
        page.setStatus(HttpStatus.SEE_OTHER);
        return page;
    }
}
