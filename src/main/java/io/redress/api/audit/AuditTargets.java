package io.redress.api.audit;

import io.redress.audit.AuditMarks;
import io.redress.audit.AuditedBody;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.servlet.HandlerMapping;

/**
 * What a request is about. Only values that cannot be personal data are kept in clear; of a parameter that nobody has looked at
 * yet a mark is kept.
 */
final class AuditTargets {

    /** Parameters whose values are names of the hub's own, times and numbers. */
    private static final Set<String> CLEAR = Set.of(
            "act",
            "actor",
            "address",
            "categories",
            "category",
            "channel",
            "format",
            "from",
            "id",
            "key",
            "kind",
            "outcome",
            "overdue",
            "priority",
            "quarantined",
            "result",
            "review",
            "scopes",
            "state",
            "status",
            "target",
            "teams",
            "to",
            "types");

    /** Says nothing of what was asked for. */
    private static final Set<String> LEFT_OUT = Set.of("_csrf", "cursor", "size");

    /** Not a secret that somebody pasted, but a name, a small number, an id, a day or a time: no phone and no address looks like it. */
    private static final Pattern CLEAR_VALUE = Pattern.compile("(?!rdk_|whsec_)[A-Za-z][\\w.:-]{0,199}|\\d{1,3}"
            + "|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
            + "|\\d{4}-\\d{2}-\\d{2}(T[\\d:.]{4,20}(Z|[+ -]\\d{2}:\\d{2}))?");

    private static final Pattern CLEAR_THING = Pattern.compile("[a-z]+:(?!rdk_|whsec_)[A-Za-z][\\w.-]{0,63}");

    /** Of one parameter; a form has fewer. */
    private static final int MOST_VALUES = 50;

    private AuditTargets() {}

    /** Of the path and the parameters. */
    static List<String> of(HttpServletRequest request, AuditMarks marks) {
        List<String> targets = new ArrayList<>();
        variables(request).forEach((name, value) -> {
            boolean clear = !name.equals("number") && CLEAR_VALUE.matcher(value).matches();
            targets.addAll(clear ? List.of(name + ":" + value) : marks.of(value));
        });
        request.getParameterMap().forEach((name, values) -> {
            if (!LEFT_OUT.contains(name)) {
                Arrays.stream(values)
                        .limit(MOST_VALUES)
                        .filter(value -> !value.isBlank())
                        .forEach(value -> targets.addAll(parameter(name, value.strip(), marks)));
            }
        });
        return targets;
    }

    private static List<String> parameter(String name, String value, AuditMarks marks) {
        boolean clear = CLEAR.contains(name) && CLEAR_VALUE.matcher(value).matches();
        return clear ? List.of(name + ":" + value) : marks.of(value);
    }

    /** Of what was sent or is answered. */
    static List<String> of(AuditedBody body, AuditMarks marks) {
        List<String> targets = new ArrayList<>();
        body.personsAsked().forEach(person -> targets.addAll(marks.of(person)));
        body.thingsNamed().stream()
                .map(thing -> CLEAR_THING.matcher(thing).matches()
                        ? thing
                        : marks.of(thing).get(0))
                .forEach(targets::add);
        body.ticketsNamed().stream().map(AuditMarks::ticket).forEach(targets::add);
        return targets;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> variables(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables == null ? Map.of() : (Map<String, String>) variables;
    }
}
