package io.redress.channel.callcenter;

import java.io.File;

/**
 * A file to lay beside a processed one.
 *
 * @param content where it is until then
 */
public record ReportFile(String name, File content) {}
