package io.redress.health;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Of the hub's settings, prefix {@code redress}, the places that other users of the machine should not get at. */
@ConfigurationProperties("redress")
public record FilePermissionSettings(
        @DefaultValue("data") Path dataDir,
        @Nullable Path blobDir,
        @DefaultValue("config") Path configDir,
        @DefaultValue("routes") Path routesDir,
        @Nullable Path keyFile) {}
