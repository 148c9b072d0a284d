package io.redress.delivery.tryton;

import com.fasterxml.jackson.databind.JsonNode;
import io.redress.delivery.TargetRefused;
import io.redress.delivery.TargetUnavailable;
import io.redress.delivery.dialogue.Dialogue;
import io.redress.delivery.dialogue.DialogueRequest;
import io.redress.delivery.dialogue.DialogueResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Calls of Tryton's JSON-RPC as one user. It logs in by {@code common.db.login}, keeps the session while it holds, and logs
 * in again once when it does not.
 */
final class TrytonRpc {

    /** Exceptions by which Tryton says that the data are not right; others may go away. */
    private static final Set<String> REFUSALS = Set.of("UserError", "UserWarning");

    private final String user;
    private final String password;
    private volatile @Nullable Session session;

    TrytonRpc(String user, String password) {
        this.user = user;
        this.password = password;
    }

    /** Calls a method of a model, as {@code model.sale.complaint.create}. */
    Dialogue call(String method, List<?> params, Function<JsonNode, Dialogue> then) {
        return call(method, params, then, refusal -> {
            throw refusal;
        });
    }

    /** The same, going on in another way when Tryton finds something wrong. */
    Dialogue call(
            String method,
            List<?> params,
            Function<JsonNode, Dialogue> then,
            Function<TargetRefused, Dialogue> refused) {
        Function<DialogueResponse, Dialogue> answered = response -> {
            JsonNode result;
            try {
                result = result(method, response);
            } catch (TargetRefused refusal) {
                return refused.apply(refusal);
            }
            return then.apply(result);
        };
        Session known = session;
        return known == null
                ? login(fresh -> call(fresh, method, params, answered, false))
                : call(known, method, params, answered, true);
    }

    /** The user's id in Tryton; only within a call's continuation. */
    long userId() {
        return known().userId();
    }

    /** The context of calls: the user's company; only within a call's continuation. */
    Map<String, Object> context() {
        return Map.of("company", known().company());
    }

    private Session known() {
        Session known = session;
        if (known == null) {
            throw new TargetUnavailable("another call found that the session has ended", null);
        }
        return known;
    }

    private Dialogue call(
            Session session,
            String method,
            List<?> params,
            Function<DialogueResponse, Dialogue> then,
            boolean mayBeOld) {
        var request = DialogueRequest.send("POST", "/", session.authorization(), rpc(method, params));
        return Dialogue.ask(request, response -> {
            if (response.unauthorised()) {
                this.session = null;
                if (mayBeOld) {
                    return login(fresh -> call(fresh, method, params, then, false));
                }
            }
            return then.apply(response);
        });
    }

    private Dialogue login(Function<Session, Dialogue> then) {
        var params = List.of(user, Map.of("password", password), "en");
        return Dialogue.ask(DialogueRequest.send("POST", "/", null, rpc("common.db.login", params)), response -> {
            JsonNode result = result("common.db.login", response);
            if (result.size() < 2) {
                throw new TargetUnavailable("Tryton does not take the login of " + user, null);
            }
            return preferred(new Session(result.get(0).asLong(), bearer(result), 0), then);
        });
    }

    /** The company for which the user works. */
    private Dialogue preferred(Session fresh, Function<Session, Dialogue> then) {
        var params = List.of(true, Map.of());
        var request =
                DialogueRequest.send("POST", "/", fresh.authorization(), rpc("model.res.user.get_preferences", params));
        return Dialogue.ask(request, response -> {
            JsonNode preferences = result("model.res.user.get_preferences", response);
            var complete = new Session(
                    fresh.userId(),
                    fresh.authorization(),
                    preferences.path("company").asLong());
            if (complete.company() == 0) {
                throw new TargetUnavailable("user " + user + " of Tryton has no company: give it one there", null);
            }
            this.session = complete;
            return then.apply(complete);
        });
    }

    private String bearer(JsonNode login) {
        String session = user + ":" + login.get(0).asLong() + ":" + login.get(1).asText();
        return "Session " + Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> rpc(String method, List<?> params) {
        return Map.of("id", 1, "method", method, "params", params);
    }

    private static JsonNode result(String method, DialogueResponse response) {
        JsonNode json = response.json();
        JsonNode error = json.path("error");
        if (error.isMissingNode() || error.isNull()) {
            return json.path("result");
        }
        String kind = error.path(0).asText();
        if (REFUSALS.contains(kind)) {
            throw new TargetRefused(
                    method + ": " + error.path(1).path(0).asText(error.path(1).asText()));
        }
        throw new TargetUnavailable(method + ": " + kind, null);
    }

    /** What a login gave. */
    private record Session(long userId, String authorization, long company) {}
}
