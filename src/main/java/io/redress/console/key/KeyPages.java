package io.redress.console.key;

import io.redress.api.InvalidParameterException;
import io.redress.api.NotFoundException;
import io.redress.api.ParameterValue;
import io.redress.api.key.KeyList;
import io.redress.api.key.KeyView;
import io.redress.apikey.ApiKeyMaker;
import io.redress.permission.Actor;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.permission.Role;
import io.redress.security.CurrentActor;
import io.redress.user.ProfileRules;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The administrator's list of keys. A new one stands in one answer alone. */
@Controller
@RequiresPermission(Permission.KEYS_MANAGE)
@RequestMapping("/console/keys")
class KeyPages {

    private final KeyList keys;
    private final ApiKeyMaker maker;
    private final ProfileRules rules;
    private final Clock clock;

    KeyPages(KeyList keys, ApiKeyMaker maker, ProfileRules rules, Clock clock) {
        this.keys = keys;
        this.maker = maker;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping(produces = "text/html;charset=UTF-8")
    String list(@RequestParam(defaultValue = "false") boolean all, Principal reader, Model page) {
        return show(all, KeyForm.EMPTY, reader, page);
    }

    @PostMapping(produces = "text/html;charset=UTF-8")
    String make(KeyForm form, Principal by, Model page, HttpServletResponse answer) {
        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        ApiKeyMaker.Result result = maker.make(form.asked(), actor(by));
        if (result instanceof ApiKeyMaker.Refused refused) {
            answer.setStatus(
                    switch (refused.reason()) {
                        case INVALID -> HttpServletResponse.SC_BAD_REQUEST;
                        case BEYOND -> HttpServletResponse.SC_FORBIDDEN;
                        case TAKEN -> HttpServletResponse.SC_CONFLICT;
                    });
            page.addAttribute("refused", refused);
            return show(false, form, by, page);
        }
        var made = (ApiKeyMaker.Made) result;
        page.addAttribute("name", made.key().name());
        page.addAttribute("key", made.text());
        return "console/key";
    }

    @PostMapping("/{name}/withdraw")
    ModelAndView withdraw(@PathVariable String name, @RequestParam(defaultValue = "") String reason, Principal by) {
        String why = ParameterValue.text(reason);
        if (why == null) {
            throw new InvalidParameterException("reason", "say why the key is withdrawn");
        }
        if (!maker.withdraw(name, actor(by), why)) {
            throw new NotFoundException(
                    "No key of that name is in use", "One of a file is removed from config/api-keys.yaml.");
        }
        var page = new ModelAndView("redirect:/console/keys");
        page.setStatus(HttpStatus.SEE_OTHER);
        return page;
    }

    /** @param all also those that were withdrawn */
    private String show(boolean all, KeyForm form, Principal reader, Model page) {
        Actor actor = actor(reader);
        Instant now = clock.instant();
        page.addAttribute(
                "keys",
                keys.all().stream()
                        .filter(key -> all || key.withdrawn() == null)
                        .map(key -> new Row(key, key.expires() != null && !now.isBefore(key.expires())))
                        .toList());
        page.addAttribute("all", all);
        page.addAttribute("form", form);
        page.addAttribute(
                "roles",
                Arrays.stream(Role.values())
                        .filter(role -> actor.permissions().containsAll(role.permissions()))
                        .map(Role::key)
                        .toList());
        page.addAttribute(
                "permissions",
                Arrays.stream(Permission.values())
                        .filter(actor::may)
                        .map(Permission::key)
                        .toList());
        page.addAttribute("teams", rules.teams());
        page.addAttribute("categories", rules.categories());
        return "console/keys";
    }

    /** A key in the list. */
    public record Row(KeyView key, boolean expired) {}

    private static Actor actor(Principal by) {
        return Objects.requireNonNull(CurrentActor.of(by), "PermissionInterceptor lets nobody else in");
    }
}
