package io.redress.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What documents say of each other and of files is true. */
class DocumentsTest {

    private static final Markdown README = Markdown.read("README.md");
    private static final Markdown CHINESE = Markdown.read("README.zh-CN.md");

    @Test
    void both_readmes_have_the_same_headings() {
        assertThat(CHINESE.levels()).isEqualTo(README.levels());
    }

    @Test
    void both_readmes_show_the_same_commands_and_files() {
        assertThat(CHINESE.code()).hasSameSizeAs(README.code());
        for (int i = 0; i < README.code().size(); i++) {
            assertThat(ascii(CHINESE.code().get(i)))
                    .as("block " + i)
                    .isEqualTo(ascii(README.code().get(i)));
        }
    }

    @Test
    void both_readmes_have_the_same_tables() {
        assertThat(named(CHINESE.tables())).isEqualTo(named(README.tables()));
    }

    @Test
    void both_readmes_lead_to_the_same_places() {
        assertThat(new TreeSet<>(CHINESE.links())).isEqualTo(withoutSwitch(README.links()));
    }

    @Test
    void every_link_leads_somewhere() throws Exception {
        List<String> dead = new ArrayList<>();
        for (Path file : documents()) {
            Markdown document = Markdown.read(file.toString());
            for (String link : document.links()) {
                if (!link.matches("(https?|mailto):.*|.*\\\\\\|.*")) { // the latter is a regular expression
                    String[] parts = link.split("#", 2);
                    Path target = parts[0].isEmpty()
                            ? file
                            : file.resolveSibling(parts[0]).normalize();
                    boolean anchor = parts.length == 1
                            || !target.toString().endsWith(".md")
                            || (Files.exists(target)
                                    && Markdown.read(target.toString())
                                            .anchors()
                                            .contains(parts[1]));
                    if (!Files.exists(target) || !anchor) {
                        dead.add(file + ": " + link);
                    }
                }
            }
        }
        assertThat(dead).isEmpty();
    }

    @Test
    void every_route_file_of_a_document_is_as_short_as_check_wants_it() throws Exception {
        var block = Pattern.compile("```yaml\\n(# routes/(channels|delivery)/\\S+)(.*?)```", Pattern.DOTALL);
        List<String> tooLong = new ArrayList<>();
        for (Path file : documents()) {
            block.matcher(Files.readString(file)).results().forEach(found -> {
                long lines = found.group(3).lines().count();
                if (lines > (found.group(2).equals("channels") ? 12 : 15)) {
                    tooLong.add(file + ": " + found.group(1) + " has " + lines);
                }
            });
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void every_route_and_every_kamelet_has_a_row_and_every_row_a_file() throws Exception {
        String routes = Files.readString(Path.of("routes/README.md"));
        assertThat(firstCells(routes, "[0-9]{2}-[a-z-]+")).isEqualTo(names("routes", ".camel.yaml"));
        Set<String> kamelets = firstCells(routes, "[a-z-]+-(source|sink|action)");
        assertThat(names("routes/kamelets", ".kamelet.yaml").stream()
                        .filter(name -> !kamelets.contains(name))
                        .filter(name -> !routes.contains("`" + name + "`") && !isAbbreviated(routes, name))
                        .toList())
                .isEmpty();
        assertThat(names("routes/kamelets", ".kamelet.yaml")).containsAll(kamelets);
    }

    @Test
    void every_document_names_the_package_that_the_build_writes() throws Exception {
        Matcher version = Pattern.compile("<artifactId>redress</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        List<String> named = new ArrayList<>();
        for (Path file : documents()) {
            Pattern.compile("redress_([0-9][^_]*)_amd64\\.deb")
                    .matcher(Files.readString(file))
                    .results()
                    .forEach(name -> named.add(name.group(1)));
        }
        assertThat(named).isNotEmpty().containsOnly(version.group(1));
    }

    @Test
    void every_decision_is_listed_and_has_its_four_parts() throws Exception {
        Path folder = Path.of("docs/decisions");
        String list = Files.readString(folder.resolve("README.md"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> decisions = files.filter(
                            file -> file.getFileName().toString().matches("[0-9]{4}-.*"))
                    .toList();
            assertThat(decisions).isNotEmpty();
            for (Path decision : decisions) {
                assertThat(list).contains("(" + decision.getFileName() + ")");
                assertThat(Files.readString(decision))
                        .contains("**Context.**", "**Decision.**", "**Consequences.**", "**Alternatives.**");
            }
        }
    }

    /** {@code http-delivery-sink`, `jms-…`} names several of a kind. */
    private static boolean isAbbreviated(String routes, String name) {
        return routes.contains("`" + name.replaceFirst("-.*", "") + "-…`");
    }

    private static Set<String> firstCells(String table, String name) {
        return Pattern.compile("(?m)^\\| (`[^|]*) \\|")
                .matcher(table)
                .results()
                .flatMap(cell -> Pattern.compile("`(" + name + ")`")
                        .matcher(cell.group(1))
                        .results())
                .map(code -> code.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String folder, String ending) throws Exception {
        try (Stream<Path> files = Files.list(Path.of(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .map(name -> name.replace(ending, ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<Path> documents() throws Exception {
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(
                                            "README.md",
                                            "README.zh-CN.md",
                                            "CONTRIBUTING.md",
                                            "CHANGELOG.md",
                                            "routes/README.md")
                                    .map(Path::of),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    /** What stands for a name may be translated. */
    private static List<List<String>> named(List<List<String>> tables) {
        return tables.stream()
                .map(table -> table.stream()
                        .map(cell -> cell.replaceAll("<[^>]*>", "<>"))
                        .toList())
                .toList();
    }

    /** Each leads to the other one. */
    private static Set<String> withoutSwitch(List<String> links) {
        return links.stream()
                .map(link -> link.equals("README.zh-CN.md") ? "README.md" : link)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Words that a reader sees may be translated, names may not. */
    private static String ascii(String code) {
        return code.replaceAll("\"(text|remedy|subject|note)\":\"[^\"]*\"", "\"$1\":\"\"")
                .replaceAll("[^\\x20-\\x7E\\n]+", "");
    }
}
