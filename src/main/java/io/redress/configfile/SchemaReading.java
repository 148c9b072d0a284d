package io.redress.configfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads a file of {@code config/} that has a schema.
 *
 * @param findings get what the schema refuses
 */
record SchemaReading<T>(Path file, Class<T> type, List<Finding> findings) {

    YamlFile<T> read(ConfigSchema schema) {
        try {
            String text = ConfigText.read(file);
            JsonNode tree = tree(text);
            if (!tree.isObject() || YamlErrorExplanation.encoding(file, text).isPresent()) {
                return YamlFile.read(file, type); // refuses it, and says why
            }
            var check = new SchemaCheck(schema, tree);
            List<ValidationMessage> refused = check.refused();
            if (refused.isEmpty()) {
                return YamlFile.of(file, text, type); // from the text again: "no" is a word where a text is wanted
            }
            var places = new YamlLocations(text);
            var words = new SchemaFindings(file, text, places, schema);
            findings.addAll(words.of(refused));
            check.reduce();
            return new YamlFile<>(file, YamlFile.YAML.treeToValue(tree, type), places);
        } catch (IOException e) {
            if (findings.isEmpty()) {
                return YamlFile.read(file, type);
            }
            findings.addAll(Check.findings(() -> YamlFile.read(file, type)));
            throw new InvalidConfiguration(findings);
        }
    }

    private static JsonNode tree(String text) throws JsonProcessingException {
        try {
            return YamlFile.YAML.readTree(text);
        } catch (YAMLException e) {
            return MissingNode.getInstance();
        }
    }
}
