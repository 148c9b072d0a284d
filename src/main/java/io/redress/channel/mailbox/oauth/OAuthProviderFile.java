package io.redress.channel.mailbox.oauth;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of {@code config/oauth/} as written; its schema tells what the keys mean. */
record OAuthProviderFile(
        @Nullable String title,
        @Nullable Map<String, Setting> settings,
        @Nullable String grant,
        @Nullable String tokenUrl,
        @Nullable String scope,
        @Nullable String issuer,
        @Nullable String privateKey,
        @Nullable String audience,
        @Nullable Map<String, String> mistakes) {

    record Setting(
            @Nullable String title,
            @Nullable String where,
            @Nullable Boolean secret,
            @Nullable Boolean optional,
            @Nullable String value) {}
}
