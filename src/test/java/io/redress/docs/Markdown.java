package io.redress.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A document of ours, taken apart as far as tests hold it against something. */
record Markdown(Path file, List<String> lines) {

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\(([^)\\s]+)\\)");

    static Markdown read(String file) {
        try {
            return new Markdown(Path.of(file), Files.readAllLines(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code ##} and so on, in their order. */
    List<String> levels() {
        return prose().stream()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst(" .*", ""))
                .toList();
    }

    /** As links name them. */
    List<String> anchors() {
        return prose().stream()
                .filter(line -> line.matches("#{1,6} .*"))
                .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
                .map(title -> title.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
                .toList();
    }

    /** Fenced code of a language, each block without its comments, blank lines and runs of spaces; drawings have no language. */
    List<String> code() {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        boolean drawing = false;
        for (String line : lines) {
            if (line.strip().startsWith("```")) {
                if (block != null && !drawing) {
                    blocks.add(block.toString());
                }
                drawing = block == null && line.strip().equals("```");
                block = block == null ? new StringBuilder() : null;
            } else if (block != null) {
                String plain =
                        line.replaceFirst("(^|\\s+)(#|// ).*", "").strip().replaceAll("\\s+", " ");
                block.append(plain.isEmpty() ? "" : plain + "\n");
            }
        }
        return blocks;
    }

    /** For each table its rows, and of each row the code in its first cell. */
    List<List<String>> tables() {
        List<List<String>> tables = new ArrayList<>();
        boolean inside = false;
        for (String line : prose()) {
            boolean row = line.startsWith("|");
            if (row && !inside) {
                tables.add(new ArrayList<>());
            }
            if (row) {
                tables.get(tables.size() - 1).add(codeIn(line.split("(?<!\\\\)\\|")[1]));
            }
            inside = row;
        }
        return tables;
    }

    /** Where its links lead, in their order. */
    List<String> links() {
        return LINK.matcher(String.join("\n", prose()))
                .results()
                .map(link -> link.group(1))
                .toList();
    }

    static String codeIn(String cell) {
        return String.join(
                " ", CODE.matcher(cell).results().map(code -> code.group(1)).toList());
    }

    private List<String> prose() {
        List<String> prose = new ArrayList<>();
        boolean code = false;
        for (String line : lines) {
            if (line.strip().startsWith("```")) {
                code = !code;
            } else if (!code) {
                prose.add(line);
            }
        }
        return prose;
    }
}
