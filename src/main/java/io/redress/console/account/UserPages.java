package io.redress.console.account;

import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.permission.Role;
import io.redress.user.ProfileRules;
import io.redress.user.User;
import io.redress.user.UserAdministration;
import io.redress.user.UserAdministration.WithPassword;
import io.redress.user.UserProfile;
import io.redress.user.UserRefused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Arrays;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The administrator's list of users, and the form of one. */
@Controller
@RequiresPermission(Permission.USERS_MANAGE)
@RequestMapping("/console/users")
class UserPages {

    private static final String HERE = "/console/users";

    private final UserAdministration users;
    private final ProfileRules rules;

    UserPages(UserAdministration users, ProfileRules rules) {
        this.users = users;
        this.rules = rules;
    }

    @GetMapping
    ModelAndView list() {
        return AccountView.page("users").addObject("users", users.all());
    }

    @GetMapping("/new")
    ModelAndView blank() {
        return form("new-user", new UserProfile("", null, Set.of(), Set.of(), Set.of(), null));
    }

    @PostMapping("/new")
    ModelAndView add(@RequestParam(defaultValue = "") String login, UserForm form, Principal by) {
        try {
            return shown(users.add(login, form.profile(), by.getName()));
        } catch (UserRefused e) {
            return AccountView.refused(form("new-user", form.profile()).addObject("login", login), e);
        }
    }

    @GetMapping("/{login}")
    ModelAndView get(@PathVariable String login, @RequestParam(name = "done", required = false) @Nullable String done) {
        User user = users.get(login);
        return form("user", UserProfile.of(user)).addObject("user", user).addObject("done", done != null);
    }

    @PostMapping("/{login}")
    ModelAndView change(@PathVariable String login, UserForm form, Principal by) {
        User before = users.get(login);
        try {
            users.change(login, profile -> form.profile(), by.getName());
            return done(login);
        } catch (UserRefused e) {
            return AccountView.refused(form("user", form.profile()).addObject("user", before), e);
        }
    }

    @PostMapping("/{login}/disable")
    ModelAndView disable(@PathVariable String login, Principal by) {
        try {
            users.disable(login, true, by.getName());
            return done(login);
        } catch (UserRefused e) {
            return AccountView.refused(get(login, null), e);
        }
    }

    @PostMapping("/{login}/enable")
    ModelAndView enable(@PathVariable String login, Principal by) {
        users.disable(login, false, by.getName());
        return done(login);
    }

    /** The password stands in this answer alone, so it is not one that leads to another page. */
    @PostMapping("/{login}/reset-password")
    ModelAndView resetPassword(@PathVariable String login, Principal by) {
        try {
            return shown(users.resetPassword(login, by.getName()));
        } catch (UserRefused e) {
            return AccountView.refused(get(login, null), e);
        }
    }

    @PostMapping("/{login}/end-sessions")
    ModelAndView endSessions(@PathVariable String login, Principal by) {
        users.endSessions(login, by.getName());
        return done(login);
    }

    @PostMapping("/{login}/remove-second-factor")
    ModelAndView removeSecondFactor(@PathVariable String login, Principal by) {
        users.removeSecondFactor(login, by.getName());
        return done(login);
    }

    private ModelAndView form(String template, UserProfile profile) {
        return AccountView.page(template)
                .addObject("profile", profile)
                .addObject("roles", Arrays.asList(Role.values()))
                .addObject("teams", rules.teams())
                .addObject("categories", rules.categories());
    }

    private ModelAndView shown(WithPassword made) {
        return AccountView.page("password").addObject("user", made.user()).addObject("password", made.password());
    }

    private static ModelAndView done(String login) {
        return SignInPages.redirect(HERE + "/" + URLEncoder.encode(login, StandardCharsets.UTF_8) + "?done");
    }
}
