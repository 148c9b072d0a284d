package io.redress.attachment;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a file by looking at it.
 *
 * @param name fit to be shown; null when it has none
 * @param type by its content
 */
public record FileInspection(@Nullable String name, String type, Set<AttachmentFlag> flags) {

    public FileInspection {
        flags = Set.copyOf(flags);
    }
}
