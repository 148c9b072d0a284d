package io.redress.channel.email.mime;

import org.jspecify.annotations.Nullable;

/** Makes the names that senders give their files fit to be shown. They are never used as a path. */
public final class AttachmentFileNames {

    private static final int LONGEST = 120;

    private AttachmentFileNames() {}

    /** Without folders, control characters and characters that turn the reading direction; null when nothing is left. */
    public static @Nullable String shown(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean =
                last.replaceAll("[\\p{Cntrl}\\p{Cf}<>:\"|?*]+", "").strip().replaceFirst("^\\.+", "");
        if (clean.length() > LONGEST) {
            int dot = clean.lastIndexOf('.');
            String extension = dot > clean.length() - 12 ? clean.substring(dot) : "";
            clean = clean.substring(0, LONGEST - extension.length()) + extension;
        }
        return clean.isEmpty() ? null : clean;
    }
}
