package io.redress.cli.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.redress.configfile.Finding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * What a check found, in order of file and line.
 *
 * @param checked how many files were looked at
 * @param errors what is refused
 * @param warnings what is read as it stands, and had better be changed
 */
record CheckResult(int checked, List<Finding> errors, List<Finding> warnings) {

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(
                    (Finding finding) -> finding.file().toString())
            .thenComparingInt(Finding::line)
            .thenComparing(Finding::problem);

    static CheckResult of(int checked, Collection<Finding> errors, Collection<Finding> warnings) {
        return new CheckResult(
                checked,
                errors.stream().distinct().sorted(BY_PLACE).toList(),
                warnings.stream().distinct().sorted(BY_PLACE).toList());
    }

    int problems() {
        return errors.size();
    }

    /** @param colours whether to paint what is an error and what is a warning */
    List<String> lines(Ansi colours) {
        var lines = new ArrayList<String>();
        warnings.forEach(finding -> lines.add(painted(colours, Style.fg_yellow, finding)));
        errors.forEach(finding -> lines.add(painted(colours, Style.fg_red, finding)));
        lines.add(plural(checked, "file") + " checked, " + plural(problems(), "problem"));
        return lines;
    }

    private static String painted(Ansi colours, Style style, Finding finding) {
        return colours.apply(finding.toString(), List.of(style)).toString();
    }

    /** In one line; members are only ever added. */
    String json() {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.put("checked", checked).put("problems", problems());
        ArrayNode findings = result.putArray("findings");
        errors.forEach(finding -> add(findings, finding, "error"));
        warnings.forEach(finding -> add(findings, finding, "warning"));
        try {
            return new ObjectMapper().writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers can be written as JSON", e);
        }
    }

    private static void add(ArrayNode findings, Finding finding, String severity) {
        ObjectNode node = findings.addObject().put("file", finding.file().toString());
        if (finding.line() > 0) {
            node.put("line", finding.line());
        }
        if (finding.column() > 0) {
            node.put("column", finding.column());
        }
        node.put("severity", severity).put("message", finding.problem()).put("remedy", finding.remedy());
    }

    private static String plural(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
