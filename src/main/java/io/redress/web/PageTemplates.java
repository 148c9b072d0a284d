package io.redress.web;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.Template;
import io.redress.configfile.Finding;
import io.redress.configfile.InvalidConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The {@code .ftl} files of the pages, read once before a customer asks for one. */
final class PageTemplates {

    private static final Configuration HTML = new Configuration(Configuration.VERSION_2_3_34);

    static {
        HTML.setOutputFormat(HTMLOutputFormat.INSTANCE);
    }

    private PageTemplates() {}

    /**
     * Reads all of a folder, and forgets them.
     *
     * @throws InvalidConfiguration when one is no template
     */
    static void check(Path folder) {
        var findings = new ArrayList<Finding>();
        for (Path file : files(folder)) {
            try {
                new Template(file.toString(), Files.readString(file), HTML);
            } catch (ParseException e) {
                String problem = e.getEditorMessage().lines().findFirst().orElse("it is no template");
                findings.add(new Finding(file, e.getLineNumber(), problem, "fix the template at this line"));
            } catch (CharacterCodingException e) {
                findings.add(new Finding(file, 0, "is not UTF-8", "save the file in UTF-8"));
            } catch (IOException e) {
                findings.add(new Finding(file, 0, "cannot be read: " + e, "make it readable for the hub"));
            }
        }
        InvalidConfiguration.throwIfAny(findings);
    }

    static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".ftl")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
