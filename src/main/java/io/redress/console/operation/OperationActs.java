package io.redress.console.operation;

import io.redress.api.delivery.TargetControl;
import io.redress.api.operation.ChannelControl;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import java.security.Principal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The buttons of the board. */
@Controller
@RequiresPermission(Permission.OPERATIONS_WRITE)
@RequestMapping("/console/operations")
class OperationActs {

    private final ChannelControl channels;
    private final TargetControl targets;

    OperationActs(ChannelControl channels, TargetControl targets) {
        this.channels = channels;
        this.targets = targets;
    }

    @PostMapping("/channels/{name}/pause")
    ModelAndView pauseChannel(@PathVariable("name") String name, Principal operator) {
        channels.pause(name, operator);
        return board();
    }

    @PostMapping("/channels/{name}/resume")
    ModelAndView resumeChannel(@PathVariable("name") String name, Principal operator) {
        channels.resume(name, operator);
        return board();
    }

    @PostMapping("/channels/{name}/poll")
    ModelAndView pollChannel(@PathVariable("name") String name, Principal operator) {
        channels.poll(name, operator);
        return board();
    }

    @PostMapping("/targets/{name}/pause")
    ModelAndView pauseTarget(@PathVariable("name") String name, Principal operator) {
        targets.pause(name, operator);
        return board();
    }

    @PostMapping("/targets/{name}/resume")
    ModelAndView resumeTarget(@PathVariable("name") String name, Principal operator) {
        targets.resume(name, operator);
        return board();
    }

    private static ModelAndView board() {
        var page = new ModelAndView("redirect:/console/operations");
        page.setStatus(HttpStatus.SEE_OTHER);
        return page;
    }
}
