package io.redress.channel.mailbox.oauth;

import io.redress.channel.ChannelSetting;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A file of {@code config/oauth/} as written; its schema tells what the keys mean. */
record OAuthProviderFile(
        @Nullable String title,
        @Nullable Map<String, ChannelSetting.Written> settings,
        @Nullable String grant,
        @Nullable String tokenUrl,
        @Nullable String scope,
        @Nullable String issuer,
        @Nullable String privateKey,
        @Nullable String audience,
        @Nullable Map<String, String> remedies,
        @Nullable String deviceAuthorizationUrl,
        @Nullable String authorizationUrl,
        @Nullable Map<String, String> authorizationParameters,
        TokenRefusals.@Nullable Written refused) {}
