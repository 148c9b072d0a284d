package io.redress.console.event;

import io.redress.api.event.SubscriptionHandling;
import io.redress.event.SubscriptionMaker;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.security.CurrentActor;
import io.redress.user.ProfileRules;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who gets events, and how their deliveries stand. A new secret stands in one answer alone. */
@Controller
@RequiresPermission(Permission.WEBHOOKS_MANAGE)
@RequestMapping("/console/webhooks")
class WebhookPages {

    private final SubscriptionHandling subscriptions;
    private final ProfileRules rules;

    WebhookPages(SubscriptionHandling subscriptions, ProfileRules rules) {
        this.subscriptions = subscriptions;
        this.rules = rules;
    }

    @GetMapping(produces = "text/html;charset=UTF-8")
    String list(Model page) {
        return show(WebhookForm.EMPTY, page);
    }

    @GetMapping(path = "/{name}", produces = "text/html;charset=UTF-8")
    String one(@PathVariable String name, Model page) {
        page.addAttribute("webhook", subscriptions.get(name));
        page.addAttribute("deliveries", subscriptions.deliveries(name));
        return "console/webhook";
    }

    @PostMapping(produces = "text/html;charset=UTF-8")
    String make(WebhookForm form, Principal by, Model page, HttpServletResponse answer) {
        String maker = Objects.requireNonNull(CurrentActor.of(by), "PermissionInterceptor lets nobody else in")
                .getName();
        SubscriptionMaker.Result result = subscriptions.make(form.asked(), maker);
        if (result instanceof SubscriptionMaker.Refused refused) {
            answer.setStatus(refused.taken() ? HttpServletResponse.SC_CONFLICT : HttpServletResponse.SC_BAD_REQUEST);
            page.addAttribute("refused", refused);
            return show(form, page);
        }
        return secret((SubscriptionMaker.Made) result, page, answer);
    }

    @PostMapping(path = "/{name}/rotate", produces = "text/html;charset=UTF-8")
    String rotate(@PathVariable String name, Model page, HttpServletResponse answer) {
        return secret(subscriptions.rotate(name), page, answer);
    }

    @PostMapping("/{name}/test")
    ModelAndView test(@PathVariable String name) {
        subscriptions.test(name);
        return to("/console/webhooks/" + name);
    }

    @PostMapping("/{name}/replay")
    ModelAndView replay(@PathVariable String name) {
        subscriptions.replay(name);
        return to("/console/webhooks/" + name);
    }

    @PostMapping("/{name}/enable")
    ModelAndView enable(@PathVariable String name) {
        subscriptions.enable(name);
        return to("/console/webhooks/" + name);
    }

    @PostMapping("/{name}/disable")
    ModelAndView disable(@PathVariable String name) {
        subscriptions.disable(name);
        return to("/console/webhooks/" + name);
    }

    @PostMapping("/{name}/remove")
    ModelAndView remove(@PathVariable String name) {
        subscriptions.remove(name);
        return to("/console/webhooks");
    }

    private String show(WebhookForm form, Model page) {
        page.addAttribute("webhooks", subscriptions.all());
        page.addAttribute("form", form);
        page.addAttribute("types", SubscriptionMaker.SUBSCRIBABLE);
        page.addAttribute("categories", rules.categories());
        return "console/webhooks";
    }

    private static String secret(SubscriptionMaker.Made made, Model page, HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        page.addAttribute("name", made.name());
        page.addAttribute("secret", made.secret());
        return "console/webhook-secret";
    }

    /** The name is that of a subscription, which has letters, digits and hyphens only. */
    private static ModelAndView to(String path) {
        var page = new ModelAndView("redirect:" + path);
        page.setStatus(HttpStatus.SEE_OTHER);
        return page;
    }
}
