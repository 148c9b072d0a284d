package io.redress.api.user;

import io.redress.api.ApiProblem;
import io.redress.api.InvalidParameterException;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.user.PasswordHashes;
import io.redress.user.UserAdministration;
import io.redress.user.UserAdministration.WithPassword;
import io.redress.user.UserRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who may sign in, and what they may do. */
@RestController
@RequiresPermission(Permission.USERS_MANAGE)
@RequestMapping("/api/users")
@Tag(name = "Users", description = "People who sign in to the console")
class UsersApi {

    private static final String LOGIN = "A user's login";

    private final UserAdministration users;

    UsersApi(UserAdministration users) {
        this.users = users;
    }

    /** @param users by login */
    record UserList(List<UserView> users) {}

    @GetMapping
    @Operation(summary = "List users", description = "All of them, by login; those who are disabled, too.")
    UserList list() {
        return new UserList(users.all().stream().map(UserView::of).toList());
    }

    @GetMapping("/{login}")
    @Operation(summary = "Get a user", description = "Roles, teams, categories, and the state of their sign-in.")
    UserView get(@PathVariable @Parameter(description = LOGIN) String login) {
        return UserView.of(users.get(login));
    }

    @PostMapping
    @Operation(
            summary = "Add a user",
            description = "The answer has a password, once: it opens within seven days, and must be changed then.")
    ResponseEntity<UserView> add(@RequestBody UserChange user, Principal by) {
        if (user.login() == null) {
            throw new InvalidParameterException("login", "login must be there");
        }
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(shown(users.add(user.login(), user.profile(), by.getName())));
    }

    @PatchMapping("/{login}")
    @Operation(
            summary = "Change a user",
            description =
                    "Name, mail, roles, teams, categories and language; what is left out stays. It counts at once.")
    UserView change(
            @PathVariable @Parameter(description = LOGIN) String login, @RequestBody UserChange change, Principal by) {
        if (change.login() != null) {
            throw new InvalidParameterException("login", "login stays: histories name it");
        }
        return UserView.of(users.change(login, change::over, by.getName()));
    }

    @PostMapping("/{login}/disable")
    @Operation(summary = "Disable a user", description = "All of their sessions end; nothing of them is removed.")
    UserView disable(@PathVariable @Parameter(description = LOGIN) String login, Principal by) {
        return UserView.of(users.disable(login, true, by.getName()));
    }

    @PostMapping("/{login}/enable")
    @Operation(summary = "Enable a user", description = "They may sign in again, as before.")
    UserView enable(@PathVariable @Parameter(description = LOGIN) String login, Principal by) {
        return UserView.of(users.disable(login, false, by.getName()));
    }

    @PostMapping("/{login}/reset-password")
    @Operation(
            summary = "Reset a password",
            description = "The answer has another one, once, to be changed within seven days. All sessions end.")
    UserView resetPassword(@PathVariable @Parameter(description = LOGIN) String login, Principal by) {
        return shown(users.resetPassword(login, by.getName()));
    }

    @PostMapping("/{login}/end-sessions")
    @Operation(summary = "End a user's sessions", description = "They must sign in again, everywhere.")
    UserView endSessions(@PathVariable @Parameter(description = LOGIN) String login, Principal by) {
        return UserView.of(users.endSessions(login, by.getName()));
    }

    @PostMapping("/{login}/remove-second-factor")
    @Operation(
            summary = "Remove a user's second factor",
            description = "For those who have lost app and recovery codes. All sessions end.")
    UserView removeSecondFactor(@PathVariable @Parameter(description = LOGIN) String login, Principal by) {
        return UserView.of(users.removeSecondFactor(login, by.getName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(UserRefused refused) {
        HttpStatus status =
                switch (refused.reason()) {
                    case UNKNOWN_USER -> HttpStatus.NOT_FOUND;
                    case LOGIN_TAKEN, LAST_ADMINISTRATOR -> HttpStatus.CONFLICT;
                    default -> HttpStatus.BAD_REQUEST;
                };
        return ResponseEntity.status(status)
                .body(ApiProblem.of(status, String.valueOf(refused.getMessage()), refused.remedy()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(PasswordHashes.Busy busy) {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(ApiProblem.of(
                        HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(busy.getMessage()), "Try again in a moment."));
    }

    private static UserView shown(WithPassword made) {
        return UserView.of(made.user(), made.password());
    }
}
