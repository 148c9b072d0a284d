package io.redress.triage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.redress.configfile.ConfigText;
import io.redress.handoff.PrivateFiles;
import io.redress.triage.ExampleModel.Learned;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what the examples teach, because to learn it is a sixth of a start's work, and most starts find the files that the last
 * one found. Its key is a digest of all files that it is learned from: with the same texts neither examples nor phrases are read.
 *
 * <p>What the shipped files teach is in the jar, as the build has learned it. What edited ones teach is in one file of the data
 * folder, which may be missing, damaged or of other texts, and is then learned and written anew; where it cannot be written, each
 * start learns. Within one process the last two are known without either, for whoever reads the rules again.
 */
public final class KeptModels {

    /**
     * To be raised whenever the same files give other features or weights than before, or are refused now: {@code KeptModelsTest}
     * fails until then.
     */
    static final int VERSION = 1;

    private static final Logger LOG = LoggerFactory.getLogger(KeptModels.class);

    static final String FILE = "triage.model";

    private static final List<String> FILES =
            List.of("words.yaml", "categories.yaml", "categories.examples.yaml", "phrases.yaml");

    private static final Cache<String, Learned> KNOWN =
            Caffeine.newBuilder().maximumSize(2).softValues().build();

    /** A model of a hundred thousand features has 10 MB. */
    private static final long LONGEST = 256 << 20;

    private final @Nullable Path folder;
    private final Cache<String, Learned> known;

    /** @param known by key, what need not be read from the folder */
    KeptModels(@Nullable Path folder, Cache<String, Learned> known) {
        this.folder = folder;
        this.known = known;
    }

    /** @param folder one that a backup may leave out; made when need be, shut to others */
    public static KeptModels in(Path folder) {
        return new KeptModels(folder, KNOWN);
    }

    /** Nothing on disk: for commands that change nothing. */
    public static KeptModels inMemory() {
        return new KeptModels(null, KNOWN);
    }

    /** The key of the model of a folder's rules and examples; empty when they cannot be read. */
    Optional<String> key(Path configDir) {
        MessageDigest digest =
                DigestUtils.updateDigest(DigestUtils.getSha256Digest(), VERSION + " " + LogisticRegression.SOLVER);
        try {
            for (String name : FILES) {
                String text = ConfigText.read(configDir.resolve(name));
                DigestUtils.updateDigest(digest, "\n" + name + " " + text.length() + "\n" + text);
            }
        } catch (IOException toldByWhoReadsIt) {
            return Optional.empty();
        }
        return Optional.of(Hex.encodeHexString(digest.digest()));
    }

    /** What was learned of the files of a key; empty when nobody knows. */
    Optional<Learned> find(String key) {
        return Optional.ofNullable(known.getIfPresent(key)).or(() -> {
            Optional<Learned> kept = ofBuild(key).or(() -> ofFile(key));
            kept.ifPresent(model -> known.put(key, model));
            return kept;
        });
    }

    private static Optional<Learned> ofBuild(String key) {
        try (InputStream shipped = KeptModels.class.getResourceAsStream("judged/" + FILE)) {
            return shipped == null ? Optional.empty() : ModelFile.read(shipped.readAllBytes(), key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Learned> ofFile(String key) {
        if (folder == null) {
            return Optional.empty();
        }
        Path file = folder.resolve(FILE);
        try {
            Optional<Learned> kept =
                    Files.size(file) > LONGEST ? Optional.empty() : ModelFile.read(Files.readAllBytes(file), key);
            LOG.debug("{} {}", file, kept.isPresent() ? "is used" : "is of other rules or examples, or damaged");
            return kept;
        } catch (IOException e) {
            LOG.debug("{} is not there, or cannot be read", file, e);
            return Optional.empty();
        }
    }

    void keep(String key, Learned model) {
        known.put(key, model);
        if (folder == null) {
            return;
        }
        Path file = folder.resolve(FILE);
        try {
            PrivateFiles.folder(folder);
            Path part = Files.createTempFile(folder, "triage", ".part"); // its owner's alone, whatever the umask
            try {
                Files.write(part, ModelFile.bytes(model, key));
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            LOG.debug("{} cannot be written: the next start learns it again", file, e);
        }
    }

    /**
     * What the build calls: learns what the files of a folder teach, and writes it to another.
     *
     * @param args the folder of rules, and the one to write to
     */
    public static void main(String... args) {
        TriageRules.read(Path.of(args[0]), in(Path.of(args[1])));
    }
}
