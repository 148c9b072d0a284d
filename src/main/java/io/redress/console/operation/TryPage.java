package io.redress.console.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.redress.api.operation.TrialService;
import io.redress.api.operation.TrialView;
import io.redress.api.operation.TriedOriginal;
import io.redress.desk.MarkedText;
import io.redress.permission.Permission;
import io.redress.permission.RequiresPermission;
import io.redress.ticket.Ticket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What would become of an original, before anything is saved. */
@Controller
@RequiresPermission(Permission.OPERATIONS_READ)
@RequestMapping(path = "/console/try", produces = "text/html;charset=UTF-8")
class TryPage {

    private static final List<String> PARTS = List.of("customer", "product", "complaint", "channel");
    private static final String TEXT = "complaint.text";

    private final TrialService trials;
    private final ObjectMapper json;

    TryPage(TrialService trials, ObjectMapper json) {
        this.trials = trials;
        this.json = json;
    }

    @GetMapping
    String show(@RequestParam(name = "channel", defaultValue = "") String channel, Model page) {
        return page(page, channel, "", "", "");
    }

    @PostMapping
    String read(
            @RequestParam("channel") String channel,
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "base64", defaultValue = "") String base64,
            @RequestParam(name = "file", defaultValue = "") String file,
            @RequestParam(name = "contentType", defaultValue = "") String contentType,
            @RequestParam(name = "headers", defaultValue = "") String headers,
            Model page) {
        List<String> lines = headers.lines().filter(line -> !line.isBlank()).toList();
        TrialView result = trials.read(channel, new TriedOriginal(text, base64, file, contentType, lines, null));
        page.addAttribute("result", result);
        Ticket ticket = result.ticket();
        if (ticket != null) {
            page.addAttribute("fields", fields(ticket));
            page.addAttribute(
                    "marked",
                    MarkedText.of(
                            ticket.complaint().text(),
                            MarkedText.words(ticket.triage().reasons())));
        }
        return page(page, channel, base64.isEmpty() ? text : "", contentType, headers);
    }

    private String page(Model page, String channel, String text, String contentType, String headers) {
        page.addAttribute("channels", trials.channels());
        page.addAttribute("channel", channel);
        page.addAttribute("text", text);
        page.addAttribute("contentType", contentType);
        page.addAttribute("headers", headers);
        return "console/try";
    }

    /** What the mapping filled in, by the ticket's own names. */
    private Map<String, String> fields(Ticket ticket) {
        var fields = new LinkedHashMap<String, String>();
        JsonNode tree = json.valueToTree(ticket);
        PARTS.forEach(part -> collect(part, tree.path(part), fields));
        fields.remove(TEXT);
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, String> fields) {
        if (node.isValueNode()) {
            if (!node.isNull() && !node.asText().isEmpty()) {
                fields.merge(path, node.asText(), (one, other) -> one + ", " + other);
            }
        } else if (node.isArray()) {
            node.forEach(element -> collect(path, element, fields));
        } else {
            node.fields().forEachRemaining(field -> collect(path + "." + field.getKey(), field.getValue(), fields));
        }
    }
}
