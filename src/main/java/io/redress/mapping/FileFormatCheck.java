package io.redress.mapping;

import io.redress.configfile.Finding;
import io.redress.configfile.YamlFile;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What may be wrong with the {@code file} part of a mapping file. */
final class FileFormatCheck {

    private FileFormatCheck() {}

    static List<Finding> of(YamlFile<?> yaml, FileFormat file) {
        var findings = new ArrayList<Finding>();
        if (!Set.of("true", "false", "types").contains(file.header())) {
            findings.add(yaml.finding(
                    "header '" + file.header() + "'",
                    "write true, false, or types for a second line",
                    "file",
                    "header"));
        }
        if (file.skipLines() < 0 || file.skipLines() > 100) {
            findings.add(yaml.finding("skipLines " + file.skipLines(), "write 0 to 100", "file", "skipLines"));
        }
        if (!file.charset().equals(FileFormat.AUTO) && !known(file.charset())) {
            findings.add(unknownCharset(yaml, "charset", file.charset()));
        }
        if (!known(file.fallbackCharset())) {
            findings.add(unknownCharset(yaml, "fallbackCharset", file.fallbackCharset()));
        }
        if (!file.delimiter().equals(FileFormat.AUTO) && !oneCharacter(file.delimiter())) {
            findings.add(yaml.finding(
                    "delimiter '" + file.delimiter() + "'",
                    "write auto, tab or one character in quotes, such as \";\"",
                    "file",
                    "delimiter"));
        }
        boolean quotes = !file.quote().equals(FileFormat.NONE);
        if (quotes && (!oneCharacter(file.quote()) || file.quote().equals(file.delimiter()))) {
            findings.add(yaml.finding(
                    "quote '" + file.quote() + "'",
                    "write none or one character in quotes that is not the delimiter",
                    "file",
                    "quote"));
        }
        return findings;
    }

    private static boolean oneCharacter(String text) {
        return text.length() == 1 && !"\r\n".contains(text);
    }

    private static Finding unknownCharset(YamlFile<?> yaml, String key, String name) {
        return yaml.finding("charset '" + name + "' is unknown", "write UTF-8, GB18030, Big5, UTF-16LE …", "file", key);
    }

    private static boolean known(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalArgumentException e) {
            return false; // no charset can have such a name
        }
    }
}
