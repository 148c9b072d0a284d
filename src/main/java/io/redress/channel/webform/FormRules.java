package io.redress.channel.webform;

import io.redress.attachment.FileTypeDetector;
import io.redress.channel.webform.body.FormFile;
import io.redress.channel.webform.body.FormProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a form may carry, from the channel's parameters.
 *
 * @param maxBytes of the whole post
 * @param fileTypes media types by magic bytes
 */
public record FormRules(long maxBytes, int maxFiles, Set<String> fileTypes) {

    private static final BigDecimal MEGABYTE = new BigDecimal(1 << 20);

    public FormRules {
        fileTypes = Set.copyOf(fileTypes);
    }

    /** For the page, and the script that looks before a customer sends. Megabytes are rounded down to a tenth. */
    public Map<String, Object> shown() {
        String megabytes = new BigDecimal(maxBytes)
                .divide(MEGABYTE, 1, RoundingMode.DOWN)
                .stripTrailingZeros()
                .toPlainString();
        return Map.of(
                "bytes", maxBytes,
                "megabytes", megabytes,
                "files", maxFiles,
                "types", String.join(",", new TreeSet<>(fileTypes)));
    }

    /** What is wrong with a form's files; empty when nothing is. */
    List<FormProblem> problems(List<FormFile> files) {
        var problems = new ArrayList<FormProblem>();
        if (files.size() > maxFiles) {
            problems.add(FormProblem.of(
                    files.get(0).field(),
                    "too-many-files",
                    "has " + files.size() + " files",
                    "send at most " + maxFiles));
        }
        for (FormFile file : files) {
            String type = FileTypeDetector.of(file.bytes());
            if (!fileTypes.contains(type)) {
                problems.add(FormProblem.of(
                        file.field(),
                        "file-type",
                        "has a file that is " + type + ", by its content",
                        "send one of " + fileTypes.stream().sorted().toList()));
            }
        }
        return problems.stream().distinct().toList();
    }
}
