package io.redress.channel.chat.platform.message;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What makes a platform's file that of a gateway of text messages; its schema tells what the keys mean. */
public record SmsFile(
        @Nullable String region,
        @Nullable Boolean noReceipts,
        @Nullable List<@Nullable String> optOut,
        @Nullable List<@Nullable String> optIn) {}
